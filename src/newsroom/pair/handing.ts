import { z } from 'zod'
import { handOver, removeNote, restoreHanding, sendBack } from '#articles'
import { record } from '#people'
import { Conflict } from '#platform/refusals.ts'
import { idIn, line } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { articleRoute, mustTo, ownedHere, sheetPath } from '../writing/article-here.ts'
import { notesPath } from './note-deeds.ts'

/** The writer says that the editor may have it. */
async function handingOver({ gawai, actor, params }: Visit): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const before = await handOver(unit, gawai, { article, by: actor })
    await record(unit, { by: actor.account, action: 'article.ready', object: `article:${article}` })
    const undo = undoReady.step({ article, before })
    return tellDone(unit, actor.account, { key: 'pair.wasHandedOver' }, undo)
  })
  return { to: sheetPath(article), notice }
}

/** The editor hands it back and says why. */
async function sendingBack({ gawai, actor, params }: Visit, why: string): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const { note, ...before } = await sendBack(unit, gawai, { article, by: actor, why })
    await record(unit, { by: actor.account, action: 'article.sent-back', object: `article:${article}` })
    const undo = undoSendingBack.step({ article, note, before })
    return tellDone(unit, actor.account, { key: 'pair.wasSentBack' }, undo)
  })
  return { to: notesPath(article), notice }
}

export const handingRoutes = [
  route.deed({
    path: `${articleRoute}ready/`,
    needs: 'articles.write',
    on: ownedHere,
    form: z.strictObject({}),
    handle: handingOver,
  }),
  route.deed({
    path: `${articleRoute}sending-back/`,
    needs: 'articles.publish',
    on: ownedHere,
    form: z.strictObject({ sendBackWhy: line(2000) }),
    handle: (visit, { sendBackWhy }) => sendingBack(visit, sendBackWhy),
  }),
]

/** How it stood, as an undo keeps it. */
export const handedSchema = z.object({
  ready: z.object({ at: z.number(), revision: z.number(), by: z.number() }).optional(),
  sentBack: z.object({ at: z.number(), by: z.number(), note: z.number() }).optional(),
})

const handedOver = z.object({ article: z.number(), before: handedSchema })

const undoReady = undoing('article.ready', handedOver, async (unit, { article, before }, actor) => {
  const { ready } = await mustTo(unit, actor, 'articles.write', article)
  if (ready?.by !== actor.person) throw handedSince()
  await restoreHanding(unit, article, before)
  await record(unit, { by: actor.account, action: 'article.not-ready', object: `article:${article}` })
})
const undoSendingBack = undoing(
  'article.sentBack',
  handedOver.extend({ note: z.number() }),
  async (unit, payload, actor) => {
    const { article, note, before } = payload
    const { sentBack } = await mustTo(unit, actor, 'articles.publish', article)
    if (sentBack?.note !== note) throw handedSince()
    await removeNote(unit, { article, note, by: actor.person })
    await restoreHanding(unit, article, before)
    await record(unit, { by: actor.account, action: 'article.ready', object: `article:${article}` })
  },
)

const handedSince = () =>
  new Conflict('It is somebody else’s turn by now, so this is not undone', { key: 'pair.handedSince' })

/** How what is done here is taken back. The letters have gone out. */
export const handingUndoes = [undoReady, undoSendingBack]
