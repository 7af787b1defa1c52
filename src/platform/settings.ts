import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Tables } from './database/tables.ts'
import type { Unit } from './database/unit.ts'
import { Invalid } from './refusals.ts'

/** One thing an operator or editor can decide, with what holds until somebody does. */
export interface Setting<Value> {
  readonly name: string
  readonly schema: z.ZodType<Value>
  readonly fallback: Value
}

/** The subject that a changed setting drops: everyone who keeps settings in memory reads them again. */
export const settingsSubject = 'settings'

/** The settings as they stand, held in memory: reading one costs a map look-up. */
export interface Settings {
  get<Value>(setting: Setting<Value>): Value
  /** @throws Invalid when the value does not fit the setting */
  set<Value>(unit: Unit, setting: Setting<Value>, value: Value): Promise<void>
  /** @returns whether anything is not as it was */
  reload(): Promise<boolean>
}

export const defineSetting = <Value>(name: string, schema: z.ZodType<Value>, fallback: Value): Setting<Value> => ({
  name,
  schema,
  fallback,
})

/** One of the languages that Gawai speaks. */
export const language = z.enum(['id', 'en'])
export type Language = z.infer<typeof language>
export const languages: readonly Language[] = language.options

export const siteName = defineSetting('site.name', z.string().trim().min(1).max(80), 'Gawai')
const description = z.string().trim().max(300)
/** What the site is, in a sentence for readers of each language. */
export const siteDescription = {
  id: defineSetting('site.description.id', description, ''),
  en: defineSetting('site.description.en', description, ''),
} as const satisfies Record<Language, Setting<string>>
export const siteLanguage = defineSetting('site.language', language, 'id')
/**
 * The language that readers are not shown for now. The one at the root is always shown: whoever puts the hidden one
 * there shows it again.
 */
export const hiddenLanguage = defineSetting('site.hiddenLanguage', language.or(z.literal('none')), 'none')
export const siteZone = defineSetting(
  'site.zone',
  z.string().refine(isZone, 'is not a time zone such as Asia/Jakarta'),
  'Asia/Jakarta',
)

/** Settings over the table of that name; until the first `reload` everything has its fallback. */
export function settingsOver(db: Kysely<Tables>): Settings {
  let stored = new Map<string, unknown>()
  /** Each value proven once: settings are asked several times a page. */
  const read = new Map<unknown, unknown>()
  return {
    get(setting) {
      const known = read.get(setting)
      if (known !== undefined) return known as typeof setting.fallback // oxlint-disable-line typescript/no-unsafe-type-assertion -- put there below, under the same setting
      const parsed = setting.schema.safeParse(stored.get(setting.name))
      const value = parsed.success ? parsed.data : setting.fallback
      read.set(setting, value)
      return value
    },
    async set(unit, setting, value) {
      const parsed = setting.schema.safeParse(value)
      if (!parsed.success) throw new Invalid(`The setting "${setting.name}" ${z.prettifyError(parsed.error)}`)
      // The same again would drop every page for nothing.
      if (JSON.stringify(stored.get(setting.name)) === JSON.stringify(parsed.data)) return
      const row = { name: setting.name, value: JSON.stringify(parsed.data), changed_at: unit.now }
      await unit.tx
        .insertInto('setting')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value, changed_at: row.changed_at }))
        .execute()
      unit.drop(settingsSubject)
    },
    async reload() {
      const rows = await db.selectFrom('setting').select(['name', 'value']).orderBy('name').execute()
      const before = JSON.stringify([...stored])
      read.clear()
      stored = new Map(rows.map((row): [string, unknown] => [row.name, JSON.parse(row.value)]))
      return JSON.stringify([...stored]) !== before
    },
  }
}

type AskedSettings = Pick<Settings, 'get'>

/** Whether readers are shown what stands in a language. */
export const isShown = (settings: AskedSettings, lang: Language): boolean =>
  lang === settings.get(siteLanguage) || lang !== settings.get(hiddenLanguage)

/** The languages that readers are shown. */
export const shownLanguages = (settings: AskedSettings): Language[] =>
  languages.filter((lang) => isShown(settings, lang))

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
