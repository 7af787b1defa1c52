/** What is looked for; each is a figure of its own, so that a zero is seen. */
const sorts = [
  'dead addresses',
  'HTML',
  'facts',
  'feeds',
  'foreign requests',
  'console',
  'pictures',
  'needs script',
  'barriers',
  'too wide',
] as const

export type Sort = (typeof sorts)[number]

export interface Problem {
  page: string
  kind: string
  sort: Sort
  what: string
}

export interface ProblemBook {
  /** A problem that is met for the first time is told at once: whoever waits can stop. */
  note(page: { path: string; kind: string }, sort: Sort, what: string): void
  /** A line for each different problem, with the page where it was met first. */
  table(name: string): void
  figures(): Record<string, number>
}

export function problemBook(out: (line: string) => void): ProblemBook {
  const problems: Problem[] = []
  const met = new Set<string>()
  return {
    note({ path, kind }, sort, what) {
      const problem = { page: path, kind, sort, what: what.replaceAll(/\s+/g, ' ').slice(0, 400) }
      problems.push(problem)
      if (met.has(`${sort} ${problem.what}`)) return
      met.add(`${sort} ${problem.what}`)
      out(row([problem]).join('  '))
    },
    table(name) {
      const rows = [...Map.groupBy(problems, ({ sort, what }) => `${sort} ${what}`).values()].map(row)
      const wide = [0, 1, 2].map((column) => Math.max(0, ...rows.map((cells) => cells[column]?.length ?? 0)))
      out(`${name}: ${problems.length} problems, ${rows.length} different`)
      for (const cells of rows) out(cells.map((cell, column) => cell.padEnd(wide[column] ?? 0)).join('  '))
    },
    figures: () => Object.fromEntries(sorts.map((sort) => [sort, problems.filter((one) => one.sort === sort).length])),
  }
}

function row([first, ...more]: Problem[]): string[] {
  if (!first) return []
  const pages = new Set(more.map(({ page }) => page).filter((page) => page !== first.page)).size
  return [first.page + (pages > 0 ? ` (+${pages})` : ''), first.kind, first.sort, first.what]
}
