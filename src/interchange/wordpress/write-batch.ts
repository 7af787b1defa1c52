import { crashPoint } from '#platform/crash-point.ts'
import { Refusal } from '#platform/refusals.ts'
import { fateHere, writeItem } from './write-item.ts'
import type { Importing } from './importing.ts'
import type { ReadItem } from './item-content.ts'

/** One write for all; when one of them is refused, one write for each, so that only that one is. */
export async function writeBatch(importing: Importing, batch: readonly ReadItem[]): Promise<void> {
  if (batch.length === 0) return
  await importing.promised.begin(importing.gawai, importing.origin, importing.lang)
  crashPoint('import.batch')
  if (await isWritten(importing, batch)) return
  for (const read of batch) await isWritten(importing, [read])
}

async function isWritten(importing: Importing, batch: readonly ReadItem[]): Promise<boolean> {
  const { gawai, terms, facts } = importing
  try {
    const notes = await gawai.write((unit) => Array.fromAsync(batch, (read) => writeItem(importing, unit, read)))
    for (const [index, read] of batch.entries()) noteDone(importing, read, notes[index] ?? [])
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    terms.forget()
    const [only, ...more] = batch
    if (only && more.length === 0)
      facts.refused.push({ id: only.item.id, title: only.content.title, why: error.message })
    return false
  }
}

function noteDone(importing: Importing, read: ReadItem, notes: readonly string[]): void {
  const { facts, gawai, promised } = importing
  const { item, content, notUnderstood } = read
  promised.noteBegun(item.id)
  facts.fates[fateHere(importing, read, gawai.clock.now()).is] += 1
  facts.imported[item.type] = (facts.imported[item.type] ?? 0) + 1
  for (const why of [...notes, ...notUnderstood]) facts.notes.push({ id: item.id, title: content.title, why })
}
