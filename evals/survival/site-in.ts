import type { OpenSite } from '#commands'
import { openSite } from '../../src/app.ts'
import type { Gawai } from '#platform/gawai.ts'

type Site = Awaited<ReturnType<OpenSite>>

/** The program on a folder inside this process, for as long as `work` takes; nothing runs by itself. */
export async function siteIn<Result>(
  folder: string,
  work: (site: { gawai: Gawai; get: (path: string) => Promise<Response>; fetch: Site['fetch'] }) => Promise<Result>,
): Promise<Result> {
  const origin = 'http://localhost'
  const { gawai, fetch } = await openSite({
    data: folder,
    port: 0,
    host: '127.0.0.1',
    proxy: [],
    pageStore: 'on',
    origin,
  })
  try {
    return await work({ gawai, fetch, get: async (path) => fetch(new Request(new URL(path, origin))) })
  } finally {
    await gawai.close()
  }
}
