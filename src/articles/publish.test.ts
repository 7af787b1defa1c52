import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepTopic, permalinkPattern, publish, readMarkdown, revise, unpublish } from '#articles'
import { Conflict, Invalid } from '#platform/refusals.ts'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'

const day = 24 * 60 * 60 * 1000

describe('a published article', () => {
  it('is at its address, on the home page, in its sections, its topic, the feeds and the sitemap at once', async (test) => {
    const newsroom = await openNewsroom(test)
    const topic = await newsroom.gawai.write((unit) =>
      keepTopic(unit, newsroom.gawai.settings, { lang: 'id', name: 'Xiaomi' }),
    )
    const places = [
      '/',
      '/terbaru/',
      '/feed/',
      '/rubrik/gadget/',
      '/rubrik/gadget/ponsel/',
      '/rubrik/gadget/ponsel/feed/',
      '/topik/xiaomi/',
      '/sitemaps/0.xml',
    ]
    for (const place of places) assert.doesNotMatch((await newsroom.get(place)).text, /xiaomi-masuk/, place)
    const { path } = await newsroom.publish({
      title: 'Xiaomi masuk Amerika',
      slug: 'xiaomi-masuk',
      section: newsroom.ponsel,
      topics: [topic],
    })
    assert.equal(path, '/2026/01/xiaomi-masuk/')
    const page = await newsroom.get(path)
    assert.equal(page.status, 200)
    assert.match(page.text, /<h1>Xiaomi masuk Amerika<\/h1>/)
    for (const place of places) assert.match((await newsroom.get(place)).text, /xiaomi-masuk/, place)
    assert.doesNotMatch((await newsroom.get('/rubrik/pasar/')).text, /xiaomi-masuk/)
  })

  it('shows dateline, people, sign-off, sources and topics', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.file(
      `---
title: Xiaomi masuk Amerika
slug: xiaomi-masuk
section: Ponsel
topics: [Xiaomi]
dateline: Jakarta
writer: Wulan Sasmita
editor: Hanif Bayu Saputra
photo: Sari Dewi
source: { name: Lei Jun, url: "https://example.com/lei" }
via: [WSJ, PhoneArena]
published: 2026-01-05T08:00:00+07:00
---
Kalimat pertama.`,
    )
    const { text } = await newsroom.get(path ?? '')
    assert.match(text, /<strong>Jakarta – <\/strong>Kalimat pertama\./)
    assert.match(text, /Wulan Sasmita.*Hanif Bayu Saputra.*Sari Dewi/s)
    assert.match(text, /\[WS\/HBS\]/)
    assert.match(text, /<a href="https:\/\/example\.com\/lei"[^>]*>Lei Jun<\/a>.*WSJ dan PhoneArena/s)
    assert.match(text, /<a href="\/topik\/xiaomi\/" rel="tag">Xiaomi<\/a>/)
    assert.match(text, /<time datetime="2026-01-05T08:00:00\+07:00"/)
  })

  it('changes everywhere when a new revision is published, and not before', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id, path } = await newsroom.publish({ title: 'Lama', slug: 'kabar' })
    await newsroom.get('/')
    await newsroom.gawai.write((unit) =>
      revise(unit, id, { ...plain, title: 'Baru', slug: 'kabar', document: readMarkdown('Teks baru.').document }),
    )
    assert.match((await newsroom.get(path)).text, /<h1>Lama<\/h1>/)
    newsroom.clock.move(day)
    const again = await publish(newsroom.gawai, { article: id })
    assert.equal(again.path, path)
    assert.match((await newsroom.get(path)).text, /<h1>Baru<\/h1>.*Teks baru/s)
    assert.match((await newsroom.get('/')).text, /Baru/)
    assert.doesNotMatch((await newsroom.get('/')).text, /Lama/)
  })

  it('leads from its old addresses to the one it has now', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id, path } = await newsroom.publish({ slug: 'satu' })
    for (const slug of ['dua', 'tiga']) {
      await newsroom.gawai.write((unit) => revise(unit, id, { ...plain, slug }))
      await publish(newsroom.gawai, { article: id })
    }
    for (const old of [path, '/2026/01/dua/']) {
      const moved = await newsroom.get(old)
      assert.equal(moved.status, 301)
      assert.equal(moved.headers.get('location'), '/2026/01/tiga/')
    }
    assert.equal((await newsroom.get('/2026/01/tiga/')).status, 200)
  })

  it('gets an address of its own when another has that slug', async (test) => {
    const newsroom = await openNewsroom(test)
    const first = await newsroom.publish({ slug: 'sama' })
    const second = await newsroom.publish({ slug: 'sama' })
    assert.deepEqual([first.path, second.path], ['/2026/01/sama/', '/2026/01/sama-2/'])
  })

  it('is published once, however often the request is sent', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id } = await newsroom.publish({ slug: 'sekali' })
    await newsroom.gawai.write((unit) => revise(unit, id, { ...plain, slug: 'lain' }))
    const first = await publish(newsroom.gawai, { article: id, key: 'k1' })
    newsroom.clock.move(day / 2)
    const second = await publish(newsroom.gawai, { article: id, key: 'k1' })
    assert.deepEqual(second, first)
    const other = await newsroom.publish({ slug: 'lain-lagi' })
    await assert.rejects(publish(newsroom.gawai, { article: other.id, key: 'k1' }), Conflict)
  })

  it('is refused whole when its words cannot be kept', async (test) => {
    const newsroom = await openNewsroom(test)
    for (const broken of [{ title: ' ' }, { slug: 'a/b' }, { title: 'x'.repeat(301) }])
      await assert.rejects(newsroom.publish(broken), Invalid)
    assert.equal((await newsroom.gawai.db.selectFrom('article').selectAll().execute()).length, 0)
  })

  it('may not take an address that belongs to the program', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.gawai.write((unit) => newsroom.gawai.settings.set(unit, permalinkPattern, '/%postname%/'))
    await assert.rejects(newsroom.publish({ slug: 'claims' }), /belongs to the program/)
    const { path } = await newsroom.publish({ slug: 'claims-of-the-year' })
    assert.equal(path, '/claims-of-the-year/')
  })
})

describe('an article that was taken back', () => {
  it('answers 410 and is in no list', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id, path } = await newsroom.publish({ title: 'Salah besar', slug: 'salah', section: newsroom.ponsel })
    await newsroom.get(path)
    await unpublish(newsroom.gawai, { article: id, why: 'Isinya keliru' })
    assert.equal((await newsroom.get(path)).status, 410)
    for (const place of ['/', '/feed/', '/rubrik/gadget/ponsel/', '/sitemaps/0.xml'])
      assert.doesNotMatch((await newsroom.get(place)).text, /Salah besar|\/salah\//, place)
    await assert.rejects(unpublish(newsroom.gawai, { article: id, why: 'lagi' }), Conflict)
  })

  it('comes back at its address when it is published again', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id, path } = await newsroom.publish({ slug: 'kembali' })
    await unpublish(newsroom.gawai, { article: id, why: 'sebentar' })
    await publish(newsroom.gawai, { article: id })
    assert.equal((await newsroom.get(path)).status, 200)
  })
})

describe('an address that nobody has', () => {
  it('answers 404 with what may have been meant', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.publish({ title: 'Xiaomi masuk Amerika', slug: 'xiaomi-masuk-amerika' })
    const { status, text } = await newsroom.get('/2025/12/xiaomi-masuk-amerka/')
    assert.equal(status, 404)
    assert.match(text, /href="\/2026\/01\/xiaomi-masuk-amerika\/"/)
    assert.match(text, /noindex/)
  })

  it('leads to the same with or without its last slash', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({ slug: 'garis' })
    const { status, headers } = await newsroom.get(path.slice(0, -1))
    assert.equal(status, 301)
    assert.equal(headers.get('location'), path)
  })
})

describe('a list of articles', () => {
  it('can be walked to its oldest article, and an older page keeps its address', async (test) => {
    const newsroom = await openNewsroom(test)
    const slugs = Array.from({ length: 45 }, (_, index) => `kabar-${String(index).padStart(2, '0')}`)
    for (const slug of slugs) {
      await newsroom.publish({ slug, title: slug, section: newsroom.ponsel })
      newsroom.clock.move(day)
    }
    const seen: string[] = []
    const steps: string[] = []
    let at: string | undefined = '/rubrik/gadget/'
    while (at !== undefined) {
      const { text } = await newsroom.get(at)
      steps.push(at)
      seen.push(...Array.from(text.matchAll(/<h2[^>]*>\s*<a href="[^"]*\/(kabar-\d\d)\/"/g), ([, slug = '']) => slug))
      at = /rel="next" href="([^"]+)"/.exec(text)?.[1]
    }
    assert.deepEqual(seen, slugs.toReversed())
    const [, second = ''] = steps
    const before = (await newsroom.get(second)).text
    await newsroom.publish({ slug: 'terbaru-sekali', section: newsroom.ponsel })
    assert.equal((await newsroom.get(second)).text, before)
    assert.equal((await newsroom.get('/rubrik/gadget/sebelum/bukan!kunci/')).status, 404)
  })
})

const plain = plainContent('Satu kalimat.')
