import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { arrangeFront, type Content, keepTopic, publish, revise, unpublish } from '#articles'
import { keepOrganisation } from '#organisations'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'

const december = Date.UTC(2025, 11, 10, 5)
const month = 30 * 24 * 60 * 60 * 1000
const lists = [
  '/',
  '/terbaru/',
  '/rubrik/gadget/',
  '/rubrik/gadget/ponsel/',
  '/topik/xiaomi/',
  '/merek/xiaomi/',
  '/penulis/wulan-sasmita/',
  '/2026/',
  '/2026/01/',
  '/2026/01/05/',
]

/** Two stories of the same brand, writer and section, of December and of today, and a reader who has seen everything. */
async function openRead(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, wulan, ponsel } = newsroom
  const { brand, topic } = await gawai.write(async (unit) => ({
    brand: await keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand: true }),
    topic: await keepTopic(unit, gawai.settings, { lang: 'id', name: 'Xiaomi' }),
  }))
  const about = {
    section: ponsel,
    topics: [topic],
    brands: [brand],
    bylines: [{ person: wulan, role: 'writer' as const }],
  }
  // With only two articles, taking one back would drop every page of the site.
  await newsroom.publish({ title: 'Kabar November', slug: 'november', at: december - month })
  const old = await newsroom.publish({ ...about, title: 'Kabar Desember', slug: 'desember', at: december })
  const story = await newsroom.publish({ ...about, title: 'Kabar Januari', slug: 'januari' })
  const reader = await openReader(test, newsroom)
  const warm = () => reader.warm([...lists, '/arsip/', '/2025/', '/2025/12/', '/2025/12/10/', old.path, story.path])
  await warm()
  const rewrite = (more: Partial<Content>) =>
    gawai.write((unit) => revise(unit, story.id, { ...plain, ...about, ...more }))
  return { ...newsroom, ...reader, warm, about, old, story, rewrite }
}

const plain = plainContent('Satu kalimat.', { title: 'Kabar Januari', slug: 'januari' })

describe('a page that the store holds', () => {
  it('shows a publication in every list that it enters', async (test) => {
    const { see, publish: bring, about } = await openRead(test)
    await bring({ ...about, title: 'Kabar kedua', slug: 'kedua' })
    for (const path of lists) assert.match((await see(path)).text, /Kabar kedua/, path)
    assert.doesNotMatch((await see('/2025/12/')).text, /<h2[^>]*>\s*<a[^>]*>Kabar kedua/)
  })

  it('shows a month as soon as something was published in it', async (test) => {
    const { see, publish: bring, clock } = await openRead(test)
    clock.move(month)
    assert.equal((await see('/2026/02/')).status, 404)
    assert.doesNotMatch((await see('/arsip/')).text, /href="\/2026\/02\/"/)
    await bring({ title: 'Kabar Februari', slug: 'februari' })
    assert.match((await see('/2026/02/')).text, /Kabar Februari/)
    assert.match((await see('/arsip/')).text, /href="\/2026\/02\/"/)
  })

  it('shows the new words of an edit, and only them', async (test) => {
    const { gawai, see, story, rewrite } = await openRead(test)
    await rewrite({ title: 'Judul yang lain' })
    assert.match((await see('/merek/xiaomi/')).text, /Kabar Januari/)
    await publish(gawai, { article: story.id })
    for (const path of [...lists, story.path]) {
      const { text } = await see(path)
      assert.match(text, /Judul yang lain/, path)
      assert.doesNotMatch(text, /Kabar Januari/, path)
    }
  })

  it('loses an article whose edit names another brand, writer and section', async (test) => {
    const { gawai, see, story, rewrite, hanif, pasar } = await openRead(test)
    await rewrite({ section: pasar, topics: [], brands: [], bylines: [{ person: hanif, role: 'writer' }] })
    await publish(gawai, { article: story.id })
    for (const path of [
      '/rubrik/gadget/',
      '/rubrik/gadget/ponsel/',
      '/topik/xiaomi/',
      '/merek/xiaomi/',
      '/penulis/wulan-sasmita/',
    ])
      assert.doesNotMatch(inList((await see(path)).text), /Kabar Januari/, path)
    for (const path of ['/rubrik/pasar/', '/penulis/hanif-bayu-saputra/'])
      assert.match(inList((await see(path)).text), /Kabar Januari/, path)
  })

  it('follows an article to another day', async (test) => {
    const { gawai, see, story } = await openRead(test)
    await publish(gawai, { article: story.id, at: december - 1 })
    for (const path of ['/2026/', '/2026/01/', '/2026/01/05/']) assert.equal((await see(path)).status, 404, path)
    for (const path of ['/2025/', '/2025/12/', '/2025/12/10/', '/merek/xiaomi/', '/penulis/wulan-sasmita/'])
      assert.match(inList((await see(path)).text), /Kabar Desember.*Kabar Januari/s, path)
    const { text } = await see('/arsip/')
    assert.match(text, /href="\/2025\/12\/"/)
    assert.doesNotMatch(text, /href="\/2026\/"|href="\/2026\/01\/"/)
    await publish(gawai, { article: story.id, at: december + 1 })
    for (const path of ['/2025/12/', '/merek/xiaomi/', '/'])
      assert.match(inList((await see(path)).text), /Kabar Januari.*Kabar Desember/s, path)
  })

  it('loses what was taken back', async (test) => {
    const { gawai, see, story } = await openRead(test)
    await gawai.write((unit) => arrangeFront(unit, 'id', [story.id]))
    assert.match((await see('/')).text, /Kabar Januari/)
    await unpublish(gawai, { article: story.id, why: 'keliru' })
    assert.equal((await see(story.path)).status, 410)
    for (const path of lists) assert.doesNotMatch((await see(path)).text, /Kabar Januari/, path)
    for (const path of ['/2026/', '/2026/01/', '/2026/01/05/']) assert.equal((await see(path)).status, 404, path)
    assert.doesNotMatch((await see('/arsip/')).text, /href="\/2026\/01\/"/)
  })

  it('shows an edit on an older page too', async (test) => {
    const { gawai, see, warm, about, publish: bring, story, rewrite, clock } = await openRead(test)
    for (let number = 0; number < 20; number += 1) {
      clock.move(1000)
      await bring({ ...about, title: `Kabar ${number}`, slug: `kabar-${number}` })
    }
    const older: string[] = []
    for (const path of ['/terbaru/', '/merek/xiaomi/', '/penulis/wulan-sasmita/', '/2026/01/'])
      older.push(/rel="next" href="([^"]+)"/.exec((await see(path)).text)?.[1] ?? `nothing older than ${path}`)
    await warm()
    for (const path of older) assert.match(inList((await see(path)).text), /Kabar Januari/, path)
    await rewrite({ title: 'Judul yang lain' })
    await publish(gawai, { article: story.id })
    for (const path of older) assert.match(inList((await see(path)).text), /Judul yang lain/, path)
  })

  it('leads to the other edition from its first article until its last is taken back', async (test) => {
    const { gawai, see, publish: bring, story } = await openRead(test)
    const everywhere = ['/', '/terbaru/', '/arsip/', '/merek/xiaomi/', '/penulis/wulan-sasmita/', story.path]
    for (const path of everywhere) assert.doesNotMatch((await see(path)).text, /href="\/en\//, path)
    const first = await bring({ lang: 'en', title: 'First news', slug: 'first' })
    for (const path of everywhere) assert.match((await see(path)).text, /href="\/en\//, path)
    assert.match((await see('/en/2026/01/')).text, /First news/)
    await unpublish(gawai, { article: first.id, why: 'wrong' })
    for (const path of everywhere) assert.doesNotMatch((await see(path)).text, /href="\/en\//, path)
  })
})

/** A page without its head and its frame. */
const inList = (text: string): string => /<main[^]*<\/main>/.exec(text)?.[0] ?? ''
