import type { Id } from '#platform/database/tables.ts'
import type { MarketCode } from '../tables.ts'

/** The lowest price that is asked for a device now, in the smallest unit of the market's currency. */
export interface LowestPrice {
  device: Id
  market: MarketCode
  amount: number
}

/** For each market the lowest price of each row. */
export interface LowestPrices {
  put(row: number, market: MarketCode, amount: number): void
  /** Forgets those of some rows, or all. */
  forget(rows?: readonly number[]): void
  /** `Infinity` where none is known. */
  of(market: MarketCode | undefined, row: number): number
  /** Where any is known. */
  markets(): MarketCode[]
}

export function openLowestPrices(): LowestPrices {
  const byMarket = new Map<MarketCode, Float64Array>()
  return {
    put(row, market, amount) {
      const known = byMarket.get(market) ?? new Float64Array()
      const column = row < known.length ? known : new Float64Array(Math.max(16, row * 2)).fill(Infinity)
      if (column !== known) column.set(known)
      column[row] = amount
      byMarket.set(market, column)
    },
    forget(rows) {
      for (const column of byMarket.values()) {
        if (!rows) column.fill(Infinity)
        else for (const row of rows) column[row] = Infinity
      }
    },
    of: (market = '', row) => byMarket.get(market)?.[row] ?? Infinity,
    markets: () => [...byMarket].filter(([, column]) => column.some(Number.isFinite)).map(([market]) => market),
  }
}
