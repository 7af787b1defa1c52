import { z } from 'zod'
import { Invalid } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import type { Say } from '#platform/i18n.ts'
import { fieldWords } from './fields.ts'

const locales = { id: z.locales.id(), en: z.locales.en() } as const satisfies Record<Language, unknown>

/** One value or several of the same name: check boxes. */
export const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(500))

/** A check box: there or not. */
export const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** An id in a form or a path. */
export const idField = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)

/** A line that must not be empty. */
export const line = (most: number) => z.string().trim().min(1).max(most)

/** What a script of ours filled in. */
export const jsonField = <Item extends z.ZodType>(item: Item) =>
  z
    .string()
    .max(65_536)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'JSON' })
        return z.NEVER
      }
    })
    .pipe(item)

/** Where to go on: a path of the newsroom, and nothing else (ASVS 5.0, 3.7.2). */
export const onwardField = z
  .string()
  .regex(/^\/newsroom\/(?!\/)[\w/~.?=&%-]*$/)
  .optional()
  .catch(undefined)

/** All that a form holds, by name; a name that came twice has a list. Files stay as they are. */
export async function readForm(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return {}
  const held: Record<string, unknown> = {}
  for (const [name, value] of await request.formData()) {
    const before = Object.hasOwn(held, name) ? [held[name]].flat() : []
    held[name] = before.length > 0 ? [...before, value] : value
  }
  return held
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
  { lang, say }: { lang: Language; say: Say },
): z.output<Form> {
  const parsed = form.safeParse(held, { error: locales[lang].localeError })
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map(({ path, message }) => {
    const name = fieldWords[String(path[0])]
    return name === undefined ? message : `${say(name)}: ${message}`
  })
  throw new Invalid(sentences.join('; '))
}
