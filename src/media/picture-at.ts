import type { Gawai } from '#platform/gawai.ts'
import { type Facts, keptFacts, keptFile } from './facts.ts'
import { endingOf } from './formats.ts'
import { makeRendition } from './make-rendition.ts'
import { movedAnswer } from './moved.ts'
import { digestIn, isFileName, storedName } from './names.ts'
import { type Rendition, renditionNamed, renditionsOf, storedRendition } from './renditions.ts'
import { laterAnswer, standIn, storedAnswer } from './stored-answer.ts'

type Answering = Pick<Gawai, 'storage' | 'use' | 'log'>
type Asked = Omit<Rendition, 'height'>

/**
 * Answers with a kept picture or a rendition of one. A rendition that nobody asked for yet is made on the spot.
 *
 * @param file the last segment of its address
 * @returns undefined when there is no such picture
 */
export async function pictureAt(gawai: Answering, request: Request, file: string): Promise<Response | undefined> {
  if (isFileName(file))
    return (await movedAnswer(gawai, digestIn(file))) ?? storedAnswer(gawai.storage, request, storedName(file))
  const asked = renditionNamed(file)
  return asked && ((await movedAnswer(gawai, asked.digest, asked)) ?? renditionAt(gawai, request, asked))
}

async function renditionAt(gawai: Answering, request: Request, asked: Asked): Promise<Response | undefined> {
  const answer = () => storedAnswer(gawai.storage, request, storedRendition(asked))
  const ready = await answer()
  if (ready) return ready
  const made = await makeRendition(gawai, asked, 'reader')
  if (made === undefined || made === 'kept') return answer()
  return (await nearest(gawai, request, asked)) ?? laterAnswer(made)
}

/** The same shape in another width, else the picture itself: better than a hole in the page. An address keeps its type. */
async function nearest(gawai: Answering, request: Request, asked: Asked): Promise<Response | undefined> {
  const facts = await keptFacts(gawai, asked.digest)
  const file = facts?.file ?? (await keptFile(gawai, asked.digest))
  if (file === undefined) return undefined
  const others = facts ? othersOf(facts, asked).map(storedRendition) : []
  const own = endingOf(file) === asked.format ? [storedName(file)] : []
  for (const name of [...others, ...own]) {
    const answer = await standIn(gawai.storage, request, name)
    if (answer) return answer
  }
  return undefined
}

/** Widest first. */
const othersOf = (facts: Facts, { digest, shape, format }: Asked): Rendition[] =>
  renditionsOf(digest, facts, shape, format).toReversed()
