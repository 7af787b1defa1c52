import assert from 'node:assert/strict'
import { mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pngOf } from '#test/pictures.ts'
import { ask } from '#test/served-pages.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { ended, gawai, startSite } from './site.ts'

const story = '---\ntitle: Foto\nslug: foto\npublished: 2026-02-01T10:00:00+07:00\nimage: foto/layar.png\n---\nTeks.\n'

describe('gawai publish of a text with a picture beside it', () => {
  it('shows the picture to readers, also when the database is gone', async (test) => {
    const folder = await temporaryFolder(test)
    await mkdir(join(folder, 'foto'))
    await writeFile(join(folder, 'foto/layar.png'), pngOf(40, 30))
    await writeFile(join(folder, 'story.md'), story)
    const data = await temporaryFolder(test)
    const { code, err } = await gawai(['publish', join(folder, 'story.md'), '--data', data])
    assert.deepEqual([code, err], [0, ''])
    const site = await startSite(test, {}, data)
    const { text } = await ask(`${site.url}/2026/02/foto/`)
    const [, src = ''] = /<img src="(\/media\/[^"]+)" [^>]*width="40" height="30"/.exec(text) ?? []
    const shown = await ask(site.url + src)
    assert.deepEqual([shown.status, shown.headers['content-type']], [200, 'image/jpeg'])
    await ended(site.child)
    await rename(join(data, 'gawai.db'), join(data, 'away.db'))
    const again = await startSite(test, {}, data)
    const { status, headers, raw } = await ask(again.url + src)
    assert.deepEqual([status, headers['content-type'], raw], [200, 'image/jpeg', shown.raw])
  })

  it('is refused as a whole when the picture is missing or lies elsewhere', async (test) => {
    const folder = await temporaryFolder(test)
    const file = join(folder, 'story.md')
    await writeFile(file, story)
    const data = await temporaryFolder(test)
    const missing = await gawai(['publish', file, '--data', data])
    assert.equal(missing.code, 2)
    assert.match(missing.err, /^gawai: story\.md: there is no picture "foto\/layar\.png" beside story\.md: [^\n]+\n$/)
    const elsewhere = await temporaryFolder(test)
    await writeFile(join(elsewhere, 'layar.png'), pngOf(1, 1))
    await symlink(elsewhere, join(folder, 'foto'))
    const linked = await gawai(['publish', file, '--data', data])
    assert.equal(linked.code, 2)
    assert.match(linked.err, /^gawai: story\.md: the picture "foto\/layar\.png" leads out of [^\n]+\n$/)
    const { out } = await gawai(['check', '--data', data, '--json'])
    assert.equal((JSON.parse(out) as { articles: number }).articles, 0)
  })
})
