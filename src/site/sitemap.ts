import { type Duplex, Readable } from 'node:stream'
import { type DirectoryEntry, directoryKeys, directoryPage, sitemapSubject } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'

/** Far below the protocol's 50,000 (sitemaps.org), so that one file is rendered within milliseconds. */
const perFile = 2000
const type = 'application/xml; charset=utf-8'

/** The list of sitemaps: one for each 2,000 articles, in the order of ids, so that old files hardly change. */
export function sitemapIndex({ origin, ...gawai }: Pick<Gawai, 'origin' | 'reports'>): PagePlan {
  const render = async () => {
    const { SitemapIndexStream } = await library()
    const keys = [0, ...(await directoryKeys(gawai, perFile))]
    return {
      body: await written(
        new SitemapIndexStream(),
        keys.map((after) => ({ url: `${origin}/sitemaps/${after}.xml` })),
      ),
    }
  }
  return { subject: sitemapSubject, status: 200, type, parts: [{ subject: sitemapSubject, view: 'index', render }] }
}

/**
 * One sitemap, or nothing when the index names none such: else every number would make a page to keep.
 *
 * @param after the id before its first article; 0 for the first file
 */
export async function sitemapPage(
  { origin, ...gawai }: Pick<Gawai, 'origin' | 'reports'>,
  after: number,
): Promise<PagePlan | undefined> {
  if (after !== 0 && !(await directoryKeys(gawai, perFile)).includes(after)) return undefined
  const render = async () => {
    const { SitemapStream } = await library()
    const entries = await directoryPage(gawai, { after, limit: perFile })
    const stream = new SitemapStream({
      hostname: origin,
      xmlns: { news: false, image: false, video: false, xhtml: true },
    })
    // The library refuses to write a sitemap of nothing; the protocol wants at least one address.
    return { body: await written(stream, entries.length > 0 ? entries.map(line) : [{ url: '/' }]) }
  }
  return {
    subject: sitemapSubject,
    status: 200,
    type,
    parts: [{ subject: sitemapSubject, view: `after ${after}`, render }],
  }
}

function line({ path, lang, modifiedAt, partner }: DirectoryEntry) {
  const links = partner
    ? [
        { lang, url: path },
        { lang: partner.lang, url: partner.path },
      ]
    : []
  return { url: path, lastmod: new Date(modifiedAt).toISOString(), ...(links.length > 0 && { links }) }
}

/** Loaded when somebody asks: few do, and every start would wait for it. */
const library = () => import('sitemap')

async function written(stream: Duplex, lines: readonly object[]): Promise<string> {
  const { streamToPromise } = await library()
  return (await streamToPromise(Readable.from(lines).pipe(stream))).toString()
}
