import type { Id } from '#platform/database/tables.ts'
import { formOf } from '../form.ts'
import type { MarketCode } from '../tables.ts'
import { type Column, grown, openColumn } from './column.ts'
import { type Facet, facets, type FacetValue } from './facets.ts'
import { type LowestPrice, openLowestPrices } from './lowest-prices.ts'
import { narrow, type RowTest } from './narrow.ts'
import { type FinderOrder, type NumberOrder, numberOrders, reordered, unknownRank } from './order.ts'
import type { FinderWish, Found, Hurdle } from './wish.ts'

/** What the finder knows of a device. */
export interface IndexedDevice {
  id: Id
  /** Every name of it with its brand's, as `formOf` spells them; lists by name are in the order of the first. */
  forms: readonly string[]
  values: Partial<Record<Facet, readonly FacetValue[]>>
  /** The lower comes first. */
  ranks: Partial<Record<NumberOrder, number>>
}

/** All devices in columns of numbers, in memory. */
export interface DeviceIndex {
  readonly size: number
  put(device: IndexedDevice): void
  remove(id: Id): void
  /** Takes the place of all prices, or of those of these devices. */
  putPrices(prices: readonly LowestPrice[], of?: readonly Id[]): void
  find(wish: FinderWish): Found
  /** What a value is called, where it has words of its own. */
  wordsOf(facet: Facet, key: string): string | undefined
  /** Where any price is known. */
  markets(): MarketCode[]
}

interface Order {
  rows: Uint32Array
  changed: Set<number>
}

const byForm = new Intl.Collator('id', { numeric: true })

export function openDeviceIndex(): DeviceIndex {
  const columns = new Map<Facet, Column>(facets.map((facet) => [facet, openColumn()]))
  const ranks = new Map(numberOrders.map((order): [FinderOrder, Uint32Array] => [order, new Uint32Array()]))
  /** Zero where a device was taken out. */
  let ids: Float64Array = new Float64Array()
  const forms: string[] = []
  const rowOf = new Map<Id, number>()
  const prices = openLowestPrices()
  const orders = new Map<string, Order>()

  const touch = (row: number) => {
    for (const { changed } of orders.values()) changed.add(row)
  }

  function inOrder(order: FinderOrder, market: MarketCode | undefined): Uint32Array {
    const name = order === 'price' ? `price ${market}` : order
    const known = orders.get(name) ?? { rows: new Uint32Array(), changed: new Set(forms.keys()) }
    orders.set(name, known)
    if (known.changed.size === 0) return known.rows
    const column = ranks.get(order)
    const rankOf = (row: number) =>
      order === 'price' ? Math.min(prices.of(market, row), Number.MAX_SAFE_INTEGER) : (column?.[row] ?? 0)
    known.rows = reordered(
      known.rows,
      known.changed,
      (one, other) =>
        rankOf(one) - rankOf(other) || byForm.compare(forms[one] ?? '', forms[other] ?? '') || one - other,
    )
    known.changed.clear()
    return known.rows
  }

  function testsOf({ filters, words = '', price }: FinderWish): Map<Hurdle, RowTest> {
    const tests = new Map<Hurdle, RowTest>()
    for (const [facet, keys] of filters) {
      const column = columns.get(facet)
      if (!column || keys.length === 0) continue
      const [matches, { sets }] = [column.matches(keys), column]
      tests.set(facet, (row) => matches[sets[row] ?? 0] === 1)
    }
    if (price) {
      const { market, from = 0, to = Number.MAX_SAFE_INTEGER } = price
      tests.set('price', (row) => prices.of(market, row) >= from && prices.of(market, row) <= to)
    }
    const asked = formOf(words).split(' ').filter(Boolean)
    if (asked.length > 0) tests.set('words', (row) => asked.every((word) => forms[row]?.includes(` ${word}`) === true))
    return tests
  }

  return {
    get size() {
      return rowOf.size
    },
    put(device) {
      const row = rowOf.get(device.id) ?? forms.length
      rowOf.set(device.id, row)
      if (row >= ids.length) ids = grown(ids)
      ids[row] = device.id
      forms[row] = device.forms.map((form) => ` ${form}`).join('\n')
      for (const [facet, column] of columns) column.put(row, device.values[facet] ?? [])
      for (const order of numberOrders) {
        const known = ranks.get(order) ?? new Uint32Array()
        const column = row < known.length ? known : grown(known)
        column[row] = device.ranks[order] ?? unknownRank
        ranks.set(order, column)
      }
      touch(row)
    },
    remove(id) {
      const row = rowOf.get(id)
      if (row === undefined) return
      rowOf.delete(id)
      ids[row] = 0
    },
    putPrices(lowest, of) {
      prices.forget(of?.flatMap((id) => rowOf.get(id) ?? []))
      for (const { device, market, amount } of lowest) {
        const row = rowOf.get(device)
        if (row !== undefined) prices.put(row, market, amount)
      }
      for (const name of orders.keys()) if (name.startsWith('price')) orders.delete(name)
    },
    find(wish) {
      const tests = testsOf(wish)
      const { hits, isHit, near } = narrow(forms.length, (row) => ids[row] !== 0, [...tests.values()])
      const hurdles = [...tests.keys()]
      const missingOnly = (hurdle: Hurdle) => near[hurdles.indexOf(hurdle)]
      const counted = (facet: Facet, column: Column) => column.count(hits, missingOnly(facet) ?? new Uint32Array())
      return {
        ids: pageOf(inOrder(wish.order, wish.market), isHit, wish).flatMap((row) => ids[row] ?? []),
        total: hits.length,
        counts: new Map([...columns].map(([facet, column]) => [facet, counted(facet, column)])),
        without: new Map(hurdles.map((hurdle) => [hurdle, missingOnly(hurdle)?.length ?? 0])),
      }
    },
    wordsOf: (facet, key) => columns.get(facet)?.wordsOf(key),
    markets: () => prices.markets(),
  }
}

/** So many of the hits in the order, after those that are skipped. */
function pageOf(order: Uint32Array, isHit: Uint8Array, { skip, limit }: FinderWish): number[] {
  const page: number[] = []
  let passed = 0
  for (const row of order) {
    if (isHit[row] !== 1) continue
    passed += 1
    if (passed > skip) page.push(row)
    if (page.length >= limit) break
  }
  return page
}
