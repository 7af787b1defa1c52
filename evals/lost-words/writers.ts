import { type ChildProcess } from 'node:child_process'
import type { BrowserContext, Page } from 'playwright-core'
import { articleAtDesk, beginArticle, contentOf, type Document } from '#articles'
import { makeAccount } from '#people'
import type { Id } from '#platform/database/tables.ts'
import { openSession } from '../../src/people/doors/session.ts'
import { ended, freePort, type Lifetime, startSite } from '#test/journeys/site.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { siteIn } from '../survival/site-in.ts'

/** Somebody who writes: the token of a session. */
export interface Writer {
  name: string
  token: string
}

/** A newsroom on a folder of its own, as a program that can be killed and started again at the same address. */
export interface WritingSite {
  url: string
  writers: Writer[]
  /** Articles with this text, before the program starts. */
  articles(count: number, document: Document): Promise<Id[]>
  /** What the newsroom has of it. The program runs on. */
  saved(article: Id): Promise<Document>
  kill(): Promise<void>
  start(): Promise<void>
}

const nobody = { topics: [], brands: [], writer: [], editor: [], photo: [], source: [], via: [] }

export async function openWritingSite(test: Lifetime, names: readonly string[]): Promise<WritingSite> {
  const data = await temporaryFolder(test)
  const port = await freePort()
  const writers = await siteIn(data, ({ gawai }) => Promise.all(names.map((name) => writerIn(gawai, name))))
  let child: ChildProcess | undefined
  const self: WritingSite = {
    url: `http://127.0.0.1:${port}`,
    writers,
    articles: (count, document) =>
      siteIn(data, ({ gawai }) => Promise.all(Array.from({ length: count }, () => begin(gawai, document)))),
    saved: (article) => siteIn(data, async ({ gawai }) => (await articleAtDesk(gawai, article)).content.document),
    async kill() {
      if (child) await ended(child, 'SIGKILL')
    },
    async start() {
      const site = await startSite(test, { PORT: port }, data)
      child = site.child
      self.url = site.url
    },
  }
  return self
}

type Gawai = Parameters<Parameters<typeof siteIn>[1]>[0]['gawai']

async function writerIn(gawai: Gawai, name: string): Promise<Writer> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@gawai.example`
  return gawai.write(async (unit) => {
    const account = await makeAccount(unit, { name, email, lang: 'id', grants: [{ role: 'owner' }] })
    return { name, token: await openSession(unit, { account, state: 'full', address: '', browser: '' }) }
  })
}

const begin = (gawai: Gawai, document: Document): Promise<Id> =>
  gawai.write(async (unit) => {
    const by = (await unit.tx.selectFrom('person').select('id').orderBy('id').executeTakeFirstOrThrow()).id
    const content = await contentOf(unit, gawai.settings, 'id', { ...nobody, title: 'Kabar gawai', document })
    return beginArticle(unit, { kind: 'article', lang: 'id', by, content })
  })

/** Lets a browser in as that writer. */
export const letIn = (context: BrowserContext, site: WritingSite, { token }: Writer): Promise<void> =>
  context.addCookies([{ name: 'gawai', value: token, url: site.url }])

/** An article's page, ready to be written on. */
export async function openArticle(page: Page, site: WritingSite, article: Id): Promise<void> {
  await page.goto(`${site.url}/newsroom/articles/${article}/`)
  await page.locator('.tiptap').waitFor()
}

/** The paragraphs on the sheet. */
export const linesOn = (page: Page): Promise<string[]> => page.locator('.tiptap > p').allInnerTexts()
