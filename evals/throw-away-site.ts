import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble, wordFolders } from '../src/app.ts'
import { readAssets } from '#look/assets.ts'
import { readWords } from '#platform/i18n.ts'
import { silentLog } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'

export const origin = 'http://localhost'

/** A whole site in a temporary folder, for as long as `work` takes. */
export async function withSite<Result>(
  work: (site: {
    gawai: Awaited<ReturnType<typeof openGawai>>
    get: (path: string) => Promise<Response>
    ask: (request: Request) => Promise<Response>
  }) => Promise<Result>,
): Promise<Result> {
  const data = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  const gawai = await openGawai({ data, origin, words: readWords(wordFolders), log: silentLog })
  const app = assemble(gawai, readAssets())
  try {
    const ask = async (request: Request) => app.fetch(request)
    return await work({ gawai, ask, get: (path) => ask(new Request(new URL(path, origin))) })
  } finally {
    await gawai.close()
    await rm(data, { recursive: true, force: true })
  }
}
