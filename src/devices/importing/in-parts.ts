/** So many values one statement may hold on both databases. */
const mostValues = 30_000

/** Does something with so many rows at once as one statement takes. @param columns of a row */
export async function inParts<Row>(
  rows: readonly Row[],
  columns: number,
  work: (part: Row[]) => Promise<unknown>,
): Promise<void> {
  const size = Math.floor(mostValues / columns)
  for (let from = 0; from < rows.length; from += size) await work(rows.slice(from, from + size))
}
