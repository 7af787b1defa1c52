import { get as httpGet, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { DatabaseGone, isDatabaseGone } from '#platform/database/gone.ts'
import { listen } from '#platform/http/server.ts'
import { type Log, silentLog } from '#platform/log.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { openPageStore, type PageStore } from '#platform/page-store/page-store.ts'
import { type StillClock, stillClock } from '#test/clock.ts'
import { temporaryFolder } from '#test/temporary.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  raw: Buffer
  text: string
}

/** A page store behind a server, over a "database" that is a map of words: `/x` shows the word of subject `x`. */
export interface ServedPages {
  store: PageStore
  clock: StillClock
  file: string
  words: Map<string, string>
  /** Rendered so far: subjects, in their order. */
  rendered: string[]
  /** While true nothing can be read. */
  isAway: boolean
  plan(path: string): Promise<PagePlan>
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>
  /** Closes the store and opens it again on the same folder, with nothing in memory. */
  restart(options?: { version?: string; log?: Log }): Promise<void>
}

export async function servePages(test: TestContext, options: { memory?: number } = {}): Promise<ServedPages> {
  const file = join(await temporaryFolder(test), 'pages.db')
  const clock = stillClock()
  const open = (more: object = {}) =>
    openPageStore({ file, clock, log: silentLog, isDatabaseGone, version: '1', ...options, ...more })
  const listening = async (store: PageStore) =>
    listen({ host: '127.0.0.1', port: 0, origin: undefined, proxy: [], fetch, pages: store, log: silentLog })
  const fetch = async (request: Request) => served.store.open(request, () => planOf(new URL(request.url).pathname))

  const partOf = (subject: string, view: string): Part => ({
    subject,
    view,
    render() {
      served.rendered.push(subject)
      return { body: `<p>${subject}: ${served.words.get(subject) ?? 'nothing'}</p>` }
    },
  })
  async function planOf(path: string): Promise<PagePlan> {
    if (served.isAway) throw new DatabaseGone('away')
    const subject = path.slice(1)
    if (!served.words.has(subject)) return { subject: '', status: 404, parts: ['<p>Nobody</p>'] }
    return {
      subject,
      status: 200,
      parts: [partOf('shell', 'top'), partOf(subject, 'body'), '<hr>', partOf('list', 'rail')],
    }
  }

  const first = open()
  let server = await listening(first)
  const served: ServedPages = {
    store: first,
    clock,
    file,
    words: new Map(),
    rendered: [],
    isAway: false,
    plan: planOf,
    get: (path, headers = { 'accept-encoding': 'gzip' }, method = 'GET') => ask(server.url + path, headers, method),
    async restart(again) {
      await server.close()
      await served.store.close()
      served.store = open(again)
      server = await listening(served.store)
    },
  }
  test.after(async () => {
    await server.close()
    await served.store.close()
  })
  return served
}

/** Asks as a program would, with nothing added to the headers and nothing unpacked from `raw`. */
export function ask(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpGet(url, { headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const raw = Buffer.concat(chunks)
        const isPacked = response.headers['content-encoding'] === 'gzip' && raw.length > 0
        const text = String(isPacked ? gunzipSync(raw) : raw)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, raw, text })
      })
    })
    request.on('error', reject)
  })
}
