import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath, isPlainForm } from '#platform/http/canonical-path.ts'
import { Conflict, Invalid } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import './tables.ts'
import type { AddressKind } from './tables.ts'

/** Who lives at a path: still (`isCurrent`) or before it moved. */
export interface Address {
  kind: AddressKind
  target: Id
  lang: Language
  isCurrent: boolean
}

interface Place {
  kind: AddressKind
  target: Id
  lang: Language
}

/**
 * First segments that the program itself answers now or has promised to later parts of it. No article, section or
 * topic may take one.
 */
export const reservedSegments: ReadonlySet<string> = new Set(
  `id en rubrik sections topik topics gawai devices klaim claims sumber sources pasar markets merek brands penulis
  authors terbaru latest cari search arsip archive newsroom redaksi-masuk author page assets media api mcp healthz
  readyz metrics look feed feeds rss.xml atom.xml feed.json sitemap.xml sitemap-news.xml sitemap_index.xml wp-sitemap.xml
  sitemaps robots.txt llms.txt favicon.ico logo.svg offline offline.js sebelum before komentar comments
  langganan subscriptions koreksi corrections pratinjau preview`.split(/\s+/),
)

/** @throws Invalid when the path's first segment belongs to the program */
export function refuseReserved(path: string): void {
  const first = path.split('/')[1] ?? ''
  if (reservedSegments.has(first))
    throw new Invalid(`The address ${path} cannot be used: "/${first}" belongs to the program; choose another slug`, {
      key: 'refusedAddress.reserved',
      values: { path, first },
    })
}

const atPath = compileOnce<{ path: string }>()((db, blank) =>
  db.selectFrom('address').select(['kind', 'target_id', 'lang', 'is_current']).where('path', '=', blank.path),
)
const currentOf = compileOnce<{ kind: AddressKind; target: Id; lang: Language }>()((db, blank) =>
  db
    .selectFrom('address')
    .select('path')
    .where('kind', '=', blank.kind)
    .where('target_id', '=', blank.target)
    .where('lang', '=', blank.lang)
    .where('is_current', '=', 1),
)

/** @param path canonical, see `canonicalPath` */
export async function findAddress({ db }: Pick<Gawai, 'db'>, path: string): Promise<Address | undefined> {
  const [row] = await atPath(db, { path })
  return row && { kind: row.kind, target: row.target_id, lang: row.lang, isCurrent: row.is_current === 1 }
}

/** Where something lives now. */
export async function currentPath(
  { db }: Pick<Gawai, 'db'>,
  { kind, target, lang }: Place,
): Promise<string | undefined> {
  return (await currentOf(db, { kind, target, lang }))[0]?.path
}

/**
 * Gives a place its current path; the path it had before redirects from now on.
 *
 * @param wanted canonical path; with `isExact` a taken path is refused, without it `-2`, `-3` ... is appended
 * @returns the path it got
 * @throws Conflict when an exact path is taken by something else
 */
export async function moveTo(unit: Unit, place: Place, wanted: string, { isExact = false } = {}): Promise<string> {
  const path = isExact ? await exactly(unit, place, wanted) : await firstFree(unit, place, wanted)
  await unit.tx
    .updateTable('address')
    .set({ is_current: 0 })
    .where('kind', '=', place.kind)
    .where('target_id', '=', place.target)
    .where('lang', '=', place.lang)
    .where('path', '!=', path)
    .execute()
  await layAddress(unit, place, path, true)
  return path
}

/** Lets an old path answer with a redirect to the place. A path that something lives at now is left alone. */
export async function redirectPath(unit: Unit, place: Place, from: string): Promise<void> {
  const path = isPlainForm(from) ? from : canonicalPath(from)
  if (path === undefined)
    throw new Invalid(`"${from}" is no path of a site: it must begin with a slash`, {
      key: 'refusedAddress.noPath',
      values: { path: from },
    })
  const owner = await ownerOf(unit, path)
  if (!owner) await layAddress(unit, place, path, false)
}

async function exactly(unit: Unit, place: Place, path: string): Promise<string> {
  const owner = await ownerOf(unit, path)
  if (owner && !isSame(owner, place))
    throw new Conflict(`The address ${path} is taken by ${owner.kind} ${owner.target}: choose another slug`, {
      key: 'refusedAddress.taken',
      values: { path },
    })
  return path
}

async function firstFree(unit: Unit, place: Place, wanted: string): Promise<string> {
  const [, stem = wanted, slash = ''] = /^(.*?)(\/?)$/.exec(wanted) ?? []
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted : `${stem}-${number}${slash}`
    const owner = await ownerOf(unit, path)
    if (!owner || isSame(owner, place)) return path
  }
}

async function ownerOf(unit: Unit, path: string): Promise<Place | undefined> {
  const [row] = await atPath(unit.tx, { path })
  return row && { kind: row.kind, target: row.target_id, lang: row.lang }
}

const isSame = (one: Place, other: Place) =>
  one.kind === other.kind && one.target === other.target && one.lang === other.lang

async function layAddress(unit: Unit, { kind, target, lang }: Place, path: string, isCurrent: boolean): Promise<void> {
  const is_current = isCurrent ? 1 : 0
  const laid = await unit.tx
    .insertInto('address')
    .values({ path, kind, target_id: target, lang, is_current, made_at: unit.now })
    .onConflict((conflict) =>
      conflict
        .column('path')
        .doUpdateSet({ is_current })
        .where('address.kind', '=', kind)
        .where('address.target_id', '=', target)
        .where('address.lang', '=', lang),
    )
    .returning('path')
    .execute()
  // On PostgreSQL another unit may have taken it since this one looked.
  if (laid.length === 0)
    throw new Conflict(`The address ${path} was taken just now: try again`, {
      key: 'refusedAddress.takenNow',
      values: { path },
    })
  unit.drop(addressSubject(path))
}

/** The answer at a path that has no fragment of its own: a redirect, or an address that nobody had until now. */
export const addressSubject = (path: string): string => `address:${path}`
