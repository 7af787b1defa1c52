import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publish, revise, unpublish } from '#articles'
import { openManuscript } from '../../articles/writing/manuscript.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'
import { adapters } from '../../../test/contracts/open.ts'

const words = 'Harga di paragraf ketiga keliru: yang benar Rp2.999.000, bukan Rp2.899.000.'

for (const { name, skip, url } of adapters)
  describe(`a correction on ${name}`, { skip }, () => {
    it('stands above the article, in its data, its feed and its Markdown, and on the page of all', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
      const { id, path } = await newsroom.publish({ title: 'Harga Redmi', section: newsroom.ponsel })
      const place = `/newsroom/articles/${id}/corrections/`
      const seen = async () =>
        Promise.all(
          [path, '/feed/', path.replace(/\/$/, '.md'), '/koreksi/'].map(async (one) => (await newsroom.get(one)).text),
        )
      for (const text of await seen()) assert.doesNotMatch(text, /Rp2\.999\.000/)

      const told = await editor.postOn(place, { correctionKind: 'correction', correctionWords: words, party: 'Xiaomi' })
      assert.match(told.text, /Pembaca sudah diberi tahu/)
      const [page = '', ...others] = await seen()
      assert.match(page, /<aside class="corrections"[^]*Koreksi[^]*Rp2\.999\.000[^]*atas permintaan Xiaomi/)
      assert.ok(page.indexOf('class="corrections"') < page.lastIndexOf('Satu kalimat.'), 'it stands above the text')
      assert.match(page, /"@type":"CorrectionComment","name":"Koreksi","text":"Harga/)
      for (const text of others) assert.match(text, /Rp2\.999\.000/)

      await editor.post(undoPathIn(told.text), { to: place })
      for (const text of await seen()) assert.doesNotMatch(text, /Rp2\.999\.000/)
    })

    it('that is taken back by mistake is the same again, of the same time', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
      const { id } = await newsroom.publish({ title: 'Harga Redmi', section: newsroom.ponsel })
      const place = `/newsroom/articles/${id}/corrections/`
      const { text } = await editor.postOn(place, { correctionKind: 'correction', correctionWords: words })
      const rows = () => newsroom.gawai.db.selectFrom('correction').select(['id', 'at', 'words']).execute()
      const before = await rows()
      newsroom.clock.move(60 * 60_000)
      const gone = await editor.postOn(`${place}${/(\d+)\/removal/.exec(text)?.[1]}/removal/`)
      assert.deepEqual(await rows(), [])
      await editor.post(undoPathIn(gone.text), { to: place })
      assert.deepEqual(await rows(), before)
      const said = newsroom.gawai.db.selectFrom('audit').select('details').where('action', '=', 'correction.taken-back')
      assert.match((await said.executeTakeFirstOrThrow()).details, /Rp2\.999\.000/)
    })

    it('is told again with an article that comes back, and shows nowhere while it is gone', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom)
      const { id, path } = await newsroom.publish({ title: 'Harga Redmi' })
      await editor.post(`/newsroom/articles/${id}/corrections/`, { correctionKind: 'erratum', correctionWords: words })
      await unpublish(newsroom.gawai, { article: id, why: 'diperiksa' })
      assert.doesNotMatch((await newsroom.get('/koreksi/')).text, /Rp2\.999/)
      await publish(newsroom.gawai, { article: id })
      for (const one of [path, '/koreksi/']) assert.match((await newsroom.get(one)).text, /Rp2\.999/)
    })
  })

describe('who may tell readers of a correction', () => {
  it('is an editor of the section, of what readers see', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id } = await newsroom.publish({ section: newsroom.ponsel })
    const place = `/newsroom/articles/${id}/corrections/`
    const said = { correctionKind: 'erratum', correctionWords: words }
    const ask = async (section: number) => {
      const grants = [{ role: 'editor', section }] as const
      return (await visitorOf(newsroom, { grants, name: `Penyunting ${section}` })).post(place, said)
    }
    assert.deepEqual([(await ask(newsroom.gadget)).status, (await ask(newsroom.pasar)).status], [303, 403])
    await unpublish(newsroom.gawai, { article: id, why: 'diperiksa' })
    const late = await (await visitorOf(newsroom)).post(place, said)
    assert.deepEqual([late.status, /tidak perlu|tidak terbit|Pembaca tidak melihat/.test(late.text)], [409, true])
  })

  it('is nobody who only has what is written moved into a section of theirs', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id } = await newsroom.publish({ section: newsroom.ponsel })
    const { content } = await openManuscript(newsroom.gawai, id)
    await newsroom.gawai.write((unit) => revise(unit, id, { ...content, section: newsroom.pasar }))
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor', section: newsroom.pasar }] })
    const place = `/newsroom/articles/${id}/`
    const told = await editor.post(`${place}corrections/`, { correctionKind: 'erratum', correctionWords: words })
    const withdrawn = await editor.post(`${place}publication/withdrawal/`, { reason: 'Keliru.' })
    assert.deepEqual([told.status, withdrawn.status], [403, 403])
  })
})
