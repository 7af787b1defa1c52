import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { Invalid } from '#platform/refusals.ts'
import { noChromium } from '#test/chromium.ts'
import { freePort, gawai, lifetime, type RunningSite, sharedBrowser, startSite } from '#test/journeys/site.ts'
import { proveInBrowser } from './reader-site/in-browser.ts'
import { proveMarkup } from './reader-site/markup.ts'
import { problemBook, type ProblemBook } from './reader-site/problem-book.ts'
import { walk } from './reader-site/walk.ts'
import type { Eval } from './run.ts'

interface Wish {
  browser: Browser
  most: number
  isThorough: boolean
}

/**
 * Walks every page that a reader can reach, on the demo and on an imported site, as the program serves them: sound
 * markup, no dead address, nothing from another host, no barrier, the same text without JavaScript.
 *
 * Arguments: EXPORT.xml (a WordPress export; without it only the demo is walked), --most PAGES (of the import, 200),
 * --thorough (every page in light and dark, small and large; else one page of each kind so, and the others small)
 */
export const run: Eval = async (args, out) => {
  const { most, isThorough, file } = readArgs(args)
  if (noChromium !== false) throw new Invalid('Pages are looked at in Chromium, and there is none: CHROMIUM names it')
  const life = lifetime()
  try {
    const browser = await sharedBrowser(life)
    const demo = await prove('demo', { browser, most: Infinity, isThorough }, out)
    if (file === undefined || !existsSync(file)) {
      out(`No import was walked: ${file === undefined ? 'no export was given' : `there is no file ${file}`}`)
      return demo
    }
    return { ...demo, ...(await prove('import', { browser, most, isThorough }, out, file)) }
  } finally {
    await life.end()
  }
}

function readArgs(args: string[]) {
  const options = { most: { type: 'string', default: '200' }, thorough: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const most = Number(values.most)
  if (!(most >= 1)) throw new Invalid(`--most is "${values.most}"; it must be a number of pages, such as 200`)
  return { most, isThorough: values.thorough, file: positionals[0] }
}

/** One site from its start to its end. */
async function prove(name: string, wish: Wish, out: (line: string) => void, file?: string) {
  const life = lifetime()
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  const book = problemBook(out)
  try {
    if (file !== undefined) await importInto(folder, file)
    // Whole addresses stand in pages, so the program must know its port before it listens.
    const port = await freePort()
    const site = await startSite(life, { PORT: port }, folder, file === undefined ? [] : ['--empty'])
    const { pages, files } = await examine(site, wish, book, out)
    book.table(name)
    return named(name, { pages, files, ...book.figures() })
  } finally {
    await life.end()
    await rm(folder, { recursive: true, force: true })
  }
}

async function examine(
  site: RunningSite,
  { browser, most, isThorough }: Wish,
  book: ProblemBook,
  out: (line: string) => void,
) {
  const walked = await walk(site.url, most, book)
  const pages = walked.filter(({ isPage }) => isPage)
  out(`${pages.length} pages and ${walked.length - pages.length} files answer`)
  for (const page of pages) await proveMarkup(page, book)
  out('Their markup is read; now the browser looks at each')
  await proveInBrowser({ browser, site, walked, isThorough }, book)
  return { pages: pages.length, files: walked.length - pages.length }
}

async function importInto(data: string, file: string): Promise<void> {
  const { code, err } = await gawai(['import', 'wordpress', file, '--data', data])
  if (code !== 0) throw new Invalid(err)
}

const named = (name: string, figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${name} ${key}`, value]))
