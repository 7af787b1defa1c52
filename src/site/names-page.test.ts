import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepSection } from '#articles'
import { describeOrganisation, keepOrganisation } from '#organisations'
import { describePerson, keepPerson } from '#people'
import { openNewsroom } from '#test/newsroom.ts'

const list = (html: string) => /<ul class="names">.*<\/ul>/s.exec(/<main.*<\/main>/s.exec(html)?.[0] ?? '')?.[0] ?? ''
/** Names and words in their order, `(` and `)` around what lies below. */
const outline = (html: string) =>
  list(html)
    .replace(/<ul class="names">/g, '(')
    .replace(/<\/ul>/g, ')')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('the page of all sections', () => {
  it('has the tree as it stands now, each name leading to its list', async (test) => {
    const { gawai, get, gadget } = await openNewsroom(test)
    assert.equal(outline((await get('/rubrik/')).text), '( Gadget( Ponsel ) Pasar )')
    const audio = { lang: 'id', name: 'Audio', parent: gadget, description: 'Bunyi.' } as const
    await gawai.write((unit) => keepSection(unit, gawai.settings, audio))
    const { text } = await get('/rubrik/')
    assert.equal(outline(text), '( Gadget( Ponsel Audio Bunyi. ) Pasar )')
    for (const [, path = ''] of list(text).matchAll(/href="([^"]+)"/g))
      assert.equal((await get(path)).status, 200, path)
  })
})

describe('the page of all brands', () => {
  it('has makers by name with what is said of them, and no outlets', async (test) => {
    const { gawai, get, publish } = await openNewsroom(test)
    assert.equal((await get('/merek/')).status, 200)
    const xiaomi = await gawai.write((unit) =>
      keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand: true }),
    )
    await gawai.write(async (unit) => {
      await keepOrganisation(unit, { name: 'The Verge', kind: 'outlet' })
      const oppo = await keepOrganisation(unit, { name: 'Oppo', kind: 'company', isBrand: true })
      await describeOrganisation(unit, { organisation: oppo, lang: 'id', about: 'Pembuat ponsel.' })
    })
    // A maker whom only a draft names is nobody's business yet.
    assert.equal(outline((await get('/merek/')).text), '( Oppo Pembuat ponsel. )')
    assert.equal((await get('/merek/xiaomi/')).status, 404)
    await publish({ brands: [xiaomi] })
    assert.equal(outline((await get('/merek/')).text), '( Oppo Pembuat ponsel. Xiaomi )')
    assert.match((await get('/merek/')).text, /<a href="\/merek\/oppo\/">Oppo</)
  })
})

describe('the page of all people', () => {
  it('has everybody by name with initials and post, in the words of each language', async (test) => {
    const { gawai, get, wulan, hanif, publish } = await openNewsroom(test)
    assert.equal(outline((await get('/penulis/')).text), '( )')
    await publish({ bylines: [{ person: hanif, role: 'editor' }] })
    assert.equal(outline((await get('/penulis/')).text), '( HBS Hanif Bayu Saputra )')
    await gawai.write(async (unit) => {
      await keepPerson(unit, { name: 'Ana' })
      await describePerson(unit, { person: wulan, lang: 'id', post: 'Penulis', about: '' })
      await describePerson(unit, { person: wulan, lang: 'en', post: 'Writer', about: '' })
    })
    const names = (post: string) => `( HBS Hanif Bayu Saputra WS Wulan Sasmita ${post} )`
    assert.equal(outline((await get('/penulis/')).text), names('Penulis'))
    assert.equal(outline((await get('/en/authors/')).text), names('Writer'))
  })
})

describe('the archive', () => {
  it('has the years, the newest first, each with its months as they passed', async (test) => {
    const { get, publish } = await openNewsroom(test)
    assert.equal(outline((await get('/arsip/')).text), '( )')
    for (const [year, month] of [
      [2016, 11],
      [2018, 2],
      [2018, 0],
      [2018, 2],
    ] as const)
      await publish({ slug: 'kabar', at: Date.UTC(year, month, 6) })
    await publish({ slug: 'other', lang: 'en', at: Date.UTC(2020, 0, 6) })
    const { text } = await get('/arsip/')
    assert.equal(outline(text), '( 2018( Januari 2018 Maret 2018 ) 2016( Desember 2016 ) )')
    for (const [, path = ''] of list(text).matchAll(/href="([^"]+)"/g))
      assert.equal((await get(path)).status, 200, path)
    assert.equal(outline((await get('/en/archive/')).text), '( 2020( January 2020 ) )')
  })
})

describe('a page of names', () => {
  it('leads to the same page in the other language once there is something to read', async (test) => {
    const { get, publish } = await openNewsroom(test)
    const pages = [
      ['/rubrik/', '/en/sections/'],
      ['/merek/', '/en/brands/'],
      ['/penulis/', '/en/authors/'],
      ['/arsip/', '/en/archive/'],
    ] as const
    for (const [path] of pages) assert.doesNotMatch((await get(path)).text, /hreflang/)
    await publish({ lang: 'en' })
    for (const [path, other] of pages) {
      const { text } = await get(path)
      assert.match(text, new RegExp(`<link rel="canonical" href="https://gawai.example${path}"`))
      assert.match(text, new RegExp(`<link rel="alternate" hreflang="en" href="https://gawai.example${other}"`))
      assert.match(text, new RegExp(`<a href="${other}" hreflang="en" lang="en">`))
      // Nothing was published in Indonesian: nobody is sent there.
      assert.doesNotMatch((await get(other)).text, /hreflang/)
    }
  })
})
