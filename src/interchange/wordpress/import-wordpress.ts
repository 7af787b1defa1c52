import { placeSectionsBySize } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import { begin, type Importing } from './importing.ts'
import { readItem, type ReadItem } from './item-content.ts'
import { readWxr } from './read-wxr.ts'
import { type ImportReport, reportOf } from './report.ts'
import { isArticle, scan } from './scan.ts'
import { writeBatch } from './write-batch.ts'
import { writeTerms } from './write-terms.ts'
import type { WxrItem } from './wxr.ts'

/** So many articles go into one write: enough to share a sync, few enough that other writers do not wait. */
const atOnce = 50

/**
 * Reads a WordPress export into the site: authors, categories, tags, posts and pages, at their old addresses, public
 * only what was public. The file is read twice: first to refuse a broken one before anything is written, then to write.
 * What came in an earlier run of the same export is left alone, so a run that was cut off is finished by another.
 *
 * @throws Invalid when the file is no whole export
 */
export async function importWordPress(gawai: Gawai, file: string): Promise<ImportReport> {
  const importing = await begin(gawai, await scan(file))
  await writeTerms(importing)
  let batch: ReadItem[] = []
  for await (const record of readWxr(file)) {
    if (record.kind !== 'item' || !isArticle(record.item) || !isNew(importing, record.item)) continue
    batch.push(...readOrRefuse(importing, record.item))
    if (batch.length < atOnce) continue
    await writeBatch(importing, batch)
    batch = []
  }
  await writeBatch(importing, batch)
  if (importing.isFirst) await gawai.write(placeSectionsBySize)
  return reportOf(importing.facts)
}

/** A text that only a bomb would be takes nothing else down with it. */
function readOrRefuse({ reading, facts }: Importing, item: WxrItem): ReadItem[] {
  try {
    return [readItem(item, reading)]
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    facts.refused.push({ id: item.id, title: item.title, why: 'its text is nested or repeated beyond measure' })
    return []
  }
}

function isNew({ seen, done, facts }: Importing, { id, title, line }: WxrItem): boolean {
  const isTwice = seen.has(id)
  seen.add(id)
  if (isTwice)
    facts.refused.push({
      id: id,
      title: title,
      why: `an item before it has the same id (this one is at line ${line})`,
    })
  else if (done.has(id)) facts.unchanged += 1
  return !isTwice && !done.has(id)
}
