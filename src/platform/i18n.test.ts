import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from '#test/temporary.ts'
import { readWords } from './i18n.ts'

async function wordsOf(test: TestContext, slices: Record<string, object>) {
  const root = await temporaryFolder(test)
  const folders: URL[] = []
  for (const [slice, words] of Object.entries(slices)) {
    const folder = join(root, slice)
    await mkdir(folder)
    for (const [language, said] of Object.entries(words))
      await writeFile(join(folder, `${language}.json`), JSON.stringify(said))
    folders.push(new URL(`${pathToFileURL(folder).href}/`))
  }
  return readWords(folders)
}

describe('words', () => {
  it('are said in their language, with values and plurals, from every slice', async (test) => {
    const words = await wordsOf(test, {
      articles: {
        id: { list: { read: '{{count}} menit', by: 'Oleh {{name}}' } },
        en: { list: { read_one: '{{count}} minute', read_other: '{{count}} minutes' } },
      },
      claims: { id: { claim: { due: 'Tenggat' } } },
    })
    const [id, en] = [words.in('id'), words.in('en')]
    assert.equal(id('list.read', { count: 1 }), '1 menit')
    assert.equal(en('list.read', { count: 1 }), '1 minute')
    assert.equal(en('list.read', { count: 2 }), '2 minutes')
    assert.equal(id('claim.due'), 'Tenggat')
    assert.equal(id('claim.due'), 'Tenggat')
  })

  it('show as their key when they are missing, never in the other language', async (test) => {
    const words = await wordsOf(test, { articles: { id: { list: { by: 'Oleh' } }, en: {} } })
    assert.equal(words.in('en')('list.by'), 'list.by')
    assert.equal(words.in('id')('list.none'), 'list.none')
  })

  it('leave the values as they are: what looks like a placeholder is none', async (test) => {
    const words = await wordsOf(test, { articles: { id: { by: 'Oleh {{name}}', secret: 'rahasia' } } })
    for (const name of ['<b>&', '$t(secret)', '{{secret}}'])
      assert.equal(words.in('id')('by', { name }), `Oleh ${name}`)
  })
})
