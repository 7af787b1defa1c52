import { z } from 'zod'
import {
  type Check,
  type CheckFacts,
  checkFactsOf,
  checklistOf,
  type DeskArticle,
  type Finding,
  handedOf,
  revise,
} from '#articles'
import type { Actor } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Say } from '#platform/i18n.ts'
import { Conflict, Invalid } from '#platform/refusals.ts'
import { idIn, ticked } from '../forms/form.ts'
import type { Visit } from '../route.ts'
import { mustTo } from '../writing/article-here.ts'
import { promptsLeftIn } from '../writing/templates.ts'

const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** What somebody has read before they let readers see it, and what they take upon themselves. */
export const approvalFields = {
  version: count,
  revision: count,
  key: z.string().regex(/^[\w-]{8,64}$/),
  isAnyway: ticked,
  asEditor: ticked,
}

type Approval = z.output<z.ZodObject<typeof approvalFields>>

/** What an article was before, as an undo needs it. */
export const standOf = (desk: DeskArticle) => ({
  handed: handedOf(desk),
  due: desk.due ?? null,
  before: desk.published?.revision ?? null,
})

export const checkWords = {
  noTitle: 'checks.noTitle',
  noText: 'checks.noText',
  noSection: 'checks.noSection',
  noWriter: 'checks.noWriter',
  noSlug: 'checks.noSlug',
  oneHand: 'checks.oneHand',
  noSource: 'checks.noSource',
  prompts: 'checks.prompts',
  noAlt: 'checks.noAlt',
  noCredit: 'checks.noCredit',
  shortTitle: 'checks.shortTitle',
  longTitle: 'checks.longTitle',
  noSummary: 'checks.noSummary',
  longSummary: 'checks.longSummary',
  longSlug: 'checks.longSlug',
  sameTitle: 'checks.sameTitle',
  sameSlug: 'checks.sameSlug',
  notes: 'checks.notes',
} as const satisfies Record<Check, string>

export const findingWords = (say: Say, { check, count: many = 0, other }: Finding): string =>
  say(checkWords[check], { count: many, title: other?.title ?? '' })

/** Whether somebody who publishes it would sign as its editor: they are not among its people yet. */
export const isOffered = ({ person }: Actor, { kind, content }: DeskArticle): boolean =>
  kind === 'article' && !content.bylines.some((byline) => byline.person === person)

/** The article as it is with whoever publishes it as its editor. */
export const signedBy = ({ person }: Actor, desk: DeskArticle): DeskArticle => ({
  ...desk,
  content: { ...desk.content, bylines: [...desk.content.bylines, { person, role: 'editor' }] },
})

/** What the checklist asks beside the article, and how much of what it began as stands there still. */
export const factsOf = async ({ db, words }: Pick<Gawai, 'db' | 'words'>, desk: DeskArticle): Promise<CheckFacts> => ({
  ...(await checkFactsOf({ db }, desk)),
  prompts: promptsLeftIn(desk.content.document, words.in(desk.lang)),
})

/**
 * Proves that an article may have readers as it is, and signs it where that is wished.
 *
 * @returns the article as it was, and the revision to publish
 * @throws Conflict when somebody has saved it since, or it should be looked at first
 * @throws Invalid when something is missing without which nothing is published
 */
export async function approve(
  { gawai, actor, say, params }: Visit,
  unit: Unit,
  { version, revision, isAnyway, asEditor }: Approval,
): Promise<{ desk: DeskArticle; revision: number }> {
  const desk = await mustTo(unit, actor, 'articles.publish', idIn(params, 'article'))
  if (desk.version !== version || desk.revision !== revision)
    throw new Conflict('The article was saved again since you opened this page: look at it once more', {
      key: 'publication.savedSince',
    })
  const isSigning = asEditor && isOffered(actor, desk)
  const signed = isSigning ? signedBy(actor, desk) : desk
  const findings = checklistOf(signed, await factsOf({ db: unit.tx, words: gawai.words }, signed))
  refuse(findings, say, isAnyway)
  if (!isSigning) return { desk, revision }
  return { desk, revision: await revise(unit, desk.article, signed.content, actor.person) }
}

function refuse(findings: readonly Finding[], say: Say, isAnyway: boolean): void {
  const must = findings.filter(({ severity }) => severity === 'must')
  const what = must.map((finding) => findingWords(say, finding)).join(' ')
  if (must.length > 0)
    throw new Invalid(`This cannot be published yet: ${what}`, { key: 'publication.mustFirst', values: { what } })
  if (findings.length > 0 && !isAnyway)
    throw new Conflict('There are open points: mend them, or tick "publish anyway"', {
      key: 'publication.shouldFirst',
    })
}
