import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { wordFolders } from '../src/app.ts'
import { argumentsAt } from '#test/arguments.ts'

/** Where a refusal needs no words of the interface, and why: nobody meets it on a page. */
const withoutWords: Readonly<Record<string, string>> = {
  'articles/document/parse.ts':
    'speaks of the shape in which a program hands over a document, not of what somebody wrote',
  'articles/file-text.ts': 'a file that the command line publishes',
  'articles/front-matter.ts': 'a file that the command line publishes',
  'articles/made-before.ts': 'a file that the command line publishes',
  'articles/picture-files.ts': 'a file that the command line publishes',
  'articles/publish-file.ts': 'a file that the command line publishes',
  'commands/': 'the command line',
  'interchange/': 'an import, on the command line',
  'media/pictures-beside.ts': 'pictures beside a file that the command line publishes',
  'platform/answered.ts': 'the key that a program gives a retry',
  'platform/database/migrate.ts': 'the operator, when the program starts',
  'platform/environment.ts': 'the operator, when the program starts',
  'platform/http/networks.ts': 'the operator, when the program starts',
  'platform/http/server.ts': 'the operator, when the program starts',
  'platform/mail/mail.ts': 'a letter that the program wrote itself',
  'platform/settings.ts': 'forms prove a setting by its own schema before; what is left is the command line',
  'platform/storage.ts': 'a name that the program made itself',
}

const src = new URL('../src/', import.meta.url)
const files = (await readdir(src, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
const texts = new Map(
  await Promise.all(files.map(async (file) => [file, await readFile(new URL(file, src), 'utf8')] as const)),
)
const classes = [...(texts.get('platform/refusals.ts') ?? '').matchAll(/class (\w+) extends Refusal/g)]
const made = new RegExp(`new (?:${classes.map(([, name]) => name).join('|')})\\(|\\brefusing\\(`, 'g')

interface Made {
  where: string
  file: string
  /** What stands for the words, as it is written; undefined when nothing does. */
  said: string | undefined
}

const refusals = [...texts].flatMap(([file, text]): Made[] =>
  [...text.matchAll(made)].map((found) => ({
    file,
    where: `src/${file}:${text.slice(0, found.index).split('\n').length}`,
    said: argumentsAt(text, found.index + found[0].length)[1],
  })),
)

const isFree = ({ file }: Made) => Object.keys(withoutWords).some((place) => file.startsWith(place))

/** The names of an object as it is written: `{ key: 'a.b', values: { name } }` has `key` and `values`. */
const entriesOf = (object: string): Map<string, string> =>
  new Map(
    argumentsAt(object, 1).map((entry) => {
      const [, name = entry, value = name] = /^(\w+):\s*([^]*)$/.exec(entry) ?? []
      return [name, value]
    }),
  )

type Words = { [key: string]: Words | string }

async function wordsIn(lang: string): Promise<Words> {
  const all = wordFolders.map(async (folder) => readFile(new URL(`${lang}.json`, folder), 'utf8'))
  return Object.assign({}, ...(await Promise.all(all)).map((text) => JSON.parse(text) as Words)) as Words
}

/** The texts of a key, with each of its plural forms. */
function textsOf(words: Words, key: string): string[] {
  const path = key.split('.')
  const last = path.pop() ?? ''
  const above = path.reduce<Words | string>((at, name) => (typeof at === 'string' ? {} : (at[name] ?? {})), words)
  return Object.entries(above).flatMap(([name, text]) =>
    name.replace(/_(one|other)$/, '') === last && typeof text === 'string' ? [text] : [],
  )
}

const blanksIn = (wordings: readonly string[]) =>
  new Set(wordings.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)))

describe('a refusal', () => {
  it('stands in the words of the interface wherever somebody of the newsroom may meet it', () => {
    assert.ok(refusals.length > 100, `only ${refusals.length} were found`)
    const inEnglishOnly = refusals.filter((one) => !isFree(one) && !/^(?:\{\s*key\b|said\b)/.test(one.said ?? ''))
    assert.deepEqual(
      inEnglishOnly.map(({ where }) => where),
      [],
      'give each { key, values }, and its sentence to the words of its slice',
    )
  })

  it('needs no words in the files that are listed here, and all of those refuse', () => {
    for (const place of Object.keys(withoutWords))
      assert.ok(
        refusals.some(({ file, said }) => file.startsWith(place) && said === undefined),
        `every refusal of src/${place} has words, or it has none: take it out of the list`,
      )
  })

  it('names words that are there in each language, and gives them the values that they speak of', async () => {
    const languages = [await wordsIn('id'), await wordsIn('en')]
    for (const { where, said } of refusals) {
      const entries = said?.startsWith('{') === true ? entriesOf(said) : new Map<string, string>()
      // A key that is chosen on the way is proven where it is chosen.
      const [, key] = /^'([\w.]+)'$/.exec(entries.get('key') ?? '') ?? []
      if (key === undefined) continue
      const given = [...entriesOf(entries.get('values') ?? '{}').keys()]
      for (const words of languages) {
        const wordings = textsOf(words, key)
        assert.notDeepEqual(wordings, [], `${where}: there are no words "${key}"`)
        for (const name of blanksIn(wordings))
          assert.ok(given.includes(name), `${where}: the words "${key}" speak of {{${name}}}, which is not given`)
      }
      const spoken = blanksIn(languages.flatMap((words) => textsOf(words, key)))
      for (const name of given) assert.ok(spoken.has(name), `${where}: the words "${key}" say nothing of "${name}"`)
    }
  })
})
