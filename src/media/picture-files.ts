import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { NotFound } from '#platform/refusals.ts'
import { endingOf, typeOf } from './formats.ts'
import { originalName, storedName } from './names.ts'
import './tables.ts'

/** A file that a picture shows or has shown. */
export interface FileShown {
  file: string
  name: string
  width: number
  height: number
  madeAt: Instant
  isCropped: boolean
}

/** Every file that a picture has shown, the newest first. */
export async function filesOfPicture({ db }: Pick<Gawai, 'db'>, picture: Id): Promise<FileShown[]> {
  const rows = await db
    .selectFrom('picture_file')
    .select(['file', 'name', 'width', 'height', 'made_at', 'crop'])
    .where('picture_id', '=', picture)
    .orderBy('made_at', 'desc')
    .orderBy('file')
    .execute()
  return rows.map(({ made_at, crop, ...row }) => ({ ...row, madeAt: made_at, isCropped: crop !== null }))
}

/**
 * All of a picture, for who crops it: what was kept of it before it was cropped, else its upload. For people of the
 * newsroom only.
 *
 * @throws NotFound
 */
export async function wholeAnswer(gawai: Pick<Gawai, 'db' | 'storage'>, picture: Id): Promise<Response> {
  const { original, file } = await currentFile(gawai, picture)
  const whole = await gawai.db
    .selectFrom('picture_file')
    .select('file')
    .where('picture_id', '=', picture)
    .where('original', original === null ? 'is' : '=', original)
    .where('crop', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return privateAnswer(gawai, whole || original === null ? storedName(whole?.file ?? file) : originalName(original))
}

/** The upload as it came, to be saved. For people of the newsroom only: it holds all that a camera wrote. @throws NotFound */
export async function originalAnswer(gawai: Pick<Gawai, 'db' | 'storage'>, picture: Id): Promise<Response> {
  const { original, name } = await currentFile(gawai, picture)
  if (original === null)
    throw new NotFound(`The upload of "${name}" is not kept any more`, {
      key: 'refusedPicture.noOriginal',
      values: { name },
    })
  const stem = name.replace(/^.*\/|\.[^.]*$/g, '').replace(/[^\p{L}\p{N}._ -]/gu, '-')
  const saved = encodeURIComponent(`${stem}.${endingOf(original)}`)
  return privateAnswer(gawai, originalName(original), {
    'content-disposition': `attachment; filename*=UTF-8''${saved}`,
  })
}

async function currentFile({ db }: Pick<Gawai, 'db'>, picture: Id) {
  const row = await db
    .selectFrom('picture')
    .innerJoin('picture_file', 'picture_file.file', 'picture.file')
    .select(['picture.file', 'original', 'name'])
    .where('picture.id', '=', picture)
    .executeTakeFirst()
  if (!row) throw new NotFound(`There is no picture ${picture} in the library`, { key: 'refusedPicture.gone' })
  return row
}

async function privateAnswer(
  { storage }: Pick<Gawai, 'storage'>,
  name: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const file = await storage.open(name)
  if (!file) throw new NotFound('The file of the picture is not there any more', { key: 'refusedPicture.noFile' })
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': typeOf(endingOf(name)),
    'content-length': String(file.size),
    ...more,
  }
  return new Response(file.stream(), { headers })
}
