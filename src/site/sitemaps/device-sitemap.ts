import { deviceDirectory, deviceDirectoryKeys, devicesSubject } from '#devices'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { shownLanguages } from '#platform/settings.ts'
import { pathsOf } from '../edition.ts'
import { type SitemapLine, sitemapOf } from './written.ts'

/** Far below the protocol's 50,000 (sitemaps.org), so that one file is rendered within milliseconds. */
const perFile = 2000

/** The names of the files of devices, as the index lists them. */
export const deviceSitemaps = async (gawai: Pick<Gawai, 'db'>): Promise<string[]> =>
  (await deviceDirectoryKeys(gawai, perFile)).map((after) => `devices-${after}`)

/** One file of devices; nothing when the index names none such. @param after the id before its first device */
export async function deviceSitemap(
  gawai: Pick<Gawai, 'db' | 'origin' | 'settings'>,
  after: number,
): Promise<PagePlan | undefined> {
  if (!(await deviceDirectoryKeys(gawai, perFile)).includes(after)) return undefined
  const paths = shownLanguages(gawai.settings).map((lang) => ({ lang, paths: pathsOf(gawai.settings, lang) }))
  return {
    subject: devicesSubject,
    status: 200,
    type: 'application/xml; charset=utf-8',
    parts: [
      {
        subject: devicesSubject,
        view: `sitemap ${after}`,
        async render() {
          const devices = await deviceDirectory(gawai, { after, limit: perFile })
          const lines = devices.flatMap(({ slug, changedAt }): SitemapLine[] => {
            const links = paths.map((one) => ({ lang: one.lang, url: one.paths.device(slug) }))
            const lastmod = new Date(changedAt).toISOString()
            return links.map(({ url }) => ({ url, lastmod, ...(links.length > 1 && { links }) }))
          })
          return { body: await sitemapOf(gawai.origin, lines, { xhtml: true }) }
        },
      },
    ],
  }
}
