import { z } from 'zod'
import { type Changed, cropPicture, replacePicture, returnToFile } from '#media'
import type { Id } from '#platform/database/tables.ts'
import { Invalid } from '#platform/refusals.ts'
import type { Onward, Visit } from '../route.ts'
import { wantedPicture } from './one-picture.ts'
import { doTo, pictureDeed } from './picture-deed.ts'
import { undoChanging } from './undoes.ts'

const percent = z.coerce.number().min(0).max(100)
/** A picture of twelve megabytes, with what a form needs around it. */
const oneUpload = 13_000_000

/** What waits for the darkroom is done before it is told: a unit must not wait. */
async function changeIt(visit: Visit, key: string, work: (picture: Id, by: Id) => Promise<Changed>): Promise<Onward> {
  const picture = wantedPicture(visit)
  const { before, now } = await work(picture, visit.actor.account)
  const undo = before === now ? undefined : undoChanging.step({ picture, file: before })
  return doTo(visit, key, async () => undo)
}

type Part = Record<'left' | 'top' | 'width' | 'height', number>

/** The part of a picture, in shares of it; nothing for all of it. */
const cropIn = ({ left, top, width, height }: Part): Part | undefined =>
  left === 0 && top === 0 && width === 100 && height === 100
    ? undefined
    : { left: left / 100, top: top / 100, width: width / 100, height: height / 100 }

/** What a picture shows: a part of its upload, another upload, what it showed before. */
export const pictureFileDeeds = [
  pictureDeed('crop', {
    form: z.strictObject({ left: percent, top: percent, width: percent, height: percent, x: percent, y: percent }),
    handle: (visit, { x, y, ...part }) =>
      changeIt(visit, 'library.cropped', (picture, by) =>
        cropPicture(visit.gawai, { picture, by, focus: { x: x / 100, y: y / 100 }, crop: cropIn(part) }),
      ),
  }),
  pictureDeed('replacement', {
    mostBytes: oneUpload,
    form: z.strictObject({ picture: z.instanceof(File) }),
    async handle(visit, { picture: file }) {
      if (file.size === 0) throw new Invalid('No picture was chosen', { key: 'library.noFile' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      return changeIt(visit, 'library.replaced', (picture, by) =>
        replacePicture(visit.gawai, { picture, by, name: file.name, bytes }),
      )
    },
  }),
  pictureDeed('file', {
    form: z.strictObject({ file: z.string().max(60) }),
    handle: (visit, { file }) =>
      doTo(visit, 'library.returned', async ({ unit, picture, by }) => {
        const { before } = await returnToFile(unit, { picture, file, by })
        return undoChanging.step({ picture, file: before })
      }),
  }),
]
