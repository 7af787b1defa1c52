import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepTopic, publish } from '#articles'
import { addPicture } from '#media'
import { keepOrganisation } from '#organisations'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { type Visitor, visitorOf } from '#test/visitor.ts'
import { adapters } from './open.ts'

interface Told {
  id: number
  name: string
  href?: string
  picture?: { src: string; width: number }
}

const begin = async (visitor: Visitor, title: string) =>
  (await visitor.post('/newsroom/articles/new/', { title, editionLang: 'id', template: 'empty' })).location ?? ''

const told = (text: string) => JSON.parse(text) as Told[]

for (const { name, skip, url } of adapters)
  describe(`what a writer picks on ${name}`, { skip }, () => {
    it('is found by the first letters of its words, the newest articles first', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const { gawai, clock } = newsroom
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
      const place = await begin(writer, 'Yang ditulis')
      const find = async (kind: string, words: string) =>
        told((await writer.get(`${place}picks/${kind}/?words=${encodeURIComponent(words)}`)).text)
      await newsroom.publish({ title: 'Galaxy lama', slug: 'lama' })
      clock.move(60_000)
      await newsroom.publish({ title: 'Galaxy baru', slug: 'baru' })
      await newsroom.publish({ title: 'Galaxy Inggris', slug: 'english', lang: 'en' })
      await gawai.write(async (unit) => {
        await keepTopic(unit, gawai.settings, { lang: 'id', name: 'Galaxy S' })
        await keepOrganisation(unit, { name: 'Galaxy Corp', kind: 'company' })
      })
      const { picture } = await addPicture(gawai, { name: 'galaxy.png', bytes: pngOf(40, 30), by: writer.account })
      const named = async (kind: string, words: string) => (await find(kind, words)).map((one) => one.name)
      assert.deepEqual(await named('articles', 'gal'), ['Galaxy baru', 'Galaxy lama'])
      assert.deepEqual(await named('topics', 'gal s'), ['Galaxy S'])
      assert.deepEqual(await named('organisations', 'corp'), ['Galaxy Corp'])
      assert.deepEqual(await named('people', 'sari'), ['Sari Wening'])
      const [found] = await find('pictures', 'galaxy')
      assert.deepEqual([found?.id, found?.picture?.src, found?.picture?.width], [picture.id, picture.src, 40])
      const file = picture.src.replace('/media/', '')
      for (const asked of [{ picture: String(picture.id) }, { file }])
        assert.equal(told((await writer.post(`${place}picks/pictures/`, asked)).text)[0]?.id, picture.id)
    })

    it('may be an organisation that nobody has named before, once', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
      const place = await begin(writer, 'Yang ditulis')
      const keep = async () =>
        told((await writer.post(`${place}picks/organisations/`, { name: 'Kantor Berita', role: 'via' })).text)[0]?.id
      assert.equal(await keep(), await keep())
    })

    it('is nobody’s who does not write the article', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const place = await begin(await visitorOf(newsroom, { grants: [{ role: 'writer' }] }), 'Yang ditulis')
      const other = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Dian Lestari' })
      assert.equal((await other.get(`${place}picks/articles/?words=a`)).status, 403)
      assert.equal((await other.post(`${place}picks/organisations/`, { name: 'X', role: 'via' })).status, 403)
      assert.equal((await other.post(`${place}markdown/`, { text: 'a' })).status, 403)
    })

    it('stands beside articles whose headline says the same', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
      const place = await begin(writer, 'Yang ditulis')
      const begun = await begin(writer, 'Redmi Note 16 resmi dijual Kamis')
      const { path } = await newsroom.publish({ title: 'Redmi Note 16 resmi dijual', slug: 'redmi' })
      await newsroom.publish({ title: 'Redmi Note 15 turun harga', slug: 'lain' })
      const words = encodeURIComponent('Redmi Note 16 Resmi Dijual!')
      const found = told((await writer.get(`${place}picks/lookalikes/?words=${words}`)).text)
      assert.deepEqual(
        found.map(({ href }) => href),
        [path, begun],
      )
    })

    it('leads from the list to the sheet of what one may write, and to readers of the rest', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
      const place = await begin(writer, 'Tulisan sendiri')
      const { path: own } = await publish(newsroom.gawai, { article: Number(/\d+/.exec(place)?.[0]) })
      const { path: others } = await newsroom.publish({ title: 'Tulisan orang', slug: 'orang' })
      const { text } = await writer.get('/newsroom/articles/')
      assert.ok(text.includes(`<a href="${place}">Tulisan sendiri</a> <a class="quiet" href="${own}">`))
      assert.ok(text.includes(`<a href="${others}">Tulisan orang</a>`))
      assert.match(text, /<a class="button" href="\/newsroom\/articles\/new\/">/)
    })
  })
