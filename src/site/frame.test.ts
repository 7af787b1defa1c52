import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepSection, unpublish } from '#articles'
import { siteName } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { serveNewsroom } from '#test/reader.ts'

const between = (html: string, from: RegExp, to: string) => (html.split(from)[1] ?? '').split(to)[0] ?? ''
const namesIn = (html: string) => Array.from(html.matchAll(/<a [^>]*>([^<]*)<\/a>/g), ([, name]) => name)
const navigation = (html: string) => namesIn(between(html, /<nav [^>]*>/, '</nav>'))
const foot = (html: string) => namesIn(between(html, /<footer class="colophon">/, '</footer>'))

describe('the frame around every page', () => {
  it('names sections of the first rank, and leads to all of them when they are too many', async (test) => {
    const { gawai, get } = await openNewsroom(test)
    const add = (name: string) => gawai.write((unit) => keepSection(unit, gawai.settings, { lang: 'id', name }))
    assert.deepEqual(navigation((await get('/')).text), ['Terbaru', 'Gadget', 'Pasar'])
    for (const name of ['Audio', 'Laptop', 'Arloji', 'Rumah', 'Operator']) await add(name)
    const seven = ['Gadget', 'Pasar', 'Audio', 'Laptop', 'Arloji', 'Rumah', 'Operator']
    assert.deepEqual(navigation((await get('/')).text), ['Terbaru', ...seven])
    await add('Industri')
    const { text } = await get('/')
    assert.deepEqual(navigation(text), ['Terbaru', ...seven, 'Semua rubrik'])
    assert.match(between(text, /<nav [^>]*>/, '</nav>'), /<a href="\/rubrik\/">Semua rubrik<\/a>/)
  })

  it('has the standing pages of its edition in its foot, in the order in which they were put up', async (test) => {
    const { get, file, clock, gawai, publish } = await openNewsroom(test)
    // With fewer stories each publication drops everything, because the editions begin to lead to each other.
    for (const lang of ['id', 'en'] as const) for (const slug of ['a', 'b']) await publish({ slug, lang })
    const put = (title: string, more = '') => {
      clock.move(1000)
      return file(`---\nkind: page\ntitle: ${title}\n${more}---\nTeks.`)
    }
    const places = ['Semua rubrik', 'Merek', 'Awak redaksi', 'Arsip', 'Ralat', 'RSS', 'Lewat surel']
    const englishPlaces = ['All sections', 'Brands', 'People', 'Archive', 'Corrections', 'RSS', 'By mail']
    assert.deepEqual(foot((await get('/terbaru/')).text), places)
    assert.deepEqual(foot((await get('/en/latest/')).text), englishPlaces)
    await put('Tentang')
    const { article } = await put('Kontak')
    await put('About', 'lang: en\n')
    assert.deepEqual(foot((await get('/terbaru/')).text), ['Tentang', 'Kontak', ...places])
    assert.deepEqual(foot((await get('/en/latest/')).text), [
      'About',
      'All sections',
      'Brands',
      'People',
      'Archive',
      'Corrections',
      'RSS',
      'By mail',
    ])
    await unpublish(gawai, { article, why: 'pindah' })
    assert.deepEqual(foot((await get('/terbaru/')).text), ['Tentang', ...places])
  })

  it('leads to the other edition on every kept page only while something can be read there', async (test) => {
    const { ask, publish, gawai } = await serveNewsroom(test)
    const { path } = await publish({})
    const pages = ['/', path, '/penulis/', '/rubrik/pasar/']
    const leads = async () => {
      const texts = await Promise.all(pages.map(async (page) => (await ask(page)).text))
      return texts.map((text) => /<a href="\/en\/" hreflang="en" lang="en">English<\/a>/.test(text))
    }
    assert.deepEqual(await leads(), [false, false, false, false])
    const { id } = await publish({ slug: 'first', lang: 'en' })
    assert.deepEqual(await leads(), [true, true, true, true])
    await unpublish(gawai, { article: id, why: 'wrong' })
    assert.deepEqual(await leads(), [false, false, false, false])
  })

  it('opens with the way past itself, and has the name of the site on each page', async (test) => {
    const { get, gawai } = await openNewsroom(test)
    await gawai.write((unit) => gawai.settings.set(unit, siteName, 'Kabar & <Gawai>'))
    const { text } = await get('/arsip/')
    assert.match(text, /<body>\s*<a class="skip" href="#main">Langsung ke isi<\/a>[^]*<main id="main">/)
    assert.match(text, /<title>Arsip – Kabar &amp; &lt;Gawai&gt;<\/title>/)
    assert.match(text, /<a class="name" href="\/">Kabar &amp; &lt;Gawai&gt;<\/a>/)
  })
})
