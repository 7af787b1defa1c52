import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { keepListWords } from '#platform/list-words/keep-list-words.ts'
import { termsIn, wordsIn } from '#platform/list-words/list-words.ts'
import { type ListPlace, searchList } from '#platform/list-words/search-list.ts'
import { adapters, openFresh } from './open.ts'

/** So small that a few dozen rows are looked up, walked and led on through. */
const bounds = { owners: 3, walked: 5 }

/** A word in one of its spellings; many begin alike. */
const word = fc.constantFrom('Mi', 'mix', 'MIX3', 'café', 'Cafe', 'z', 'zé', 'Сяоми', 'сяо', '10%', '100', 'a_b', 'ax')
const texts = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))

/** Rows in the order of their ids, up or down. */
function page(
  db: Kysely<Tables>,
  list: string,
  wanted: { question: string; direction: 'asc' | 'desc'; from: ListPlace<number> | undefined; limit: number },
) {
  const { question, direction, from, limit } = wanted
  const behind = from ? sql`and owner ${direction === 'asc' ? sql`>` : sql`<`} ${from.id}` : sql``
  return searchList<number>(
    db,
    {
      list,
      terms: termsIn(question),
      direction,
      from,
      limit,
      atOf: (owner) =>
        sql`(select line.owner from list_line as line where line.list = ${list} and line.owner = ${owner})`,
      ranges: (most) => [
        sql`select owner as id, owner as at from list_line where list = ${list} ${behind}
          order by owner ${direction === 'asc' ? sql`asc` : sql`desc`} limit ${sql.lit(most)}`,
      ],
    },
    bounds,
  )
}

/** What a plain look at every text finds. */
const plainly = (all: readonly string[], question: string): number[] =>
  [...all.entries()]
    .filter(([, text]) => {
      const held = wordsIn(text)
      return held.length > 0 && wordsIn(question).every((asked) => held.some((one) => one.startsWith(asked)))
    })
    .map(([index]) => index + 1)

for (const { name, skip, url } of adapters)
  describe(`the words of a list on ${name}`, { skip }, () => {
    it('find what a plain look at every row finds, page by page, each row once and in its order', async (test) => {
      const { database } = await openFresh(test, url)
      let run = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(texts, { maxLength: 30 }),
          fc.array(fc.tuple(fc.nat({ max: 29 }), texts), { maxLength: 5 }),
          texts,
          fc.constantFrom('asc' as const, 'desc' as const),
          fc.integer({ min: 1, max: 4 }),
          async (first, changes, question, direction, limit) => {
            const list = `run ${(run += 1)}`
            const all = [...first]
            await database.write(async (unit) => {
              for (const [index, text] of first.entries())
                await keepListWords(unit, index + 1, { [list]: wordsIn(text) })
              for (const [index, text] of changes) {
                if (index >= all.length) continue
                all[index] = text
                await keepListWords(unit, index + 1, { [list]: wordsIn(text) })
              }
            })
            const found: number[] = []
            for (let from: ListPlace<number> | undefined, isMore = true; isMore;) {
              const { places, next } = await page(database.reports, list, { question, direction, from, limit })
              assert.ok(places.length <= limit)
              found.push(...places.map(({ id }) => id))
              from = next
              isMore = next !== undefined
            }
            const expected = plainly(all, question)
            assert.deepEqual(found, direction === 'asc' ? expected : expected.toReversed())
          },
        ),
        { numRuns: 100 },
      )
    })
  })
