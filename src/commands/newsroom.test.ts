import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { sectionTree } from '#articles'
import { readEnvironment } from '#platform/environment.ts'
import { Invalid } from '#platform/refusals.ts'
import { openSite } from '../app.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { newsroom } from './newsroom.ts'

describe('gawai newsroom', () => {
  it('sets up what its file says, says how much that is, and refuses anything but one file', async (test) => {
    const data = await temporaryFolder(test)
    const environment = readEnvironment({ GAWAI_DATA: data })
    const said: unknown[] = []
    const call = (...words: string[]) =>
      newsroom({
        words,
        isEmpty: false,
        isJson: false,
        environment,
        openSite,
        say: (...line) => void said.push(...line),
      })
    const file = join(data, 'kami.yaml')
    await writeFile(file, 'sections: [{id: {name: Audio}, en: {name: Sound}}]\ntopics: [{id: {name: eSIM}}]\n')
    assert.equal(await call(file), 0)
    assert.deepEqual(said, [
      'The newsroom is as kami.yaml says: sections 1, topics 1',
      { sections: 1, topics: 1, people: 0, brands: 0, front: 0 },
    ])
    const { gawai } = await openSite(environment)
    test.after(() => gawai.close())
    for (const lang of ['id', 'en'] as const) assert.equal((await sectionTree(gawai, lang)).length, 1)

    for (const words of [[], [file, file]]) await assert.rejects(call(...words), /newsroom takes one file/)
    await assert.rejects(call(join(data, 'none.yaml')), /none\.yaml cannot be read \(ENOENT\)/)
    await writeFile(file, 'nama: Kabar')
    await assert.rejects(
      call(file),
      (error) => error instanceof Invalid && error.message === 'kami.yaml: the file has an unknown "nama"',
    )
  })
})
