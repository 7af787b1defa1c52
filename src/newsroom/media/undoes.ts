import { z } from 'zod'
import {
  creditPictures,
  describePicture,
  keepFolder,
  labelPictures,
  movePictures,
  removeFolder,
  removePictures,
  renameFolder,
  restorePictures,
  returnToFile,
} from '#media'
import { must } from '#people'
import type { Id } from '#platform/database/tables.ts'
import { undoing } from '../undo.ts'
import { mustAll } from './must-all.ts'

const id = z.number()
const label = z.object({ kind: z.enum(['device', 'event']), name: z.string(), id })
const chosen = z.object({ pictures: z.array(id) })

/** Things with the same value, each value once: the verbs take many pictures and one value. */
const byValue = <Thing extends { id: Id }, Value>(things: readonly Thing[], valueOf: (thing: Thing) => Value) =>
  [...Map.groupBy(things, (thing) => JSON.stringify(valueOf(thing)) ?? '').values()].map((some) => ({
    pictures: some.map((thing) => thing.id),
    value: valueOf(some[0] as Thing), // oxlint-disable-line typescript/no-unsafe-type-assertion -- a group has at least one
  }))

/** How what is done in the library is taken back. */
export const pictureUndoes = {
  'pictures.removal': undoing(chosen, async (unit, { pictures }, actor) => {
    await mustAll(unit, actor, 'pictures.remove', pictures)
    await removePictures(unit, { pictures, by: actor.account })
  }),
  'pictures.restoring': undoing(chosen, async (unit, { pictures }, actor) => {
    await mustAll(unit, actor, 'pictures.remove', pictures)
    await restorePictures(unit, { pictures, by: actor.account })
  }),
  'pictures.folders': undoing(
    z.object({ before: z.array(z.object({ id, folder: id.optional() })) }),
    async (unit, { before }, actor) => {
      await mustAll(
        unit,
        actor,
        'pictures.change',
        before.map((one) => one.id),
      )
      for (const { pictures, value } of byValue(before, ({ folder }) => folder))
        await movePictures(unit, { pictures, folder: value, by: actor.account })
    },
  ),
  'pictures.credits': undoing(
    z.object({ before: z.array(z.object({ id, credit: z.string() })) }),
    async (unit, { before }, actor) => {
      await mustAll(
        unit,
        actor,
        'pictures.change',
        before.map((one) => one.id),
      )
      for (const { pictures, value } of byValue(before, ({ credit }) => credit))
        await creditPictures(unit, { pictures, credit: value, by: actor.account })
    },
  ),
  'pictures.labels': undoing(
    z.object({ added: z.array(label), removed: z.array(label) }),
    async (unit, { added, removed }, actor) => {
      await mustAll(
        unit,
        actor,
        'pictures.change',
        [...added, ...removed].map((one) => one.id),
      )
      for (const { pictures, value } of byValue(added, ({ kind, name }) => ({ kind, name })))
        await labelPictures(unit, { pictures, remove: [value], by: actor.account })
      for (const { pictures, value } of byValue(removed, ({ kind, name }) => ({ kind, name })))
        await labelPictures(unit, { pictures, add: [value], by: actor.account })
    },
  ),
  'picture.words': undoing(
    z.object({
      picture: id,
      said: z.object({ alt: z.object({ id: z.string(), en: z.string() }), credit: z.string(), licence: z.string() }),
    }),
    async (unit, { picture, said }, actor) => {
      await mustAll(unit, actor, 'pictures.change', [picture])
      await describePicture(unit, { picture, ...said, by: actor.account })
    },
  ),
  'picture.file': undoing(z.object({ picture: id, file: z.string() }), async (unit, { picture, file }, actor) => {
    await mustAll(unit, actor, 'pictures.change', [picture])
    await returnToFile(unit, { picture, file, by: actor.account })
  }),
  'folder.removal': undoing(z.object({ folder: id }), async (unit, { folder }, actor) => {
    must(actor, 'folders.change')
    await removeFolder(unit, { folder, by: actor.account })
  }),
  'folder.making': undoing(
    z.object({ name: z.string(), parent: id.optional() }),
    async (unit, { name, parent }, actor) => {
      must(actor, 'folders.change')
      await keepFolder(unit, { name, parent, by: actor.account })
    },
  ),
  'folder.name': undoing(z.object({ folder: id, name: z.string() }), async (unit, { folder, name }, actor) => {
    must(actor, 'folders.change')
    await renameFolder(unit, { folder, name, by: actor.account })
  }),
}
