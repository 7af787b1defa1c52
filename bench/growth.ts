import { copyOf } from './copies.ts'
import { figureHeads, figureRow, rounds, type Case } from './pages.ts'
import { placesOf } from './places.ts'
import { type Server, startSite } from './processes.ts'
import { printTable } from './table.ts'

/** The same pages, uncached, of a newsroom and of one ten times as large, in interleaved rounds. */
export async function growth(small: string, large: string): Promise<Record<string, number>> {
  const copies = [copyOf(small), copyOf(large)]
  const servers: Server[] = []
  const cases: Case[][] = []
  for (const [index, { data }] of copies.entries()) {
    const server = await startSite(['10,000', '100,000'][index] ?? '', data, { GAWAI_PAGE_STORE: 'off' })
    servers.push(server)
    cases.push(casesOf(server, data))
  }
  const [few = [], many = []] = cases
  const paired = few.flatMap((one, index) => [one, many[index] ?? one])
  const figures = await rounds(paired, 5)
  for (const server of servers) await server.stop()
  for (const copy of copies) copy.remove()
  printTable(figureHeads, figures.map(figureRow))
  const ratios = few.map(({ page }, index): [string, number] => [
    `growth ${page}`,
    (figures[index * 2 + 1]?.cpu ?? Number.NaN) / (figures[index * 2]?.cpu ?? Number.NaN),
  ])
  return Object.fromEntries(ratios)
}

function casesOf(server: Server, data: string): Case[] {
  const { section, nextArticle } = placesOf(data)
  return [
    { page: 'article', server, next: nextArticle() },
    { page: 'home', server, next: () => '/' },
    { page: 'section', server, next: () => section },
    { page: 'feed', server, next: () => '/feed/' },
  ]
}
