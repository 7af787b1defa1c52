import type { Language } from '#platform/settings.ts'
import { pathWords } from '../edition.ts'
import type { EditionPage } from '../edition-pages.ts'
import { codePage } from './code-page.ts'
import { deviceFile } from './device-files.ts'
import { brandDevicesPage, familyPage, latestDevicesPage, upcomingDevicesPage } from './device-list-page.ts'
import { devicePage } from './device-page.ts'

/** The addresses of the catalogue in a language. A device's own come last: its slug may be any word. */
export function devicePages(lang: Language): EditionPage[] {
  const { devices, latest, upcoming, code, brands } = pathWords[lang]
  return [
    [`/${devices}/${latest}/`, latestDevicesPage],
    [`/${devices}/${upcoming}/`, upcomingDevicesPage],
    [`/${devices}/${code}/:code/`, (own, { code: asked = '' }) => codePage(own, asked.replaceAll('~', '/'))],
    [`/${brands}/:slug/${devices}/`, (own, { slug = '' }) => brandDevicesPage(own, slug)],
    [`/${brands}/:slug/:family/`, (own, { slug = '', family = '' }) => familyPage(own, slug, family)],
    ...(['json', 'csv'] as const).map((ending): EditionPage => [
      `/${devices}/:file{[^/]+\\.${ending}}`,
      (own, { file = '' }) => deviceFile(own, file.slice(0, -ending.length - 1), ending),
    ]),
    [`/${devices}/:slug/`, (own, { slug = '' }) => devicePage(own, slug)],
  ]
}
