import { permalinkPattern, sectionBase, topicBase } from '#articles'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Language, siteDescription, siteLanguage, siteName, siteZone } from '#platform/settings.ts'
import { permalinkForm } from './permalinks.ts'
import { plainWords } from './plain-words.ts'
import type { Scan } from './scan.ts'
import { siteClock } from './site-clock.ts'

/**
 * A site that holds nothing yet takes the old one's name, language, clock and form of addresses.
 *
 * @returns whether it held nothing
 */
export async function takeOver(gawai: Gawai, found: Scan, lang: Language): Promise<boolean> {
  const isEmpty = (await gawai.db.selectFrom('article').select('id').limit(1).execute()).length === 0
  if (!isEmpty) return false
  await gawai.write((unit) => takeSettings(unit, gawai, found, lang))
  await gawai.settings.reload()
  return true
}

async function takeSettings(unit: Unit, { settings }: Gawai, found: Scan, lang: Language): Promise<void> {
  const name = plainWords(found.site.title)
  const form = permalinkForm(found)
  const zone = siteClock(found)
  const folder = found.addresses.hosts.folder().replace(/^\//, '')
  await settings.set(unit, siteLanguage, lang)
  if (name !== '') await settings.set(unit, siteName, name.slice(0, 80))
  await settings.set(unit, siteDescription[lang], plainWords(found.site.description).slice(0, 300))
  if (zone !== undefined) await settings.set(unit, siteZone, zone)
  if (form !== undefined && permalinkPattern.schema.safeParse(form).success)
    await settings.set(unit, permalinkPattern, form)
  for (const [setting, word] of [
    [sectionBase[lang], 'category'],
    [topicBase[lang], 'tag'],
  ] as const) {
    const base = folder === '' ? word : `${folder}/${word}`
    if (setting.schema.safeParse(base).success) await settings.set(unit, setting, base)
  }
}

/** The language of the site, if it is one that pages are made in. */
export const languageOf = (tag: string): Language | undefined =>
  /^id\b|^in\b/i.test(tag.trim()) ? 'id' : /^en\b/i.test(tag.trim()) ? 'en' : undefined
