import { z } from 'zod'
import { forgottenIn, keepAs, keepAsBefore, ownedBy, type Restored, restoreRevision, sectionsAbove } from '#articles'
import { type Actor, must, record } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import { Conflict } from '#platform/refusals.ts'
import { idIn } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { mustTo, ownedHere, sheetPath } from '../writing/article-here.ts'
import { revisionPage } from './one-revision.ts'
import { revisionPath, revisionRoute } from './paths.ts'

const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
const restoring = z.strictObject({ version: count, revision: count })
const keeping = z.strictObject({ keptAs: z.string().trim().max(120).default('') })

type Wish = Parameters<typeof restoreRevision>[1]

/** Takes its words up again, in the name of who wants it. */
async function restore(visit: Visit, on: Wish['on']): Promise<Onward> {
  const { gawai, actor, params } = visit
  const [article, revision] = [idIn(params, 'article'), idIn(params, 'revision')]
  const notice = await gawai.write(async (unit) => {
    const { begunBy } = await mustTo(unit, actor, 'articles.write', article)
    const { content, ...restored } = await restoredBy(unit, actor, begunBy, {
      article,
      revision,
      on,
      by: actor.person,
    })
    const undo = undoRestoring.step({ article, before: on.revision, restored: restored.revision })
    const gone = await forgottenIn({ db: unit.tx }, content.document)
    const said =
      gone === 0 ? { key: 'revisions.wasRestored' } : { key: 'revisions.wasRestoredWithout', values: { count: gone } }
    return tellDone(unit, actor.account, said, undo)
  })
  return { to: sheetPath(article), notice }
}

/** @returns the new revision, and what it says */
async function restoredBy(
  unit: Unit,
  actor: Actor,
  begunBy: number | null,
  wish: Wish,
): Promise<Pick<Extract<Restored, { outcome: 'restored' }>, 'revision' | 'content'>> {
  const restored = await restoreRevision(unit, wish)
  if (restored.outcome !== 'restored') throw refusalOf(restored)
  const { content, revision } = restored
  // It may have stood in a section that is not theirs.
  must(actor, 'articles.write', ownedBy(actor, { begunBy, content, sections: await sectionsAbove(unit, content) }))
  const details = { from: wish.revision, revision }
  await record(unit, { by: actor.account, action: 'article.restored', object: `article:${wish.article}`, details })
  return { revision, content }
}

function refusalOf(refused: Exclude<Restored, { outcome: 'restored' }>): Conflict {
  if (refused.outcome === 'behind')
    return new Conflict('Somebody has saved this article since', { key: 'revisions.behind' })
  const { name } = refused.by
  return new Conflict(`${name} is writing this article`, { key: 'revisions.held', values: { name } })
}

/** Keeps it for good, under a name if one is given. */
async function keep({ gawai, actor, params }: Visit, { keptAs }: z.output<typeof keeping>): Promise<Onward> {
  const [article, revision] = [idIn(params, 'article'), idIn(params, 'revision')]
  const notice = await gawai.write(async (unit) => {
    const before = await keepAs(unit, { article, revision, as: keptAs === '' ? undefined : keptAs })
    await record(unit, {
      by: actor.account,
      action: 'revision.kept',
      object: `article:${article}`,
      details: { revision },
    })
    const undo = undoKeeping.step({ article, revision, before })
    return tellDone(unit, actor.account, { key: 'revisions.wasKept' }, undo)
  })
  return { to: revisionPath(article, revision), notice }
}

export const revisionDeeds = [
  route.deed({
    path: `${revisionRoute}restoring/`,
    needs: 'articles.write',
    on: ownedHere,
    form: restoring,
    handle: restore,
  }),
  route.deed({
    path: `${revisionRoute}keeping/`,
    needs: 'articles.write',
    on: ownedHere,
    form: keeping,
    again: revisionPage,
    handle: keep,
  }),
]

const wasRestored = z.object({ article: z.number(), before: z.number(), restored: z.number() })
const wasKept = z.object({
  article: z.number(),
  revision: z.number(),
  before: z.object({ keptAt: z.number().nullable(), keptAs: z.string().nullable() }),
})

const undoRestoring = undoing('revision.restoring', wasRestored, async (unit, { article, before, restored }, actor) => {
  const { begunBy, version, revision } = await mustTo(unit, actor, 'articles.write', article)
  // Whatever was written since was written on what was restored.
  if (revision !== restored) throw refusalOf({ outcome: 'behind' })
  await restoredBy(unit, actor, begunBy, { article, revision: before, on: { version, revision }, by: actor.person })
})
const undoKeeping = undoing('revision.keeping', wasKept, async (unit, { article, revision, before }, actor) => {
  await mustTo(unit, actor, 'articles.write', article)
  await keepAsBefore(unit, { article, revision, before })
  await record(unit, {
    by: actor.account,
    action: 'revision.unkept',
    object: `article:${article}`,
    details: { revision },
  })
})

/** How what is done here is taken back. */
export const revisionUndoes = [undoRestoring, undoKeeping]
