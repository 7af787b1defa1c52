import { z } from 'zod'
import { addNote, answerNote, removeNote, restoreNote, settleNote } from '#articles'
import { record } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import { idIn } from '../forms/form.ts'
import { tellDone, type UndoStep } from '../notice.ts'
import type { Onward, Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { mustTo, sheetPath } from '../writing/article-here.ts'

export const below = 'notes/'
export const notesPath = (article: number): string => `${sheetPath(article)}${below}`

/** Says something about a block or the whole. */
export function add(
  visit: Visit,
  said: { block?: number | undefined; quote?: string | undefined; words: string },
): Promise<Onward> {
  const { gawai, actor } = visit
  return done(visit, async (unit, article) => {
    const note = await addNote(unit, gawai, { article, ...said, by: actor })
    const undo = undoAdding.step({ article, note })
    return { action: 'note.added', said: 'notes.wasAdded', undo }
  })
}

export function answer(visit: Visit, words: string): Promise<Onward> {
  const { gawai, actor, params } = visit
  return done(visit, async (unit, article) => {
    const note = await answerNote(unit, gawai, { article, note: idIn(params, 'note'), words, by: actor })
    const undo = undoAdding.step({ article, note })
    return { action: 'note.answered', said: 'notes.wasAnswered', undo }
  })
}

/** Says that a note is done, or that it is not. */
export function settle(visit: Visit, isSettled: boolean): Promise<Onward> {
  const note = idIn(visit.params, 'note')
  return done(visit, async (unit, article) => {
    await settleNote(unit, { article, note, by: visit.actor.person, isSettled })
    const undo = undoSettling.step({ article, note, isSettled })
    return isSettled
      ? { action: 'note.settled', said: 'notes.wasSettled', undo }
      : { action: 'note.reopened', said: 'notes.wasReopened', undo }
  })
}

export function remove(visit: Visit): Promise<Onward> {
  const note = idIn(visit.params, 'note')
  return done(visit, async (unit, article) => {
    const removed = await removeNote(unit, { article, note, by: visit.actor.person })
    const undo = undoRemoval.step({ article, removed })
    return { action: 'note.removed', said: 'notes.wasRemoved', undo }
  })
}

interface Done {
  action: string
  said: string
  undo: UndoStep
}

async function done(
  { gawai, actor, params }: Visit,
  work: (unit: Unit, article: number) => Promise<Done>,
): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const { action, said, undo } = await work(unit, article)
    await record(unit, { by: actor.account, action, object: `article:${article}` })
    return tellDone(unit, actor.account, { key: said }, undo)
  })
  return { to: notesPath(article), notice }
}

const one = { article: z.number(), note: z.number() }
const removed = z.object({
  id: z.number(),
  answers: z.number().nullable(),
  block: z.number().nullable(),
  quote: z.string(),
  words: z.string(),
  at: z.number(),
})

const recordBack = (unit: Unit, { article, ...deed }: { action: string; by: number; article: number }) =>
  record(unit, { ...deed, object: `article:${article}` })

const undoAdding = undoing('note.adding', z.object(one), async (unit, { article, note }, actor) => {
  await mustTo(unit, actor, 'notes.write', article)
  await removeNote(unit, { article, note, by: actor.person })
  await recordBack(unit, { action: 'note.removed', by: actor.account, article })
})
const undoSettling = undoing(
  'note.settling',
  z.object({ ...one, isSettled: z.boolean() }),
  async (unit, payload, actor) => {
    const { article, note, isSettled } = payload
    await mustTo(unit, actor, 'notes.write', article)
    await settleNote(unit, { article, note, by: actor.person, isSettled: !isSettled })
    await recordBack(unit, { action: isSettled ? 'note.reopened' : 'note.settled', by: actor.account, article })
  },
)
const undoRemoval = undoing(
  'note.removal',
  z.object({ article: z.number(), removed }),
  async (unit, payload, actor) => {
    const { article } = payload
    await mustTo(unit, actor, 'notes.write', article)
    await restoreNote(unit, { article, by: actor.person, ...payload.removed })
    await recordBack(unit, { action: 'note.restored', by: actor.account, article })
  },
)

/** How what is done here is taken back. */
export const noteUndoes = [undoAdding, undoSettling, undoRemoval]
