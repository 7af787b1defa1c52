import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { undoes } from './undoes.ts'

const here = new URL('./', import.meta.url)
const files = (await readdir(here, { recursive: true })).filter((file) => /(?<!\.test)\.ts$/.test(file))
const text = (await Promise.all(files.map((file) => readFile(new URL(file, here), 'utf8')))).join('\n')

describe('a way to take back', () => {
  it('is offered by something that is done', () => {
    // That whatever is offered is known here, the type `UndoStep` holds.
    const unused = Object.keys(undoes).filter((kind) => !text.includes(`kind: '${kind}'`))
    assert.deepEqual(unused, [], 'nothing that is done is taken back by these')
  })
})
