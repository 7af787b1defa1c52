import { type Content, keepSection, newArticle, publishFile, publishRevision, revise } from '#articles'
import { readAssets } from '#look/assets.ts'
import type { ReadPicture } from '#media'
import { keepPerson } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Peer } from '#platform/http/peer.ts'
import type { Gawai } from '#platform/gawai.ts'
import { readWords } from '#platform/i18n.ts'
import { silentLog } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'
import type { OpenidOptions } from '#platform/openid.ts'
import type { Language } from '#platform/settings.ts'
import { plainContent } from '#test/content.ts'
import { assemble, wordFolders } from '../src/app.ts'
import { type StillClock, stillClock } from '#test/clock.ts'
import { temporaryFolder } from '#test/temporary.ts'

/** A page as a test looks at it. */
export interface Seen {
  status: number
  headers: Headers
  text: string
}

/** The whole program on a folder of its own, in a newsroom with two people and a tree of three sections. */
export interface Newsroom {
  gawai: Gawai
  clock: StillClock
  data: string
  wulan: Id
  hanif: Id
  gadget: Id
  ponsel: Id
  pasar: Id
  /** Asks the routes; the store before them is not asked. */
  get(path: string): Promise<Seen>
  /** The routes themselves, for a server to stand before them; see `openReader`. */
  fetch(request: Request, peer?: Peer): Response | Promise<Response>
  /** Publishes a file's text as `gawai publish` does. @param read gives the pictures beside it */
  file(text: string, name?: string, read?: ReadPicture): ReturnType<typeof publishFile>
  /** Begins an article and publishes it. */
  publish(content: Partial<Content> & { markdown?: string; lang?: Language; at?: number }): Promise<Published>
}

export interface Published {
  id: Id
  path: string
}

const words = readWords(wordFolders)
const origin = 'https://gawai.example'

/** @param test whose end is the newsroom's, too */
export async function openNewsroom(
  test: { after(work: () => Promise<void>): void },
  database?: string,
  openid?: OpenidOptions,
): Promise<Newsroom> {
  const data = await temporaryFolder(test)
  const clock = stillClock()
  const gawai = await openGawai({ data, database, origin, words, openid, clock, log: silentLog })
  test.after(() => gawai.close())
  const app = assemble(gawai, readAssets())
  const people = await gawai.write(async (unit) => {
    const wulan = await keepPerson(unit, { name: 'Wulan Sasmita' })
    const hanif = await keepPerson(unit, { name: 'Hanif Bayu Saputra' })
    const gadget = await keepSection(unit, gawai.settings, { lang: 'id', name: 'Gadget' })
    const ponsel = await keepSection(unit, gawai.settings, { lang: 'id', name: 'Ponsel', parent: gadget })
    const pasar = await keepSection(unit, gawai.settings, { lang: 'id', name: 'Pasar' })
    return { wulan, hanif, gadget, ponsel, pasar }
  })
  return {
    ...people,
    gawai,
    clock,
    data,
    fetch: (request, peer) => app.fetch(request, { peer }),
    async get(path) {
      const response = await app.fetch(new Request(new URL(path, origin)))
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    file: (text, name = 'story.md', read) => publishFile(gawai, { name, text, ...(read && { read }) }),
    publish: ({ markdown = 'Satu kalimat.', lang = 'id', at, ...content }) =>
      gawai.write(async (unit) => {
        const id = await newArticle(unit, { kind: 'article', lang })
        const revision = await revise(unit, id, plainContent(markdown, content))
        const { path } = await publishRevision(unit, gawai.settings, {
          article: id,
          revision,
          ...(at !== undefined && { at }),
        })
        return { id, path }
      }),
  }
}
