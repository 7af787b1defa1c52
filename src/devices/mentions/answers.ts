import { z } from 'zod'
import { articleSubject } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { keepAlias } from '../alias.ts'
import { formOf } from '../form.ts'
import { deviceSubject } from '../subjects.ts'
import { enoughAnswers } from './denied.ts'
import { keepLinks, linkOf, linkRows } from './keep-links.ts'
import type { Link } from './links.ts'
import { standingArticle, standingDevice } from './standing.ts'

const flag = z.union([z.literal(0), z.literal(1)])

/** What takes an answer back. */
export const answeredSchema = z.object({
  article: z.number(),
  device: z.number(),
  form: z.string(),
  answers: z.array(z.object({ device_id: z.number(), is_right: flag, by: z.number(), at: z.number() })),
  links: z.array(
    z.object({
      device: z.number(),
      role: z.enum(['subject', 'compared', 'mention']),
      forms: z.array(z.string()),
      confidence: z.number(),
      isByEditor: z.boolean(),
      isShown: z.boolean(),
    }),
  ),
  alias: z.number().optional(),
})
export type Answered = z.infer<typeof answeredSchema>

export interface NewAnswer {
  article: Id
  /** How the article calls it, without the brand. */
  words: string
  device: Id
  isRight: boolean
  /** A person. */
  by: Id
}

/**
 * An editor says that an article means a device by some words, or does not. For that article it outranks what the program
 * finds, now and when it is published again. What is said of three articles, and never otherwise, is so everywhere: the words
 * become a name of the device, or are no longer taken for it.
 *
 * @returns what takes it back
 * @throws NotFound when there is no such article or device
 */
export async function answerMention(unit: Unit, { article, words, device, isRight, by }: NewAnswer): Promise<Answered> {
  await standingArticle(unit, article)
  await standingDevice(unit, device)
  const form = formOf(words)
  const answers = await answersOf(unit, article, form)
  const links = (await linkRows(unit, article)).map(linkOf)
  // Words mean one device in an article: a yes takes the place of another.
  if (isRight) await answersFor(unit, article, form).where('is_right', '=', 1).execute()
  const row = { is_right: isRight ? 1 : 0, by, at: unit.now } as const
  await unit.tx
    .insertInto('mention_answer')
    .values({ article_id: article, form, device_id: device, ...row })
    .onConflict((conflict) => conflict.columns(['article_id', 'form', 'device_id']).doUpdateSet(row))
    .execute()
  await keepLinks(unit, article, answered(links, { words, device, isRight }))
  if (isRight)
    await unit.tx
      .deleteFrom('unknown_device')
      .where('article_id', '=', article)
      .where('form', '=', form)
      .where('settled_at', 'is', null)
      .execute()
  const alias = isRight ? await learntAlias(unit, { words, form, device }) : undefined
  unit.drop(articleSubject(article), deviceSubject(device))
  return { article, device, form, answers, links, ...(alias !== undefined && { alias }) }
}

/** Takes an answer back: what was answered before holds again. */
export async function undoAnswer(
  unit: Unit,
  { article, device, form, answers, links, alias }: Answered,
): Promise<void> {
  await standingArticle(unit, article)
  await answersFor(unit, article, form).execute()
  for (const answer of answers)
    await unit.tx
      .insertInto('mention_answer')
      .values({ article_id: article, form, ...answer })
      .execute()
  if (alias !== undefined) await unit.tx.deleteFrom('device_alias').where('id', '=', alias).execute()
  await keepLinks(unit, article, links)
  unit.drop(articleSubject(article), deviceSubject(device))
  // The article may have changed since.
  unit.tell({ kind: 'article.devices-asked', article })
}

const answersFor = ({ tx }: Unit, article: Id, form: string) =>
  tx.deleteFrom('mention_answer').where('article_id', '=', article).where('form', '=', form)

const answersOf = ({ tx }: Unit, article: Id, form: string) =>
  tx
    .selectFrom('mention_answer')
    .select(['device_id', 'is_right', 'by', 'at'])
    .where('article_id', '=', article)
    .where('form', '=', form)
    .execute()

/** The links of an article after an answer. */
function answered(
  links: readonly Link[],
  { words, device, isRight }: Pick<NewAnswer, 'words' | 'device' | 'isRight'>,
): Link[] {
  const form = formOf(words)
  const byEditor = { confidence: 100, isByEditor: true }
  const without = links.map((link) => ({ ...link, forms: link.forms.filter((other) => formOf(other) !== form) }))
  const others = without.filter((link) => link.device !== device && link.forms.length > 0)
  const own = without.find((link) => link.device === device)
  if (isRight) {
    const role =
      own?.role ?? links.find((link) => link.forms.some((other) => formOf(other) === form))?.role ?? 'mention'
    return [...others, { device, role, forms: [...(own?.forms ?? []), words], ...byEditor, isShown: true }]
  }
  const kept = links.filter((link) => link.device !== device)
  if (own && own.forms.length > 0) return [...kept, own]
  return [...kept, { device, role: own?.role ?? 'mention', forms: [words], ...byEditor, isShown: false }]
}

/** The id of the alias that the answers have made, if this one was the last that it needed. */
async function learntAlias(
  unit: Unit,
  { words, form, device }: { words: string; form: string; device: Id },
): Promise<Id | undefined> {
  const said = await unit.tx
    .selectFrom('mention_answer')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.sum<number>('is_right').as('right')])
    .where('form', '=', form)
    .where('device_id', '=', device)
    .executeTakeFirstOrThrow()
  if (Number(said.right) < enoughAnswers || Number(said.right) < Number(said.all)) return undefined
  return keepAlias(unit, { kind: 'nick', words, device })
}
