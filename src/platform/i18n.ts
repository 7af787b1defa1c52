import { existsSync, readFileSync } from 'node:fs'
import i18next, { type i18n } from 'i18next'
import { type Language, languages } from './settings.ts'

/** Says a thing in one language: `say('document.readAlso')`, `say('list.readingTime', { count: 3 })`. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** The interface's words, in every language. */
export interface Words {
  in(language: Language): Say
}

/**
 * Joins the words that each slice keeps in `words/id.json` and `words/en.json`. A missing key is a bug that
 * shows as the key itself, and a test compares the languages key by key.
 *
 * @param folders the `words/` folders, in the order of the slices
 */
export function readWords(folders: readonly URL[]): Words {
  const engine: i18n = i18next.createInstance()
  const merged = (language: Language) =>
    Object.assign({}, ...folders.map((folder) => readIfThere(new URL(`${language}.json`, folder))))
  void engine.init({
    initAsync: false,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(languages.map((language) => [language, { translation: merged(language) }])),
  })
  const says = new Map(languages.map((language) => [language, remembering(sayer(engine, language))]))
  return { in: (language) => says.get(language) ?? ((key) => key) }
}

function sayer(engine: i18n, language: Language): Say {
  const fixed = engine.getFixedT(language)
  return (key, values = {}) => fixed(key, values)
}

/** Most words take no values; those are looked up once. */
function remembering(look: Say): Say {
  const known = new Map<string, string>()
  return (key, values) => {
    if (values) return look(key, values)
    const said = known.get(key) ?? look(key)
    known.set(key, said)
    return said
  }
}

function readIfThere(file: URL): object {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {} // oxlint-disable-line typescript/no-unsafe-type-assertion -- our own file; the words test checks its form
}
