import type { TestContext } from 'node:test'
import { listen } from '#platform/http/server.ts'
import { silentLog } from '#platform/log.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { type Answer, ask } from '#test/served-pages.ts'

/** A newsroom behind a server, so that what is asked for again comes from the page store when it still holds. */
export interface ServedNewsroom extends Newsroom {
  ask(path: string, method?: string): Promise<Answer>
}

export async function serveNewsroom(test: TestContext): Promise<ServedNewsroom> {
  const newsroom = await openNewsroom(test)
  const { fetch, gawai } = newsroom
  const options = { host: '127.0.0.1', port: 0, origin: undefined, proxy: [], log: silentLog }
  const server = await listen({ ...options, fetch, pages: gawai.pages })
  test.after(() => server.close())
  return { ...newsroom, ask: (path, method) => ask(server.url + path, {}, method) }
}
