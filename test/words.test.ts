import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { wordFolders } from '../src/app.ts'

/** Each key of a nested object as `a.b.c`, with its text. */
function flat(words: object, above = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[above + key, value]] : flat(value as object, `${above}${key}.`),
  )
}

const read = async (folder: URL, lang: string) =>
  new Map(flat(JSON.parse(await readFile(new URL(`${lang}.json`, folder), 'utf8')) as object))

/** The forms of a plural (CLDR); Indonesian has only `other`. */
const plain = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

describe('the words of the interface', () => {
  for (const folder of wordFolders)
    it(`say the same things in both languages in ${folder.pathname.split('/').slice(-3).join('/')}`, async () => {
      const [indonesian, english] = await Promise.all([read(folder, 'id'), read(folder, 'en')])
      const keys = (words: Map<string, string>) => [...new Set([...words.keys()].map(plain))].toSorted()
      assert.deepEqual(keys(indonesian), keys(english))
      for (const [key, text] of [...indonesian, ...english]) {
        assert.equal(text, text.trim(), key)
        assert.notEqual(text, '', key)
      }
    })

  it('are each used somewhere', async () => {
    const src = new URL('../src/', import.meta.url)
    const files = (await readdir(src, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
    const text = (await Promise.all(files.map((file) => readFile(new URL(file, src), 'utf8')))).join('\n')
    for (const folder of wordFolders)
      for (const key of (await read(folder, 'id')).keys())
        assert.ok(text.includes(`'${plain(key)}'`), `nobody says ${key}`)
  })
})
