import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { KyselyPlugin } from 'kysely'
import { readAssets } from '#look/assets.ts'
import { readWords } from '#platform/i18n.ts'
import { silentLog } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'
import { stillClock } from '#test/clock.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { type Lifetime, lifetime } from './journeys/site.ts'
import { assemble, wordFolders } from '../src/app.ts'
import { fillWithDemo } from '../src/commands/demo.ts'
import budgets from './page-budget.json' with { type: 'json' }

const units = ['bytes', 'queries'] as const
type Unit = (typeof units)[number]
type Cost = Partial<Record<Unit, number>>

/** The same text is packed a little differently by the zlib of another processor. */
const slack = { bytes: 1.01, queries: 1 }
/** So much below its number, a page has become cheaper for good: the number follows. */
const far = 0.9

describe('a page of the demo', () => {
  let costs: Record<string, Cost>
  const life = lifetime()
  after(() => life.end())
  before(async () => {
    costs = await measure(life)
  })

  for (const [name, budget] of Object.entries(budgets as Record<string, Cost>)) {
    it(`costs no more than its budget, and hardly less: ${name}`, () => {
      const verdicts = units.flatMap((unit) => verdict(name, unit, costs[name]?.[unit], budget[unit]) ?? [])
      assert.deepEqual(verdicts, [])
    })
  }

  it('has a budget', () => {
    assert.deepEqual(Object.keys(costs), Object.keys(budgets))
  })
})

describe('a budget', () => {
  it('says what grew, what shrank far, and nothing between', () => {
    assert.match(verdict('home', 'bytes', 1020, 1000) ?? '', /^home grew from 1000 bytes to 1020/)
    assert.match(verdict('feed', 'queries', 4, 3) ?? '', /^feed grew from 3 queries to 4/)
    assert.match(verdict('home', 'bytes', 899, 1000) ?? '', /lower the number/)
    assert.match(verdict('feed', 'queries', 2, 3) ?? '', /lower the number/)
    assert.equal(verdict('home', 'bytes', 1005, 1000), undefined)
    assert.equal(verdict('home', 'bytes', 901, 1000), undefined)
    assert.equal(verdict('style', 'queries', undefined, undefined), undefined)
  })
})

function verdict(name: string, unit: Unit, cost = 0, budget = 0): string | undefined {
  const place = `"${unit}" of "${name}" in test/page-budget.json`
  if (cost > budget * slack[unit])
    return `${name} grew from ${budget} ${unit} to ${cost}: make it smaller, or raise ${place} to ${cost} and say in the commit what readers get for it`
  if (cost < budget * far)
    return `${name} came down from ${budget} ${unit} to ${cost}: lower the number, ${place}, to ${cost}`
  return undefined
}

/** What each page costs when nothing is kept: bytes as they travel, and questions to the database. */
async function measure(life: Lifetime): Promise<Record<string, Cost>> {
  const { ask, longest, style } = await openDemo(life)
  return {
    home: await ask('/'),
    article: await ask(await longest()),
    section: await ask('/rubrik/ponsel/'),
    topic: await ask('/topik/xiaomi/'),
    device: await ask('/gawai/sony-xperia-10-vii/'),
    devices: await ask('/gawai/terbaru/'),
    feed: await ask('/feed/'),
    style: { bytes: (await ask(style)).bytes },
  }
}

async function openDemo(life: Lifetime) {
  const data = await temporaryFolder(life)
  const origin = 'https://gawai.example'
  const gawai = await openGawai({ data, origin, words: readWords(wordFolders), clock: stillClock(), log: silentLog })
  life.after(() => gawai.close())
  await fillWithDemo(gawai, false, () => {})
  const { plugin, count } = counter()
  const assets = readAssets()
  const counted = { db: gawai.db.withPlugin(plugin), reports: gawai.reports.withPlugin(plugin) }
  const app = assemble({ ...gawai, ...counted }, assets)
  const read = async (path: string) => {
    gawai.pages.dropAll()
    const response = await app.fetch(new Request(new URL(path, origin)))
    assert.equal(response.status, 200, `${path} answers ${response.status}: is it built, and still in the demo?`)
    return response.text()
  }
  return {
    style: assets.address('gawai.css'),
    async ask(path: string) {
      const already = count()
      const bytes = gzipSync(await read(path), { level: 9 }).length
      return { bytes, queries: count() - already }
    },
    async longest() {
      const sitemap = await read('/sitemaps/0.xml')
      const paths = [...sitemap.matchAll(/<loc>https:\/\/gawai\.example(\/\d{4}\/[^<]+)/g)].map(
        ([, path]) => path ?? '',
      )
      const pages = await Promise.all(paths.map(async (path) => ({ path, length: (await read(path)).length })))
      return pages.toSorted((one, other) => other.length - one.length)[0]?.path ?? '/'
    },
  }
}

/** A plugin of Kysely's sees every answer, also to a query that was compiled once, and costs nothing where none is set: the program knows of no counting. */
function counter(): { plugin: KyselyPlugin; count(): number } {
  let answers = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      answers += 1
      return result
    },
  }
  return { plugin, count: () => answers }
}
