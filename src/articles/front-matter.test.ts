import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'

const cases: [string, string, RegExp][] = [
  ['no front matter', 'Hanya teks.', /^story\.md: the file must begin with front matter/],
  ['front matter that does not end', '---\ntitle: A\nTeks.', /must begin with front matter/],
  ['broken YAML', '---\ntitle: A\nslug: [a\n---\nTeks.', /^story\.md, line \d+: /],
  ['a colon in a value', '---\ntitle: A\nsummary: Uji: lima\n---\nTeks.', /^story\.md, line 3: .*put it in quotes/],
  ['a field twice', '---\ntitle: A\ntitle: B\n---\nTeks.', /^story\.md, line 3: .*unique/],
  ['an unknown field', '---\ntitle: A\nautor: Wulan\n---\nTeks.', /unknown field "autor": title, slug, lang/],
  ['no title', '---\nslug: a\n---\nTeks.', /the field "title" is missing/],
  ['front matter without end', `---\ntitle: ${'['.repeat(200_000)}\n---\nTeks.`, /longer than 20000 characters/],
  ['a title that is a list', '---\ntitle: [a]\n---\nTeks.', /the field "title" cannot be used/],
  ['a language nobody writes here', '---\ntitle: A\nlang: fr\n---\nTeks.', /the field "lang" cannot be used/],
  ['no text', '---\ntitle: A\n---\n\n', /no text below the front matter/],
  ['a date that is none', '---\ntitle: A\npublished: besok\n---\nTeks.', /"published" is "besok"; write ISO 8601/],
  [
    'a day that never was',
    '---\ntitle: A\npublished: 2018-02-30T10:00:00+07:00\n---\nTeks.',
    /"published" is "2018-02-30/,
  ],
  ['an alias bomb', '---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n---\nTeks.', /story\.md/],
  [
    'an address for a source that is none',
    '---\ntitle: A\nsource: {name: X, url: "javascript:1"}\n---\nT.',
    /the field "source/,
  ],
]

describe('an article’s file', () => {
  it('is refused with its name, the line or field and what to do, and nothing is kept of it', async (test) => {
    const { file, gawai } = await openNewsroom(test)
    for (const [what, text, expected] of cases)
      await assert.rejects(file(text), (error) => error instanceof Invalid && expected.test(error.message), what)
    for (const table of ['article', 'topic', 'organisation'] as const)
      assert.equal((await gawai.db.selectFrom(table).select('id').execute()).length, 0, table)
  })

  it('becomes a new revision of the article that it made before', async (test) => {
    const newsroom = await openNewsroom(test)
    const first = await newsroom.file('---\ntitle: Lama\nslug: kabar\n---\nSatu.')
    const second = await newsroom.file('---\ntitle: Baru\nslug: kabar\n---\nDua.')
    assert.deepEqual([second.article, second.path], [first.article, first.path])
    assert.match((await newsroom.get(first.path ?? '')).text, /<h1>Baru<\/h1>.*Dua\./s)
  })

  it('may name one writer or several, dates with and without zone, Windows line ends', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path = '' } = await newsroom.file(
      '\uFEFF---\r\ntitle: "Dua: penulis"\r\nwriter: [Wulan Sasmita, Sari Dewi]\r\npublished: 2025-12-31T23:30:00\r\n---\r\nTeks.\r\n',
    )
    assert.equal(path, '/2025/12/dua-penulis/')
    assert.match((await newsroom.get(path)).text, /Wulan Sasmita<\/a> dan <a [^>]*>Sari Dewi.*\[WS\+SD\]/s)
  })

  it('goes out by itself when its date lies ahead', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path, due } = await newsroom.file('---\ntitle: Nanti\npublished: 2026-01-06T10:00:00+07:00\n---\nTeks.')
    assert.equal(path, undefined)
    assert.equal(due, Date.UTC(2026, 0, 6, 3))
    newsroom.clock.move(2 * 24 * 60 * 60 * 1000)
    await newsroom.gawai.jobs.settle()
    assert.equal((await newsroom.get('/2026/01/nanti/')).status, 200)
  })

  it('says what of its text could not be expressed', async (test) => {
    const newsroom = await openNewsroom(test)
    const { notUnderstood } = await newsroom.file('---\ntitle: A\n---\nTeks.\n\n<script>alert(1)</script>')
    assert.equal(notUnderstood.length, 1)
    assert.match(notUnderstood[0] ?? '', /script/)
  })
})
