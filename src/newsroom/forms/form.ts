import { z } from 'zod'
import { Invalid, NotFound } from '#platform/refusals.ts'
import type { Say } from '#platform/i18n.ts'
import { formWithin, TooLarge } from './body.ts'
import { wrongField, wrongWords } from './wrong-field.ts'

/** One value or several of the same name: check boxes. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(500))

/** A check box: there or not. */
export const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** An id in a form. */
export const idField = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)

/**
 * The id that stands in a path under that name.
 *
 * @throws NotFound when it can be nobody's
 */
export function idIn(params: Readonly<Record<string, string>>, name: string): number {
  const id = idField.safeParse(params[name])
  if (!id.success) throw new NotFound('There is nothing here', { key: 'refused.nothingHere' })
  return id.data
}

/** A line that must not be empty. */
export const line = (most: number) => z.string().trim().min(1).max(most)

/** What a script of ours filled in. @param longest in letters */
export const jsonField = <Item extends z.ZodType>(item: Item, longest = 65_536) =>
  z
    .string()
    .max(longest)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'JSON' })
        return z.NEVER
      }
    })
    .pipe(item)

/** Where to go on: a path of the newsroom as it is spelled once, and nothing else (ASVS 5.0, 3.7.2). */
export const pathField = z
  .string()
  .max(2000)
  .regex(/^\/newsroom\/[\w/~.?=&%-]*$/)
  // A browser walks up at dots, also encoded ones, and takes what begins with two slashes for another host.
  .refine((path) => /^(?!.*\/\/)\/newsroom\//.test(URL.parse(path, 'http://localhost')?.pathname ?? ''))

/** The same where a form may come without it, and what is none counts as none. */
export const onwardField = pathField.optional().catch(undefined)

/**
 * All that a form holds, by name; a name that came twice has a list. Files stay as they are.
 *
 * @throws Invalid for what is no form, or holds a sign that no database keeps
 * @throws TooLarge for more than so many bytes
 */
export async function readForm(request: Request, mostBytes: number): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return {}
  const entries = [...(await formWithin(request, mostBytes).catch(refuseBroken))]
  if (entries.some((pair) => pair.some((text) => typeof text === 'string' && text.includes('\0')))) refuseBroken()
  const byName = Map.groupBy(entries, ([name]) => name)
  return Object.fromEntries(
    [...byName].map(([name, pairs]) => [name, pairs.length === 1 ? pairs[0]?.[1] : pairs.map(([, value]) => value)]),
  )
}

function refuseBroken(error?: unknown): never {
  if (error instanceof TooLarge) throw error
  throw new Invalid('This form did not arrive as a browser sends one', { key: 'refused.brokenForm' })
}

/** What was typed, to be shown again. */
export const enteredIn = (held: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(held).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && !/password|code/i.test(name) ? [[name, value]] : [],
    ),
  )

/**
 * A form as its schema wants it.
 *
 * @throws Invalid with a sentence for each field, in the person's language
 */
export function proveForm<Form extends z.ZodType>(
  form: Form,
  held: Record<string, unknown>,
  { say }: { say: Say },
): z.output<Form> {
  const parsed = form.safeParse(held)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  // No person filled in what the page does not show.
  if (issues.some(({ code }) => code === 'unrecognized_keys')) refuseBroken()
  const fields = issues.map((issue) => wrongField(issue, say)).join('; ')
  const atField = issues.toReversed().map((issue) => [String(issue.path[0]), wrongWords(issue, say)] as const)
  throw new Invalid(fields, { key: 'refused.fields', values: { fields } }, Object.fromEntries(atField))
}
