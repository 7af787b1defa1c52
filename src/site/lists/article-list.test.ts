import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepSection, keepTopic, nameSection, unpublish } from '#articles'
import { describeOrganisation, keepOrganisation } from '#organisations'
import { describePerson } from '#people'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

const titlesOf = (html: string) => Array.from(html.matchAll(/<h2><a href="[^"]*">([^<]*)<\/a>/g), ([, title]) => title)

const samsung = ({ gawai }: Newsroom, url?: string) =>
  gawai.write((unit) =>
    keepOrganisation(unit, { name: 'Samsung', kind: 'company', isBrand: true, ...(url !== undefined && { url }) }),
  )

describe('the list of a brand', () => {
  it('has what is about the maker, what the newsroom says of it, and the way to its home', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, get, publish } = newsroom
    const brand = await samsung(newsroom, 'https://www.samsung.example/id/')
    await publish({ title: 'Ponsel lipat', slug: 'lipat', brands: [brand] })
    await publish({ title: 'Lain', slug: 'lain' })
    await gawai.write((unit) =>
      describeOrganisation(unit, { organisation: brand, lang: 'id', about: 'Pembuat ponsel.' }),
    )
    const { text } = await get('/merek/samsung/')
    assert.deepEqual(titlesOf(text), ['Ponsel lipat'])
    assert.match(
      text,
      /<a href="\/merek\/">Merek<\/a>\s*<\/p>\s*<h1>Samsung<\/h1>\s*<p class="summary">Pembuat ponsel\./,
    )
    assert.match(text, /<a href="https:\/\/www\.samsung\.example\/id\/" rel="noopener">samsung\.example<\/a>/)
    assert.match(text, /href="https:\/\/gawai\.example\/merek\/samsung\/feed\/" title="Samsung"/)
    assert.match((await get('/merek/samsung/feed/')).text, /<title>Ponsel lipat<\/title>/)
  })

  it('says at once what is said of it now, and is there only for a brand', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, get } = newsroom
    const organisation = await samsung(newsroom)
    const say = (about: string) =>
      gawai.write((unit) => describeOrganisation(unit, { organisation, lang: 'id', about }))
    await say('Yang lama.')
    assert.match((await get('/merek/samsung/')).text, /Yang lama/)
    await say('Yang baru.')
    assert.match((await get('/merek/samsung/')).text, /<meta name="description" content="Yang baru\."/)
    assert.doesNotMatch((await get('/merek/samsung/')).text, /Yang lama/)
    await gawai.write((unit) => keepOrganisation(unit, { name: 'The Verge', kind: 'outlet' }))
    assert.equal((await get('/merek/the-verge/')).status, 404)
    assert.equal((await get('/merek/nokia/')).status, 404)
  })
})

describe('the list of a person', () => {
  it('has what somebody signed in any part, under their post', async (test) => {
    const { gawai, get, publish, wulan, hanif } = await openNewsroom(test)
    const signed = { person: wulan, role: 'writer' } as const
    await publish({ title: 'Ditulis', slug: 'ditulis', bylines: [signed, { person: hanif, role: 'editor' }] })
    await publish({ title: 'Dipotret', slug: 'dipotret', bylines: [{ person: wulan, role: 'photo' }] })
    assert.match((await get('/penulis/wulan-sasmita/')).text, /<a href="\/penulis\/">Awak redaksi<\/a>/)
    const words = { person: wulan, lang: 'id', post: 'Redaktur', about: 'Mencatat janji.' } as const
    await gawai.write((unit) => describePerson(unit, words))
    const { text } = await get('/penulis/wulan-sasmita/')
    assert.deepEqual(titlesOf(text), ['Dipotret', 'Ditulis'])
    assert.match(
      text,
      /<a href="\/penulis\/">Redaktur<\/a>[^]*<h1>Wulan Sasmita<\/h1>\s*<p class="summary">Mencatat janji/,
    )
    assert.deepEqual(titlesOf((await get('/penulis/hanif-bayu-saputra/')).text), ['Ditulis'])
    assert.equal((await get('/penulis/nobody/')).status, 404)
  })
})

describe('the list of a period', () => {
  const days = [
    ['Tahun lalu', Date.UTC(2017, 11, 31, 16, 59)],
    ['Tahun baru', Date.UTC(2017, 11, 31, 17)],
    ['Maret', Date.UTC(2018, 2, 5, 17)],
    ['April', Date.UTC(2018, 3, 1)],
  ] as const
  const open = async (...[test]: Parameters<typeof openNewsroom>) => {
    const newsroom = await openNewsroom(test)
    for (const [title, at] of days) await newsroom.publish({ title, slug: title.replace(' ', '-').toLowerCase(), at })
    return newsroom
  }

  it('has what came out in that year, month or day of the site’s zone, and nothing after it', async (test) => {
    const { get } = await open(test)
    assert.deepEqual(titlesOf((await get('/2018/')).text), ['April', 'Maret', 'Tahun baru'])
    assert.deepEqual(titlesOf((await get('/2017/')).text), ['Tahun lalu'])
    assert.deepEqual(titlesOf((await get('/2018/03/')).text), ['Maret'])
    assert.deepEqual(titlesOf((await get('/2018/03/06/')).text), ['Maret'])
    assert.deepEqual(titlesOf((await get('/2017/12/31/')).text), ['Tahun lalu'])
  })

  it('has its own older pages, which begin in it', async (test) => {
    const { get, publish } = await openNewsroom(test)
    for (let minute = 0; minute < 22; minute += 1)
      await publish({ title: `K ${minute}`, slug: `k-${minute}`, at: Date.UTC(2018, 2, 6, 3, minute) })
    await publish({ title: 'Sebelumnya', slug: 'sebelumnya', at: Date.UTC(2018, 1, 1) })
    await publish({ title: 'Sesudahnya', slug: 'sesudahnya', at: Date.UTC(2018, 3, 1) })
    const first = (await get('/2018/03/')).text
    const [, older = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? []
    assert.match(older, /^\/2018\/03\/sebelum\//)
    assert.deepEqual(titlesOf((await get(older)).text), ['K 1', 'K 0'])
    const key = older.replace('/2018/03/', '')
    // A key of another month leads to the list: made-up ones would make pages without end.
    assert.equal((await get(`/2018/02/${key}`)).headers.get('location'), '/2018/02/')
  })

  it('says its day in words below its month and its year', async (test) => {
    const { get } = await open(test)
    const { text } = await get('/2018/03/06/')
    assert.match(text, /<h1>6 Maret 2018<\/h1>/)
    const way = Array.from(/<p class="label">(.*?)<\/p>/s.exec(text)?.[1]?.matchAll(/href="([^"]+)">([^<]+)/g) ?? [])
    assert.deepEqual(
      way.map(([, path, name]) => [path, name]),
      [
        ['/arsip/', 'Arsip'],
        ['/2018/', '2018'],
        ['/2018/03/', 'Maret 2018'],
      ],
    )
  })

  it('is no page when nothing came out then, or the calendar has no such day', async (test) => {
    const { get } = await open(test)
    for (const path of ['/2016/', '/2018/02/', '/2018/13/', '/2018/00/', '/2018/02/30/', '/2018/03/07/', '/0000/'])
      assert.equal((await get(path)).status, 404, path)
    assert.equal((await get('/en/2018/')).status, 404)
  })

  it('is gone with its only story', async (test) => {
    const { get, gawai, publish } = await openNewsroom(test)
    const { id } = await publish({ at: Date.UTC(2018, 2, 6) })
    assert.equal((await get('/2018/03/')).status, 200)
    await unpublish(gawai, { article: id, why: 'keliru' })
    assert.equal((await get('/2018/03/')).status, 404)
  })
})

describe('the list of a section', () => {
  it('stands below its parents and above its children, in their order', async (test) => {
    const { gawai, get, ponsel } = await openNewsroom(test)
    const below = (name: string) =>
      gawai.write((unit) => keepSection(unit, gawai.settings, { lang: 'id', name, parent: ponsel }))
    await get('/rubrik/gadget/ponsel/')
    const kamera = await below('Kamera')
    await below('Baterai')
    const { text } = await get('/rubrik/gadget/ponsel/')
    assert.match(
      text,
      /<a href="\/rubrik\/">Rubrik<\/a>\s*<span>\/<\/span>\s*<a href="\/rubrik\/gadget\/">Gadget<\/a>\s*<\/p>\s*<h1>Ponsel<\/h1>/,
    )
    const children = Array.from(/<ul class="below">(.*?)<\/ul>/s.exec(text)?.[1]?.matchAll(/>([^<]+)<\/a>/g) ?? [])
    assert.deepEqual(
      children.map(([, name]) => name),
      ['Kamera', 'Baterai'],
    )
    await gawai.write((unit) => nameSection(unit, kamera, { lang: 'id', name: 'Lensa', description: '' }))
    assert.match((await get('/rubrik/gadget/ponsel/')).text, />Lensa<\/a>/)
  })

  it('does not repeat its own name on each line, and names the narrower ones', async (test) => {
    const { get, publish, gadget, ponsel } = await openNewsroom(test)
    await publish({ title: 'Luas', slug: 'luas', section: gadget })
    await publish({ title: 'Khusus', slug: 'khusus', section: ponsel })
    const [, list = ''] = /<ol class="cards">(.*?)<\/ol>/s.exec((await get('/rubrik/gadget/')).text) ?? []
    assert.deepEqual(
      Array.from(list.matchAll(/<p class="label"><a href="[^"]*">([^<]*)/g), ([, name]) => name),
      ['Ponsel'],
    )
  })

  it('leads to its name in the other language as soon as it has one, and so does a topic', async (test) => {
    const { gawai, get, publish } = await openNewsroom(test)
    const { settings, write } = gawai
    const section = await write((unit) => keepSection(unit, settings, { lang: 'id', name: 'Kamera' }))
    const topic = await write((unit) => keepTopic(unit, settings, { lang: 'id', name: 'Layar' }))
    await publish({ topics: [topic] })
    for (const path of ['/rubrik/kamera/', '/topik/layar/']) assert.doesNotMatch((await get(path)).text, /hreflang/)
    await write((unit) => keepSection(unit, settings, { lang: 'en', name: 'Cameras', section }))
    await write((unit) => keepTopic(unit, settings, { lang: 'en', name: 'Displays', topic }))
    for (const [path, partner] of [
      ['/rubrik/kamera/', '/en/sections/cameras/'],
      ['/topik/layar/', '/en/topics/displays/'],
    ] as const) {
      const { text } = await get(path)
      assert.match(text, new RegExp(`<link rel="alternate" hreflang="id" href="https://gawai.example${path}"`))
      assert.match(text, new RegExp(`<link rel="alternate" hreflang="en" href="https://gawai.example${partner}"`))
      assert.match(text, new RegExp(`<a href="${partner}" hreflang="en" lang="en">Read this page in English</a>`))
      assert.match((await get(partner)).text, new RegExp(`<a href="${path}" hreflang="id" lang="id">`))
    }
  })
})
