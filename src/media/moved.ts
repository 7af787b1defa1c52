import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { Storage } from '#platform/storage.ts'
import { keptFacts } from './facts.ts'
import { digestIn, hrefOf, isFileName } from './names.ts'
import { addressOf, type Rendition, renditionsOf } from './renditions.ts'
import { shapeFor } from './shapes.ts'

/** Where a picture went that shows another file by now. In the storage, so that it is known while the database is away. */
const moveName = (digest: string): string => `moved/${digest}`

const aMinute = 'public, max-age=60'

/** Lets the addresses of files that pictures have left lead to what they show now. May run twice. */
export function leadOldAddresses(gawai: Gawai): void {
  gawai.reactions.on('picture.changed', 'lead-old-addresses', ({ picture }) => leadFrom(gawai, picture))
}

async function leadFrom({ db, storage }: Gawai, picture: Id): Promise<void> {
  const files = await db
    .selectFrom('picture_file')
    .innerJoin('picture', 'picture.id', 'picture_file.picture_id')
    .select(['picture_file.file', 'picture.file as now'])
    .where('picture.id', '=', picture)
    .execute()
  for (const { file, now } of files)
    await (file === now ? forgetMove(storage, file) : storage.put(moveName(digestIn(file)), Buffer.from(now)))
}

/** The file is shown at its own address again, or never more. */
export const forgetMove = (storage: Storage, file: string): Promise<void> => storage.remove(moveName(digestIn(file)))

/** Leads from an old address to the picture as it is now. @param asked a rendition's, when one was asked for */
export async function movedAnswer(
  gawai: Pick<Gawai, 'storage'>,
  digest: string,
  asked?: Omit<Rendition, 'height'>,
): Promise<Response | undefined> {
  // Looked for before it is read: hardly any picture has moved.
  if ((await gawai.storage.size(moveName(digest))) === undefined) return undefined
  const moved = await gawai.storage.get(moveName(digest))
  const file = Buffer.from(moved ?? []).toString()
  if (!isFileName(file)) return undefined
  const location = (asked && (await likeIt(gawai, file, asked))) ?? hrefOf(file)
  // Others may keep it no longer: an editor may take the change back.
  return new Response(null, { status: 301, headers: { ...securityHeaders, location, 'cache-control': aMinute } })
}

/** The rendition of the new picture that is nearest to the one that somebody asks for. */
async function likeIt(
  gawai: Pick<Gawai, 'storage'>,
  file: string,
  { shape, width, format }: Omit<Rendition, 'height'>,
): Promise<string | undefined> {
  const digest = digestIn(file)
  const facts = await keptFacts(gawai, digest)
  if (!facts || file.endsWith('.gif')) return undefined
  const all = renditionsOf(digest, facts, shapeFor(facts, shape), format)
  const like = all.find((rendition) => rendition.width >= width) ?? all.at(-1)
  return like && addressOf(like)
}
