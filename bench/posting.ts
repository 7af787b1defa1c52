import { keepSection, newArticle, publishRevision, readMarkdown, revise } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import { listen } from '#platform/http/server.ts'
import { openSite } from '../src/app.ts'

/**
 * `gawai serve` with one more address, which publishes: the newsroom's own form is not there yet, and a publication
 * has to come in through the server that readers ask. Run as `posting.ts DIR`.
 */
const data = process.argv[2] ?? ''
const { gawai, fetch } = await openSite({ data, port: 0, host: '127.0.0.1', proxy: [], pageStore: 'on' })
const server = await listen({
  host: '127.0.0.1',
  port: 0,
  origin: undefined,
  proxy: [],
  fetch: async (request) => (request.method === 'POST' ? post(gawai, await request.text()) : fetch(request)),
  pages: gawai.pages,
  log: gawai.log,
})
await gawai.start()
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`)
process.once('SIGTERM', () => void server.close().then(() => gawai.close()))

/** Answers the new article's address once the write is on the disk. */
async function post({ write, settings }: Gawai, title: string): Promise<Response> {
  const { document } = readMarkdown(`${title}. Satu kalimat lagi supaya ada isinya.`)
  const path = await write(async (unit) => {
    const article = await newArticle(unit, { kind: 'article', lang: 'id' })
    const section = await keepSection(unit, settings, { lang: 'id', name: 'Rubrik 1' })
    const content = { title, slug: `kabar-${article}`, summary: '', document, section, ...nobody }
    const revision = await revise(unit, article, content)
    return (await publishRevision(unit, settings, { article, revision })).path
  })
  return Response.json({ path })
}

const nobody = { sections: [], topics: [], bylines: [], sources: [] }
