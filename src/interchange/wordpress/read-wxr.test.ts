import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#platform/refusals.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { wxr, wxrFile } from '#test/wxr.ts'
import { readWxr } from './read-wxr.ts'
import type { WxrRecord } from './wxr.ts'

async function recordsOf(file: string): Promise<WxrRecord[]> {
  return Array.fromAsync(readWxr(file))
}

const whole = wxr({
  authors: { wulan: 'Wulan "W" <Sasmita>' },
  categories: [
    { slug: 'ponsel', name: 'Ponsel', parent: 'gawai' },
    { slug: 'gawai', name: 'Gawai & lain' },
  ],
  tags: [{ slug: 'xiaomi', name: 'Xiaomi' }],
  items: [
    {
      id: 7,
      title: 'Satu & dua ]]> tiga',
      content: '<p>Isi ]]> akhir</p>',
      terms: [{ domain: 'category', slug: 'ponsel', name: 'Ponsel' }],
      meta: { _wp_old_slug: 'lama' },
    },
  ],
})

describe('an export', () => {
  it('is a row of records: authors, terms, items, and the site', async (test) => {
    const records = await recordsOf(await wxrFile(await temporaryFolder(test), whole))
    assert.deepEqual(
      records.map(({ kind }) => kind),
      ['author', 'category', 'category', 'tag', 'item', 'site'],
    )
    const [author, child, parent] = records
    assert.deepEqual(author, { kind: 'author', author: { login: 'wulan', name: 'Wulan "W" <Sasmita>' } })
    assert.ok(child?.kind === 'category' && parent?.kind === 'category')
    assert.deepEqual([child.term.parent, parent.term.name], ['gawai', 'Gawai & lain'])
    const site = records.at(-1)
    assert.ok(site?.kind === 'site')
    assert.deepEqual([site.site.title, site.site.address], ['Kabar Gawai', 'https://kabar.example'])
  })

  it('holds items with all that they say, also where CDATA is parted', async (test) => {
    const records = await recordsOf(await wxrFile(await temporaryFolder(test), whole))
    const item = records.find((record) => record.kind === 'item')?.item
    assert.equal(item?.title, 'Satu & dua ]]> tiga')
    assert.equal(item.content, '<p>Isi ]]> akhir</p>')
    assert.equal(item.link, 'https://kabar.example/kabar-7/')
    assert.deepEqual(item.terms, [{ domain: 'category', slug: 'ponsel', name: 'Ponsel' }])
    assert.deepEqual(item.meta, [{ key: '_wp_old_slug', value: 'lama' }])
  })
})

describe('a file that is refused', () => {
  const refused = async (file: string, words: RegExp) =>
    assert.rejects(
      () => recordsOf(file),
      (error) => {
        assert.ok(error instanceof Invalid, String(error))
        assert.ok(error.message.includes(file))
        assert.match(error.message, words)
        return true
      },
    )

  it('has a document type, is too deep, or is no export, and the line says where', async (test) => {
    const folder = await temporaryFolder(test)
    const file = (text: string) => wxrFile(folder, text)
    await refused(await file(whole.replace('<rss', '<!DOCTYPE x [<!ENTITY a "b">]>\n<rss')), /line 2: .*document type/)
    await refused(await file(`\n${'<a>'.repeat(300)}`), /line 2: .*deeper/)
    await refused(await file('<html>\n<p>x</p>\n</html>'), /no WordPress export/)
    await refused(await file(whole.replace('</item>', '')), /line \d+: .*not closed/)
    await refused(`${folder}/none.xml`, /cannot be read/)
  })

  it('was cut off, wherever that is', async (test) => {
    const folder = await temporaryFolder(test)
    const end = whole.lastIndexOf('</rss>')
    await fc.assert(
      fc.asyncProperty(fc.nat(end + '</rss'.length), async (length) => {
        await refused(await wxrFile(folder, whole.slice(0, length)), /line \d+/)
      }),
      { numRuns: 150 },
    )
  })
})
