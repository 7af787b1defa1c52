/** The middle of a few measurements: one that the machine disturbed does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Prints rows under heads, numbers to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [heads, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? spelled(cell) : cell)))
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  for (const [index, row] of cells.entries()) {
    const isNumber = (column: number) => typeof rows[0]?.[column] === 'number'
    const line = row.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    )
    console.log(line.join('  ').trimEnd())
    if (index === 0) console.log(widths.map((width) => '─'.repeat(width)).join('  '))
  }
}

/** Three figures that mean something. */
function spelled(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return value.toPrecision(3).includes('e') ? value.toFixed(0) : value.toPrecision(3)
}

/** Milliseconds for a fixed piece of work: how fast this machine is just now. */
export function calibration(): number {
  const began = performance.now()
  let sum = 0
  for (let number = 0; number < 50_000_000; number += 1) sum = (sum + number * number) | 0
  return sum === 0.5 ? 0 : performance.now() - began
}
