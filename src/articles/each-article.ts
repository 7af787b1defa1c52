import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'

const atOnce = 20

/**
 * Changes every article that a question finds, each in a write of its own, so that nobody who writes waits behind all of
 * them.
 *
 * @param find the next articles behind an id, by their ids, no more than `limit`
 */
export async function inEachArticle(
  { write }: Pick<Gawai, 'write'>,
  find: (after: Id, limit: number) => Promise<Id[]>,
  change: (unit: Unit, article: Id) => Promise<void>,
): Promise<void> {
  let after: Id = 0
  for (;;) {
    const articles = await find(after, atOnce)
    for (const article of articles) await write((unit) => change(unit, article))
    if (articles.length < atOnce) return
    after = articles.at(-1) ?? after
  }
}
