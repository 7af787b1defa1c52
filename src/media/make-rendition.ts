import type { Gawai } from '#platform/gawai.ts'
import { type Made, openDarkroom } from './darkroom.ts'
import { printSchema } from './darkroom-work.ts'
import { type Facts, factsOf, keptFacts } from './facts.ts'
import { digestIn, storedName } from './names.ts'
import { digestOf, type Rendition, renditionFormats, renditionsOf, storedRendition } from './renditions.ts'
import { type Shape, shapeFor } from './shapes.ts'
import type { Turn } from './turns.ts'

type Making = Pick<Gawai, 'storage' | 'use' | 'log'>
type Asked = Omit<Rendition, 'height'>

/** Makes a rendition of a kept picture, when the picture has it, and keeps it. */
export function makeRendition(gawai: Making, asked: Asked, turn: Turn): Promise<Made> {
  const name = storedRendition(asked)
  return gawai.use(openDarkroom).share(name, async () => {
    // Another may have finished it between somebody's look and this.
    if ((await gawai.storage.size(name)) !== undefined) return 'kept'
    const looked = await factsOf(gawai, asked.digest, turn)
    if (!looked || 'trouble' in looked) return looked?.trouble
    const found = renditionIn(looked.print, asked)
    return found && develop(gawai, found, { ...looked.print, turn })
  })
}

const renditionIn = (facts: Facts, { digest, shape, format, width }: Asked): Rendition | undefined =>
  facts.file.endsWith('.gif')
    ? undefined
    : renditionsOf(digest, facts, shape, format).find((rendition) => rendition.width === width)

async function develop(
  { storage, use, log }: Making,
  rendition: Rendition,
  { file, focus, turn }: Facts & { turn: Turn },
): Promise<Made> {
  const bytes = await storage.get(storedName(file))
  if (!bytes) return undefined
  const { shape, format, width, height } = rendition
  const work = { kind: 'rendition', bytes, shape, size: { width, height }, focus, format } as const
  const developed = await use(openDarkroom).develop(work, printSchema, turn)
  if ('trouble' in developed) {
    log.warn('A picture could not be developed', { file, shape, width, format, ...developed })
    return developed.trouble
  }
  await storage.put(storedRendition(rendition), developed.print.bytes)
  return 'kept'
}

/** All of them: a reader who asks for one may find too many waiting. */
const aheadOfReaders: readonly Shape[] = ['whole', '16x9', '1x1']

/**
 * Makes ahead of readers what a page may ask for. What is there already costs a look.
 *
 * @param srcs of pictures, kept ones and others
 * @throws when the darkroom has no time, so that a job does it once more later
 */
export async function makeRenditions(gawai: Making, srcs: Iterable<string>): Promise<void> {
  for (const digest of new Set([...srcs].map(digestOf))) {
    const looked = digest === undefined ? undefined : await factsOf(gawai, digest, 'job')
    if (digest === undefined || !looked) continue
    const made = 'trouble' in looked ? looked.trouble : await makeAll(gawai, wanted(digest, looked.print))
    if (made === 'busy' || made === 'closed') throw new Error(`The darkroom is ${made}`)
  }
}

/** What is wrong with one rendition is wrong with all of the picture. */
async function makeAll(gawai: Making, renditions: readonly Rendition[]): Promise<Made> {
  for (const rendition of renditions) {
    const made = await makeRendition(gawai, rendition, 'job')
    if (made !== 'kept') return made
  }
  return 'kept'
}

const thumbnail = 400

/** Makes what the library shows of a picture. What cannot be made now is made when somebody looks. */
export async function makeThumbnails(gawai: Making, file: string, turn: Turn = 'editor'): Promise<void> {
  const facts = await keptFacts(gawai, digestIn(file))
  if (!facts) return
  const shape = shapeFor(facts, '1x1')
  for (const format of ['avif', 'webp'] as const)
    for (const rendition of renditionsOf(digestIn(file), facts, shape, format).filter(
      ({ width }) => width <= thumbnail,
    ))
      await makeRendition(gawai, rendition, turn)
}

const wanted = (digest: string, facts: Facts): Rendition[] =>
  [...new Set(aheadOfReaders.map((shape) => shapeFor(facts, shape)))].flatMap((shape) =>
    renditionFormats.flatMap((format) => renditionsOf(digest, facts, shape, format)),
  )
