import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { suspendAccount } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'
import { adapters } from '../../../test/contracts/open.ts'

const tokenIn = (page: string) => /href="https:\/\/gawai\.example(\/pratinjau\/[^"]+)"/.exec(page)?.[1] ?? ''

for (const { name, skip, url } of adapters)
  describe(`a preview link on ${name}`, { skip }, () => {
    it('shows what is written to whoever has it, and to nobody else', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Bagas Prakoso' })
      const begun = await writer.post('/newsroom/articles/new/', {
        title: 'Belum untuk pembaca',
        editionLang: 'id',
        template: 'news',
      })
      const there = `${begun.location}preview-links/`
      const made = await writer.postOn(there, { lasts: 'hour' })
      const link = tokenIn(made.text)
      const seen = await newsroom.get(link)
      assert.equal(seen.status, 200)
      assert.match(seen.text, /Pratinjau, belum terbit, berlaku sampai[^]*<h1>Belum untuk pembaca<\/h1>[^]*\[BP\]/)
      const header = (wanted: string) => seen.headers.get(wanted)
      assert.deepEqual(['cache-control', 'x-robots-tag', 'referrer-policy', 'etag'].map(header), [
        'no-store',
        'noindex',
        'no-referrer',
        null,
      ])
      assert.doesNotMatch(seen.text, /application\/ld\+json|rel="canonical"/)
      // The other word before the token leads to the same.
      assert.equal((await newsroom.get(link.replace('pratinjau', 'preview'))).status, 200)

      const dead = async (path: string) => {
        const { status, text } = await newsroom.get(path)
        assert.doesNotMatch(text, /Belum untuk pembaca/)
        return [status, /sudah habis|diakhiri|Tidak ada apa-apa/.exec(text)?.[0]]
      }
      const [, id = '', until = '', mac = ''] = /pratinjau\/(\w+)-(\w+)-(.+)\/$/.exec(link) ?? []
      const later = (Number.parseInt(until, 36) + 1).toString(36)
      for (const forged of [`${id}-${later}-${mac}`, `${id}-${until}-${'A'.repeat(43)}`, 'x'])
        assert.deepEqual(await dead(`/pratinjau/${forged}/`), [404, 'Tidak ada apa-apa'])

      const row = /preview-links\/(\d+)\/ending/.exec(made.text)?.[1]
      const ended = await writer.postOn(`${there}${row}/ending/`)
      assert.deepEqual(await dead(link), [404, 'diakhiri'])
      assert.equal((await writer.post(`${there}${row}/ending/`)).status, 404)
      await writer.post(undoPathIn(ended.text), { to: there })
      assert.equal((await newsroom.get(link)).status, 200)
      newsroom.clock.move(60 * 60_000)
      assert.deepEqual(await dead(link), [404, 'sudah habis'])
      assert.match((await writer.get(there)).text, /Tidak ada tautan yang berlaku/)
      assert.match((await newsroom.get('/newsroom/sign-in/')).text, /Masuk/)
    })

    it('says that the article is published when it is', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const owner = await visitorOf(newsroom)
      const { id } = await newsroom.publish({ title: 'Sudah terbit' })
      const made = await owner.postOn(`/newsroom/articles/${id}/preview-links/`, { lasts: 'hour' })
      const { text } = await newsroom.get(tokenIn(made.text))
      assert.match(text, /Pratinjau naskah terbaru dari artikel yang sudah terbit, berlaku sampai/)
    })

    it('shows nothing while who made it is kept out of the newsroom', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const owner = await visitorOf(newsroom)
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Bagas Prakoso' })
      const begun = await writer.post('/newsroom/articles/new/', { title: 'x', editionLang: 'id', template: 'news' })
      const there = `${begun.location}preview-links/`
      const link = tokenIn((await writer.postOn(there, { lasts: 'week' })).text)
      await newsroom.gawai.write((unit) =>
        suspendAccount(unit, { account: writer.account, isSuspended: true, by: owner.account }),
      )
      const { status, text } = await newsroom.get(link)
      assert.deepEqual([status, /diakhiri/.test(text)], [404, true])
      assert.doesNotMatch((await owner.get(there)).text, /pratinjau\//)
    })

    it('has an end in number, too', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const owner = await visitorOf(newsroom)
      const { id } = await newsroom.publish({ title: 'Sudah terbit' })
      const there = `/newsroom/articles/${id}/preview-links/`
      for (let link = 0; link < 50; link += 1) await owner.post(there, { lasts: 'hour' })
      const { status, text } = await owner.post(there, { lasts: 'hour' })
      assert.deepEqual([status, /sudah punya 50 tautan/.test(text)], [409, true])
    })
  })
