import { publishRevision, revise, scheduleRevision } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { siteZone } from '#platform/settings.ts'
import { keepMeta, noteImported } from '../imported.ts'
import type { Importing } from './importing.ts'
import type { ReadItem } from './item-content.ts'
import { fateOf, modifiedAt, otherMeta, publishedAt } from './item-facts.ts'
import { freePath, layOldPaths } from './old-paths.ts'
import { beginArticle } from './promised-articles.ts'
import { isProgramPath } from './program-paths.ts'
import { placeItem } from './place-item.ts'
import { primarySection } from './primary-section.ts'

/**
 * Makes an article of an item: public, scheduled or a draft, as it was.
 *
 * @returns what somebody should know about it
 */
export async function writeItem(importing: Importing, unit: Unit, read: ReadItem): Promise<string[]> {
  const { found, lang, origin, promised } = importing
  const { item } = read
  const content = await placeItem(read, importing.terms.within(unit), primarySection(item, found.categories))
  const id = promised.idOf(item.id)
  if (!promised.isBegun(item.id)) await beginArticle(unit, { ...item, id, lang })
  const revision = await revise(unit, id, content)
  await noteImported(unit, origin, 'article', item.id, id)
  await keepMeta(unit, id, otherMeta(item))
  return applyFate(importing, unit, read, { article: id, revision })
}

/** What becomes of an item of this run at that moment. */
export const fateHere = ({ gawai }: Importing, { item }: ReadItem, now: number) =>
  fateOf(item, now, gawai.settings.get(siteZone))

async function applyFate(
  importing: Importing,
  unit: Unit,
  read: ReadItem,
  written: { article: Id; revision: Id },
): Promise<string[]> {
  const { gawai } = importing
  const fate = fateHere(importing, read, unit.now)
  if (fate.is === 'scheduled') await scheduleRevision(unit, gawai, { ...written, due: fate.due })
  if (fate.is === 'draft' && fate.why !== undefined) return [`it stays a draft: ${fate.why}`]
  return fate.is === 'public' ? makePublic(importing, unit, read, written) : []
}

async function makePublic(
  { gawai, found, lang }: Importing,
  unit: Unit,
  read: ReadItem,
  { article, revision }: { article: Id; revision: Id },
): Promise<string[]> {
  const { item } = read
  const old = found.addresses.pathOf(item)
  const free = old === undefined ? undefined : await freePath(unit, article, old)
  const at = publishedAt(item, gawai.settings.get(siteZone))
  const modified = modifiedAt(item)
  const { path } = await publishRevision(unit, gawai.settings, {
    article,
    revision,
    ...(at !== undefined && { at }),
    ...(modified !== undefined && { modifiedAt: modified }),
    ...(free !== undefined && { path: free }),
  })
  const closed = await layOldPaths(unit, found.addresses, read, path, { kind: 'article', target: article, lang })
  return [
    ...(path !== old ? notesOnPath(item.link, old, path) : []),
    ...closed.map((former) => `its former address ${former} cannot lead to it: ${ofProgram}`),
    ...(at === undefined ? ['it has no date: it is published as of now'] : []),
  ]
}

const ofProgram = 'the program itself answers there'

/** A plain address leads on by itself; any other that is lost is told. */
function notesOnPath(link: string, old: string | undefined, path: string): string[] {
  if (old !== undefined)
    return [
      `its address ${old} ${isProgramPath(old) ? `cannot be kept, ${ofProgram}` : 'is taken'}: it stands at ${path}`,
    ]
  const { pathname = '', search = '' } = URL.canParse(link) ? new URL(link) : {}
  if (pathname === '/' && search === '') return [`it was the front page: it stands at ${path}`]
  return pathname === '/' ? [] : [`its old address is unknown: it stands at ${path}`]
}
