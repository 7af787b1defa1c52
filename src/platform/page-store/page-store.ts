import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import type { Instant } from '../database/tables.ts'
import type { Log } from '../log.ts'
import { countDrops } from './drops.ts'
import { keeping } from './keeping.ts'
import type { PagePlan } from './page.ts'
import { answerOf, type ReadyPage, sendPage, type Staleness, staleHeaders } from './ready-page.ts'
import { pageRenderer } from './render.ts'
import { openShelf } from './shelf.ts'
import { countViews } from './views.ts'

/** The pages that readers ask for, kept as compressed fragments in memory and on disk. */
export interface PageStore {
  /**
   * The hit path, before anything else sees the request: true when it is answered, from memory or from disk.
   *
   * @param path canonical
   */
  answer(request: IncomingMessage, response: ServerResponse, path: string): boolean
  /**
   * The cold path: plans and renders the page once however many ask, keeps it and answers. Everything that the plan
   * shows is read inside it or inside its parts, so that a write in the meantime is noticed.
   *
   * @param path what names the page, where it is not the request's own path
   */
  open(request: Request, plan: () => Promise<PagePlan>, path?: string): Promise<Response>
  /** Renders a page for nobody and puts it on the disk, so that it can be read later when the database is gone. */
  keep(path: string, plan: () => Promise<PagePlan>): Promise<void>
  /** From now on no request is answered with what these subjects showed; see also `forgotten`. */
  drop(subjects: readonly string[]): void
  /** The same for everything there is. */
  dropAll(): void
  /** Notes that the store is in step with the database at this moment. */
  confirm(at: Instant): void
  readonly confirmedAt: Instant
  /** True while the database cannot be asked: answers say their age, and what was dropped may be shown again. */
  isDegraded: boolean
  takeViews(): ReadonlyMap<string, number>
  check(): { checked: number; problems: string[] }
  close(): Promise<void>
}

export interface PageStoreOptions {
  /** `pages.db` in the data folder; undefined keeps pages in memory only. */
  file: string | undefined
  /** Of what renders; pages kept by another version are dropped at the start. */
  version?: string
  clock: Clock
  log: Log
  /** Keeps nothing, so that the cost of rendering can be measured. */
  isOff?: boolean
  /** Whether what a plan threw means that the database is away. */
  isDatabaseGone?: (error: unknown) => boolean
  /** Bytes of memory for compressed pages and fragments. */
  memory?: number
}

const megabyte = 1024 * 1024
const mostMemory = 48 * megabyte

export function openPageStore(options: PageStoreOptions): PageStore {
  const { file, version = '', clock, log, isOff = false, isDatabaseGone = () => false, memory = mostMemory } = options
  const drops = countDrops()
  const shelf = file === undefined || isOff ? undefined : openShelf({ file, version, drops, log })
  const kept = keeping(drops, clock, memory, shelf)
  const render = pageRenderer(drops, isOff ? undefined : kept)
  const views = countViews()
  let confirmedAt = shelf?.confirmedAt ?? 0
  let isDegraded = false

  const staleness = (): Staleness => ({ age: Math.max(0, Math.floor((clock.now() - confirmedAt) / 1000)) })

  return {
    answer(request, response, path) {
      if (isOff || (request.method !== 'GET' && request.method !== 'HEAD')) return false
      const page = kept.page(path, isDegraded)
      if (!page) return false
      views.count(path, request)
      sendPage(page, request, response, isDegraded ? staleness() : undefined)
      return true
    },
    async open(request, plan, pathname = new URL(request.url).pathname) {
      try {
        return responseOf(await render(pathname, plan), request)
      } catch (error) {
        const page = isDatabaseGone(error) ? kept.page(pathname, true) : undefined
        if (!page) throw error
        return responseOf(page, request, staleness())
      }
    },
    async keep(path, plan) {
      if (isOff) return
      if (!kept.page(path, false)) await render(path, plan)
      await shelf?.synced()
    },
    drop(spelled) {
      const lost = spelled.filter((subject) => subject.startsWith('!')).map((subject) => subject.slice(1))
      const plain = spelled.filter((subject) => !subject.startsWith('!'))
      drops.drop(plain)
      drops.drop(lost, true)
      shelf?.drop(plain, false)
      shelf?.drop(lost, true)
    },
    dropAll() {
      drops.dropAll()
      shelf?.dropAll()
    },
    confirm(at) {
      confirmedAt = at
      if (shelf) shelf.confirmedAt = at
    },
    get confirmedAt() {
      return confirmedAt
    },
    get isDegraded() {
      return isDegraded
    },
    set isDegraded(is) {
      isDegraded = is
    },
    takeViews: () => views.take(),
    check: () => shelf?.check() ?? { checked: 0, problems: [] },
    async close() {
      shelf?.close()
    },
  }
}

function responseOf(page: ReadyPage, request: Request, staleness?: Staleness): Response {
  const { status, headers, body } = answerOf(page, {
    ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
    acceptEncoding: request.headers.get('accept-encoding') ?? undefined,
  })
  const lines = staleness ? [...headers, ...staleHeaders(staleness)] : headers
  const pairs: [string, string][] = []
  for (let index = 0; index < lines.length; index += 2) pairs.push([lines[index] ?? '', lines[index + 1] ?? ''])
  return new Response(request.method === 'HEAD' || body === undefined ? null : new Uint8Array(body), {
    status,
    headers: pairs,
  })
}
