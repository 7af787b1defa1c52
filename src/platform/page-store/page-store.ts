import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import type { Instant } from '../database/tables.ts'
import type { Log } from '../log.ts'
import type { Composition } from './composition.ts'
import { flights } from './flights.ts'
import { type Fragment, fragmentKey, makeFragment } from './fragment.ts'
import type { PagePlan, Part } from './page.ts'
import { answerOf, isCurrent, type ReadyPage, readyPage, sendPage, type Staleness, staleHeaders } from './ready-page.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { subjectCache } from './subject-cache.ts'
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
   * The cold path: plans and renders the page once however many ask, keeps it and answers.
   *
   * @param path what names the page, where it is not the request's own path
   */
  open(request: Request, plan: () => Promise<PagePlan>, path?: string): Promise<Response>
  /** Renders a page into the store for nobody, so that it can be read later when the database is gone. */
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
/** Beside its bytes an entry costs headers, keys and the objects around them. */
const overhead = 1500
const keptStatuses = new Set([200, 301, 410])

export function openPageStore({
  file,
  version = '',
  clock,
  log,
  isOff = false,
  isDatabaseGone = () => false,
  memory = 48 * megabyte,
}: PageStoreOptions): PageStore {
  const shelf: Shelf | undefined = file === undefined || isOff ? undefined : openShelf(file, version, log)
  const ready = subjectCache<ReadyPage>((memory * 2) / 3, (page) => page.gzip.length + overhead)
  const fragments = subjectCache<Fragment>(memory / 3, (fragment) => fragment.bytes.length + overhead / 4)
  const pageFlights = flights<ReadyPage>()
  const fragmentFlights = flights<Fragment>()
  const views = countViews()
  let confirmedAt = shelf?.confirmedAt ?? 0
  let isDegraded = false

  const staleness = (): Staleness => ({ age: Math.max(0, Math.floor((clock.now() - confirmedAt) / 1000)) })

  /** @param isOldWelcome also takes what was dropped or has passed its instant */
  function findFragment(subject: string, view: string, isOldWelcome: boolean): Fragment | undefined {
    const key = fragmentKey(subject, view)
    const kept = fragments.get(key)
    const now = clock.now()
    if (kept && (now < kept.until || isOldWelcome)) return kept
    const shelved = shelf?.fragment(subject, view, isOldWelcome)
    if (!shelved || (now >= shelved.until && !isOldWelcome)) return undefined
    if (shelved.live) fragments.set(key, shelved)
    return shelved
  }

  /** Joins a page from what is kept, or not at all. */
  function assemble(composition: Composition, isOldWelcome: boolean): ReadyPage | undefined {
    const found: Fragment[] = []
    for (const part of composition.parts) {
      const fragment = typeof part === 'string' ? literal(part) : findFragment(part.subject, part.view, isOldWelcome)
      if (!fragment) return undefined
      found.push(fragment)
    }
    return readyPage(composition, found)
  }

  function findPage(path: string, isOldWelcome: boolean): ReadyPage | undefined {
    const kept = ready.get(path)
    if (kept && isCurrent(kept, clock.now())) return kept
    const composition = kept?.composition.live ? kept.composition : shelf?.page(path, isOldWelcome)
    const page = composition && assemble(composition, isOldWelcome)
    if (page && isCurrent(page, clock.now())) ready.set(path, page)
    return page
  }

  async function renderFragment(part: Part): Promise<Fragment> {
    const found = isOff ? undefined : findFragment(part.subject, part.view, false)
    if (found) return found
    return fragmentFlights.join(fragmentKey(part.subject, part.view), async (wasDropped) => {
      const { body, until } = await part.render()
      const fragment = makeFragment(part, String(await body), until)
      if (wasDropped(part.subject)) fragment.live = false
      else keepFragment(fragment)
      return fragment
    })
  }

  const renderPart = async (part: Part | string): Promise<Fragment> =>
    typeof part === 'string' ? literal(part) : renderFragment(part)

  function keepFragment(fragment: Fragment): void {
    if (isOff) return
    fragments.set(fragmentKey(fragment.subject, fragment.view), fragment)
    shelf?.putFragment(fragment)
  }

  async function render(
    path: string,
    plan: () => Promise<PagePlan>,
    wasDropped: (subject: string) => boolean,
  ): Promise<ReadyPage> {
    const planned = await plan()
    const rendered = await Promise.all(planned.parts.map(renderPart))
    const composition: Composition = {
      path,
      subject: planned.subject,
      status: planned.status,
      type: planned.type ?? 'text/html; charset=utf-8',
      headers: planned.headers ?? {},
      parts: planned.parts.map((part) =>
        typeof part === 'string' ? part : { subject: part.subject, view: part.view },
      ),
      live: !wasDropped(planned.subject),
    }
    const page = readyPage(composition, rendered)
    if (keptStatuses.has(planned.status) && composition.live && !isOff) {
      ready.set(path, page)
      shelf?.putPage(composition)
    }
    return page
  }

  const fly = (path: string, plan: () => Promise<PagePlan>) =>
    pageFlights.join(path, (wasDropped) => render(path, plan, wasDropped))

  return {
    answer(request, response, path) {
      if (isOff || (request.method !== 'GET' && request.method !== 'HEAD')) return false
      const page = findPage(path, isDegraded)
      if (!page) return false
      views.count(path, request)
      sendPage(page, request, response, isDegraded ? staleness() : undefined)
      return true
    },
    async open(request, plan, pathname = new URL(request.url).pathname) {
      try {
        // Without a store every request is rendered for itself: that is what is being measured.
        const page = isOff ? await render(pathname, plan, () => false) : await fly(pathname, plan)
        return responseOf(page, request)
      } catch (error) {
        const kept = isDatabaseGone(error) ? findPage(pathname, true) : undefined
        if (!kept) throw error
        return responseOf(kept, request, staleness())
      }
    },
    async keep(path, plan) {
      if (!isOff && !findPage(path, false)) await fly(path, plan)
    },
    drop(subjects) {
      for (const spelled of subjects) {
        const isForgotten = spelled.startsWith('!')
        const subject = isForgotten ? spelled.slice(1) : spelled
        ready.drop(subject)
        fragments.drop(subject)
        shelf?.drop(subject, isForgotten)
      }
      const plain = subjects.map((subject) => subject.replace(/^!/, ''))
      pageFlights.drop(plain)
      fragmentFlights.drop(plain)
    },
    dropAll() {
      ready.dropAll()
      fragments.dropAll()
      shelf?.dropAll()
      pageFlights.dropAll()
      fragmentFlights.dropAll()
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

/** Text that belongs to one page only and is kept in its composition. */
const literal = (text: string): Fragment => makeFragment({ subject: '', view: '' }, text)

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
