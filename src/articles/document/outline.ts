/** The title of the page is its first level. */
const title = 1
/** A document has three levels below that. */
const deepest = 4

/**
 * Gives each heading of one document the level at which it stands, whatever it was written as: nobody who walks a
 * page by its headings finds a level left out.
 */
export function outline(): (written: number) => number {
  let open: number[] = []
  return (written) => {
    open = [...open.filter((level) => level < written), written]
    return Math.min(title + open.length, deepest)
  }
}
