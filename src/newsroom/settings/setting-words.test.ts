import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { settingWords } from './setting-words.ts'

/** Nobody of the newsroom decides these: the program, an import or the command line does. */
const notDecidedHere = [
  'permalink.section.en',
  'permalink.section.id',
  'permalink.topic.en',
  'permalink.topic.id',
  'site.demo',
  'site.servedOrigin',
]

async function settingNames(): Promise<string[]> {
  const src = new URL('../../', import.meta.url)
  const files = (await readdir(src, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, src), 'utf8')))
  return texts.flatMap((text) =>
    [...text.matchAll(/defineSetting(?:<[^(]*>)?\(\s*'([^']+)'/g)].map(([, name = '']) => name),
  )
}

describe('the name of a setting in the audit log', () => {
  it('is there for each that somebody of the newsroom decides, and for no other', async () => {
    const decided = (await settingNames()).filter((name) => !notDecidedHere.includes(name))
    assert.deepEqual(Object.keys(settingWords).toSorted(), decided.toSorted())
  })
})
