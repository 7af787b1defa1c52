import { findAddress, redirectPath } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import type { ReadItem } from './item-content.ts'
import type { OldAddresses } from './old-addresses.ts'
import { decoded } from './permalinks.ts'
import { isProgramPath, numbered } from './program-paths.ts'
import type { WxrItem } from './wxr.ts'

/** The path, or, when the program or somebody else lives there, the next one with a number. */
export async function freePath(unit: Unit, article: Id, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wanted : numbered(wanted, number)
    if (isProgramPath(path)) continue
    const owner = await findAddress({ db: unit.tx }, path)
    if (owner === undefined || owner.target === article) return path
  }
}

type Resident = Parameters<typeof redirectPath>[1]

/**
 * Every address that the article had leads to it still: its short link, slugs and dates from before, the pages of a
 * parted text. An address at which another public article stands is that one's.
 *
 * @returns those that cannot lead to it, because the program answers there
 */
export async function layOldPaths(
  unit: Unit,
  addresses: OldAddresses,
  { item, morePages }: ReadItem,
  path: string,
  resident: Resident,
): Promise<string[]> {
  // Short links and the ids in old feeds have this form whatever the addresses are.
  if (/^\d{1,15}$/.test(item.id)) await redirectPath(unit, resident, `/?p=${item.id}`)
  const was = addresses.pathOf(item)
  if (was === undefined) return []
  const parts = Array.from({ length: morePages }, (_, index) => `${was.replace(/\/?$/, '/')}${index + 2}/`)
  const olds = [...new Set([...formerPaths(item, was), ...parts])].filter(
    (old) => old !== path && addresses.publicAt(old) === undefined,
  )
  for (const old of olds) await redirectPath(unit, resident, old)
  return olds.filter(isProgramPath)
}

/** The same address with a slug or a date of before. */
function formerPaths({ meta, date }: WxrItem, path: string): string[] {
  return meta.flatMap(({ key, value }) => {
    if (value === '') return []
    if (key === '_wp_old_slug') return canonical(path.replace(/[^/]+(\/?)$/, `${encodeURIComponent(decoded(value))}$1`))
    return key === '_wp_old_date' ? canonical(withDate(path, date, value)) : []
  })
}

/** `/2018/03/x/` of 2018-03-06 is `/2018/02/x/` of 2018-02-28. */
function withDate(path: string, date: string, before: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  const [oldYear, oldMonth, oldDay] = before.split('-')
  return path
    .replace(`/${year}/${month}/${day}/`, `/${oldYear}/${oldMonth}/${oldDay}/`)
    .replace(`/${year}/${month}/`, `/${oldYear}/${oldMonth}/`)
}

function canonical(path: string): string[] {
  const known = canonicalPath(path)
  return known === undefined ? [] : [known]
}
