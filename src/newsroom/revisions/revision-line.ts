import type { RevisionLine } from '#articles'
import { timeInWords, timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { revisionPath } from './paths.ts'

/** Who wrote it. */
export const writerOf = ({ say }: Visit, { by }: RevisionLine): string => by?.name ?? say('revisions.program')

/** What a revision is called in a sentence: when it was saved, and by whom. */
export const nameOfRevision = (visit: Visit, line: RevisionLine): string =>
  visit.say('revisions.one', { time: timeInWords(line.savedAt, visit.time), name: writerOf(visit, line) })

/** What became of a revision, the weightiest first. */
export function statesView(visit: Visit, article: number, line: RevisionLine, newest: number): Html {
  const { say } = visit
  const states = [
    ...(line.id === newest ? [say('revisions.isNow')] : []),
    ...(line.isShown ? [say('revisions.isShown')] : []),
    ...(line.shownAt !== undefined && !line.isShown ? [say('revisions.wasShown')] : []),
    ...(line.isReady ? [say('revisions.isReady')] : []),
    ...(line.keptAs === undefined ? [] : [say('revisions.keptAs', { name: line.keptAs })]),
  ]
  return html`${states.map((words) => html`<b class="state">${words}</b> `)}${dueView(visit, line)}${restoredView(visit, article, line)}`
}

const dueView = ({ say, time }: Visit, { dueAt }: RevisionLine): Html =>
  dueAt === undefined
    ? nothing
    : html`<b class="state">${say('revisions.isDue', { time: timeInWords(dueAt, time) })}</b> `

const restoredView = ({ say, time }: Visit, article: number, { restoredFrom }: RevisionLine): Html =>
  restoredFrom === undefined
    ? nothing
    : html`<span class="quiet"
        >${say('revisions.restoredFrom')}
        <a href="${revisionPath(article, restoredFrom.id)}">${timeInWords(restoredFrom.savedAt, time)}</a></span
      > `

/** From when to when it was written, where that is not the same. */
export const spanView = ({ say, time }: Visit, { begunAt, savedAt }: RevisionLine): Html =>
  savedAt - begunAt < 60_000
    ? timeView(savedAt, time)
    : html`${timeView(savedAt, time)}
        <span class="quiet">${say('revisions.begunAt', { time: timeInWords(begunAt, time) })}</span>`
