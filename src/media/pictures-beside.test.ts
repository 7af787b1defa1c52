import assert from 'node:assert/strict'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { pngOf } from '#test/pictures.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { picturesBeside } from './pictures-beside.ts'

async function openFolder(test: TestContext) {
  const around = await temporaryFolder(test)
  const folder = join(around, 'berita')
  await mkdir(join(folder, 'foto'), { recursive: true })
  await mkdir(join(around, 'berita-lain'))
  for (const file of ['rahasia.png', 'berita-lain/x.png', 'berita/a.png', 'berita/foto/b.png'])
    await writeFile(join(around, file), pngOf(1, 1))
  return { around, folder, read: picturesBeside(folder) }
}

describe('the pictures beside a text', () => {
  it('are read from its folder and the folders in it', async (test) => {
    const { folder, read } = await openFolder(test)
    await symlink(join(folder, 'a.png'), join(folder, 'tautan.png'))
    for (const path of ['a.png', './a.png', 'foto/b.png', 'tautan.png'])
      assert.deepEqual(Buffer.from((await read(path)) ?? []), pngOf(1, 1), path)
    assert.equal(await read('tidak-ada.png'), undefined)
    assert.equal(await read('a.png/b.png'), undefined)
  })

  it('are refused when their path or a link leads out of the folder', async (test) => {
    const { around, folder, read } = await openFolder(test)
    await symlink(join(around, 'rahasia.png'), join(folder, 'tautan.png'))
    await symlink(around, join(folder, 'luar'))
    for (const path of [
      '../rahasia.png',
      '../berita-lain/x.png',
      join(around, 'rahasia.png'),
      'tautan.png',
      'luar/rahasia.png',
      '.',
    ])
      await assert.rejects(
        read(path),
        (error) => error instanceof Invalid && error.message.includes(`"${path}" leads out of the article's folder`),
        path,
      )
  })

  it('are refused unread when they are a folder, a film, or not for this account', async (test) => {
    const { folder, read } = await openFolder(test)
    await writeFile(join(folder, 'film.png'), '')
    await truncate(join(folder, 'film.png'), 5_000_000_000)
    await symlink('putaran.png', join(folder, 'putaran.png'))
    await assert.rejects(read('foto'), /"foto" is no file/)
    await assert.rejects(read('film.png'), /has 5000\.0 MB and 12 MB are the most/)
    await assert.rejects(read('putaran.png'), /cannot be read \(ELOOP\)/)
  })
})
