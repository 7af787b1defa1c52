import { z } from 'zod'
import { addPicture } from '#media'
import type { Id } from '#platform/database/tables.ts'
import { html } from '#platform/html.ts'
import { Invalid, Refusal, sentenceOf } from '#platform/refusals.ts'
import { idField, onwardField, several } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Answer, route, type Visit } from '../route.ts'
import { undoPath } from '../undo.ts'
import { library, picturePath } from './paths.ts'
import { undoAdding } from './undoes.ts'

/** Several of twelve megabytes: a browser without scripts sends all at once. */
const mostBytes = 50_000_000

const form = z.strictObject({
  picture: several(z.instanceof(File)),
  folder: idField.optional(),
  to: onwardField,
})

/** What became of one file. */
interface Outcome {
  name: string
  id?: Id
  isNew?: boolean
  /** Why it was not taken, in a sentence. */
  problem?: string
}

async function take({ gawai, actor, say }: Visit, file: File, folder: Id | undefined): Promise<Outcome> {
  const { name } = file
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { picture, isNew } = await addPicture(gawai, { name, bytes, folder, by: actor.account })
    return { name, id: picture.id, isNew }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { name, problem: sentenceOf(error, say) }
  }
}

async function bring(visit: Visit, { picture, folder, to = library }: z.output<typeof form>): Promise<Answer> {
  const files = picture.filter(({ name, size }) => name !== '' || size > 0)
  if (files.length === 0) throw new Invalid('No picture was chosen', { key: 'library.noFile' })
  const outcomes: Outcome[] = []
  // One after another: each is held while it is worked on.
  for (const file of files) outcomes.push(await take(visit, file, folder))
  const notice = await tell(visit, outcomes)
  if (visit.request.headers.get('accept') === 'application/json') return told(outcomes, notice)
  return outcomes.some(({ problem }) => problem !== undefined)
    ? outcomesPage(visit, outcomes, to)
    : { to, ...(notice !== undefined && { notice }) }
}

/** Taking it back takes out only what is new: the rest stood there before. */
async function tell({ gawai, actor }: Visit, outcomes: readonly Outcome[]): Promise<Id | undefined> {
  const added = outcomes.flatMap(({ id, isNew }) => (id !== undefined && isNew ? [id] : []))
  const known = outcomes.filter(({ id, isNew }) => id !== undefined && !isNew).length
  if (added.length + known === 0) return undefined
  const said =
    added.length === 0
      ? { key: 'library.allKnown', values: { count: known } }
      : { key: 'library.added', values: { count: added.length } }
  const undo = added.length === 0 ? undefined : undoAdding.step({ pictures: added })
  return gawai.write((unit) => tellDone(unit, actor.account, said, undo))
}

/** For the script that sends files one by one. */
const told = (outcomes: readonly Outcome[], notice: Id | undefined): Response =>
  Response.json(
    outcomes.map(({ id, isNew, ...outcome }) => ({
      ...outcome,
      ...(id !== undefined && { href: picturePath(id), isNew }),
      ...(notice !== undefined && isNew && { undo: undoPath(notice) }),
    })),
    { headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } },
  )

function outcomesPage({ say }: Visit, outcomes: readonly Outcome[], to: string): Answer {
  return {
    title: say('library.notAllTaken'),
    room: library,
    body: html`<ul class="rows">
        ${outcomes.map(
          ({ name, id, problem }) =>
            html`<li>
              ${id === undefined ? html`<p><strong>${name}</strong></p>` : html`<a href="${picturePath(id)}">${name}</a>`}
              <p>${problem ?? say('library.wasAdded')}</p>
            </li> `,
        )}
      </ul>
      <p class="on"><a href="${to}">${say('library.title')}</a></p>`,
  }
}

export const uploadRoutes = [
  route.deed({ path: '/pictures/uploads/', needs: 'pictures.add', mostBytes, form, handle: bring }),
]
