/** The values of a scale, evenly apart. */
export interface Scale {
  low: number
  high: number
  ticks: number[]
}

/**
 * A scale of round steps (1, 2 or 5 times a power of ten) around values: between three and six lines.
 *
 * @param least nothing smaller is counted: the smallest step
 */
export function scaleOf(lowest: number, highest: number, least = 1): Scale {
  const span = Math.max(highest - lowest, highest * 0.1, least)
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(least, ([1, 2, 5].find((one) => one * power >= rough) ?? 10) * power)
  const low = Math.max(0, Math.floor(lowest / step) * step)
  const high = Math.max(low + step, Math.ceil(highest / step) * step)
  const count = Math.round((high - low) / step)
  return { low, high, ticks: Array.from({ length: count + 1 }, (_, index) => low + index * step) }
}

/** The first day of each month, or of every so many, between two days. */
export function monthsBetween(first: number, last: number, most: number): number[] {
  const months: number[] = []
  const begin = new Date(first)
  for (let month = begin.getUTCMonth() + (begin.getUTCDate() > 1 ? 1 : 0); ; month += 1) {
    const at = Date.UTC(begin.getUTCFullYear(), month, 1)
    if (at > last) break
    months.push(at)
  }
  const every = Math.max(1, Math.ceil(months.length / most))
  return months.filter((_, index) => index % every === 0)
}
