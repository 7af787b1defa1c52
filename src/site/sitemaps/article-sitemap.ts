import { type DirectoryEntry, directoryKeys, directoryPage, isInDirectory } from '#articles'
import { shareable } from '#media'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { isShown } from '#platform/settings.ts'
import { deviceSitemaps } from './device-sitemap.ts'
import { library, sitemapFile, type SitemapLine, sitemapOf, written } from './written.ts'

/** Far below the protocol's 50,000 (sitemaps.org), so that one file is rendered within milliseconds. */
const perFile = 2000

type Asked = Pick<Gawai, 'db' | 'origin' | 'reports' | 'settings'>

/** The list of sitemaps: the lists, and one for each 2,000 articles in the order of ids: the text of old files hardly changes. */
export function sitemapIndex({ origin, ...gawai }: Omit<Asked, 'settings'>): PagePlan {
  return sitemapFile('index', async () => {
    const { SitemapIndexStream } = await library()
    const names = ['lists', 0, ...(await directoryKeys(gawai, perFile)), ...(await deviceSitemaps(gawai))]
    const files = names.map((name) => ({ url: `${origin}/sitemaps/${name}.xml` }))
    return { body: await written(new SitemapIndexStream(), files) }
  })
}

/**
 * One sitemap, or nothing when the index names none such: else every number would make a page to keep.
 *
 * @param after the id before its first article; 0 for the first file
 */
export async function articleSitemap({ origin, ...gawai }: Asked, after: number): Promise<PagePlan | undefined> {
  if (after !== 0 && !(await isInDirectory(gawai, after))) return undefined
  if (after !== 0 && !(await directoryKeys(gawai, perFile)).includes(after)) return undefined
  return sitemapFile(`after ${after}`, async () => {
    const shown = ({ lang }: Pick<DirectoryEntry, 'lang'>) => isShown(gawai.settings, lang)
    const entries = (await directoryPage(gawai, { after, limit: perFile })).filter(shown)
    const lines = entries.map(({ partner, ...entry }) =>
      articleLine(partner && shown(partner) ? { ...entry, partner } : entry),
    )
    return { body: await sitemapOf(origin, lines, { image: true, xhtml: true }) }
  })
}

/** An article with its partner and its lead picture (Google Search Central, "Image sitemaps": only `image:loc` counts). */
export function articleLine({ path, lang, modifiedAt, partner, picture }: DirectoryEntry): SitemapLine {
  return {
    url: path,
    lastmod: new Date(modifiedAt).toISOString(),
    ...(partner && {
      links: [
        { lang, url: path },
        { lang: partner.lang, url: partner.path },
      ],
    }),
    ...(picture && { img: [{ url: shareable(picture).src }] }),
  }
}
