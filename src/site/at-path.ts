import type { Assets } from '#look/assets.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { isShown, type Language, languages, siteLanguage } from '#platform/settings.ts'
import { edition, type Edition } from './edition.ts'
import { notFoundPage } from './missing-page.ts'
import { residentPage } from './resident.ts'
import { withSpeculation } from './speculation.ts'

/** An edition stands at the root while its language is the site's, and under its own name otherwise, if it is shown. */
export function prefixesOf({ settings }: Gawai, lang: Language) {
  const isSite = () => settings.get(siteLanguage) === lang
  return [
    { prefix: '', isHere: isSite },
    { prefix: `/${lang}`, isHere: () => !isSite() && isShown(settings, lang) },
  ]
}

/** Letters lead here for years: while readers are not shown that language, the site's own answers them. */
export const shownEdition = (gawai: Gawai, assets: Assets, lang: Language): Edition =>
  edition(gawai, assets, isShown(gawai.settings, lang) ? lang : gawai.settings.get(siteLanguage))

/** The edition whose reader is asking for something that is not there. */
export function editionAt(gawai: Gawai, assets: Assets, path: string): Edition {
  const { settings } = gawai
  const named = languages.find((language) => path.startsWith(`/${language}/`) && isShown(settings, language))
  return edition(gawai, assets, named ?? settings.get(siteLanguage))
}

/** The page of whoever lives there, or the help for who finds nobody. */
export function planAt(gawai: Gawai, assets: Assets, path: string) {
  return async (): Promise<PagePlan> =>
    withSpeculation(await residentPage(gawai, assets, path)) ?? notFoundPage(editionAt(gawai, assets, path), path)
}
