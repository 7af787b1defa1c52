import type { TestContext } from 'node:test'
import { listen } from '#platform/http/server.ts'
import { silentLog } from '#platform/log.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { type Answer, ask } from '#test/served-pages.ts'

/** Somebody who asks over the wire: the page store answers before the routes, as it does for every reader. */
export interface Reader {
  see(path: string, method?: string): Promise<Answer>
  /** Asks until the store holds it. */
  warm(paths: readonly string[]): Promise<void>
}

export async function openReader(test: TestContext, { gawai, fetch }: Newsroom): Promise<Reader> {
  const routed: string[] = []
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    origin: undefined,
    proxy: [],
    fetch(request) {
      routed.push(new URL(request.url).pathname)
      return fetch(request)
    },
    pages: gawai.pages,
    log: silentLog,
  })
  test.after(() => server.close())
  const see = (path: string, method?: string) => ask(server.url + path, {}, method)
  return {
    see,
    async warm(paths) {
      for (const path of paths) await see(path)
      routed.length = 0
      for (const path of paths) await see(path)
      if (routed.length > 0) throw new Error(`The store does not hold ${routed.join(', ')}`)
    },
  }
}

/** A newsroom with a reader: what is asked for again comes from the page store when it still holds. */
export interface ServedNewsroom extends Newsroom {
  ask: Reader['see']
}

export async function serveNewsroom(test: TestContext): Promise<ServedNewsroom> {
  const newsroom = await openNewsroom(test)
  const { see } = await openReader(test, newsroom)
  return { ...newsroom, ask: see }
}
