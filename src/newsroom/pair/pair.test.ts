import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMarkdown, revise, saveManuscript } from '#articles'
import { lettersIn } from '#test/letters.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { openManuscript } from '../../articles/writing/manuscript.ts'
import { undoPathIn } from '#test/undo.ts'
import { type Visitor, visitorOf } from '#test/visitor.ts'
import { adapters } from '../../../test/contracts/open.ts'

const begin = async (visitor: Visitor, title = 'Kabar gawai') => {
  const { location } = await visitor.post('/newsroom/articles/new/', { title, editionLang: 'id', template: 'news' })
  return location ?? ''
}

const idOf = (place: string) => Number(/\d+/.exec(place)?.[0])

/** Saves another text as a script or a form does. */
async function write({ gawai }: Newsroom, place: string, markdown: string, { section }: { section?: number } = {}) {
  const article = idOf(place)
  const on = await openManuscript(gawai, article)
  const person = on.content.bylines[0]?.person ?? 0
  const content = { ...on.content, document: readMarkdown(markdown).document, ...(section && { section }) }
  const key = `${markdown.length}-${on.version}`
  await gawai.write((unit) => saveManuscript(unit, { article, on, content, key, seat: { person, tab: 'a' } }))
}

async function letters({ gawai, data, clock }: Newsroom) {
  await gawai.jobs.settle()
  clock.move(1000)
  return (await lettersIn(data)).map(({ to, subject, text }) => ({ to, subject, text }))
}

const noteIn = (page: string) => Number(/id="note-(\d+)"/.exec(page)?.[1])

for (const { name, skip, url } of adapters)
  describe(`notes of an article on ${name}`, { skip }, () => {
    it('are said of a block, answered, settled, opened again and taken back', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Bagas Prakoso' })
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const place = await begin(writer)
      await write(newsroom, place, 'Satu.\n\nHarganya dua juta.')
      const notes = `${place}notes/`
      const said = await editor.postOn(notes, { block: '1', noteWords: 'Dari mana angkanya?' })
      assert.match(said.text, /<blockquote>Harganya dua juta\.<\/blockquote>[^]*Dari mana angkanya\?/)
      const note = noteIn(said.text)

      const answered = await writer.postOn(`${notes}${note}/answers/`, { answerWords: 'Dari situs resminya.' })
      assert.match(answered.text, /class="answers"[^]*Dari situs resminya/)
      assert.equal((await editor.post(`${notes}${note}/removal/`)).status, 409, 'it was answered')
      assert.equal((await editor.post(`${notes}${noteIn(answered.text) + 1}/removal/`)).status, 404)

      const settled = await editor.postOn(`${notes}${note}/settling/`)
      assert.match(settled.text, /1 catatan selesai/)
      const opened = await editor.postOn(undoPathIn(settled.text), { to: notes })
      assert.doesNotMatch(opened.text, /catatan selesai/)
      const empty = await editor.post(notes, { block: '', noteWords: ' ' })
      assert.deepEqual([empty.status, /Catatan berisi 1 sampai 2000/.test(empty.text)], [422, true])
      const lost = await editor.post(notes, { block: '7', noteWords: 'Mana?' })
      assert.deepEqual([lost.status, /sudah tidak ada/.test(lost.text)], [422, true])

      const own = await editor.postOn(notes, { block: '', noteWords: 'Bagus.' })
      const removed = await editor.postOn(undoPathIn(own.text), { to: notes })
      assert.doesNotMatch(removed.text, /Bagus\./)
    })

    it('follow their block, also without a script, and say when it was deleted', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
      const place = await begin(writer)
      await write(newsroom, place, 'Satu.\n\nDua.\n\nTiga.')
      const { text } = await writer.postOn(`${place}notes/`, { block: '1', noteWords: 'Periksa.' })
      const note = noteIn(text)
      const placed = async () => {
        const row = newsroom.gawai.db.selectFrom('note').select(['block', 'quote']).where('id', '=', note)
        const { block, quote } = await row.executeTakeFirstOrThrow()
        return [block, quote]
      }
      await write(newsroom, place, 'Baru.\n\nSatu.\n\nDua.')
      assert.deepEqual(await placed(), [2, 'Dua.'])
      await write(newsroom, place, 'Baru.\n\nSatu.')
      assert.deepEqual(await placed(), [null, 'Dua.'])
      assert.match(
        (await writer.get(`${place}notes/`)).text,
        /<blockquote>Dua\.<\/blockquote>\s*<p[^>]*>Bagian itu sudah dihapus/,
      )
      await write(newsroom, place, 'Dua.\n\nSatu.')
      assert.deepEqual(await placed(), [0, 'Dua.'])
      // A script saw the words of the block change: it knows better than the quote.
      const sheet = (await writer.get(place)).text
      assert.ok(sheet.includes(`data-notes="[{&quot;note&quot;:${note},&quot;block&quot;:0,`))
      const of = (field: string) => new RegExp(`name="${field}" value="([^"]*)"`).exec(sheet)?.[1] ?? ''
      newsroom.clock.move(60_000)
      const saved = await writer.post(`${place}saves/`, {
        ...Object.fromEntries(['version', 'revision', 'key'].map((field) => [field, of(field)])),
        tab: 'a'.repeat(8),
        title: 'Kabar gawai',
        writer: 'Sari Wening',
        document: JSON.stringify(readMarkdown('Dua.\n\nDua puluh.').document),
        notes: JSON.stringify([{ note, block: 1 }]),
      })
      assert.equal(saved.status, 200, saved.text)
      assert.deepEqual(await placed(), [1, 'Dua.'])
    })

    it('tell whom they name, by letter and on the desk until they have looked', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Bagas Prakoso' })
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      await visitorOf(newsroom, { grants: [{ role: 'contributor' }], name: 'Dian Lestari' })
      const place = await begin(writer)
      await writer.post(`${place}notes/`, {
        block: '',
        noteWords: '@Eka Putri dan @Dian Lestari, tolong lihat. @bagas',
      })
      const sent = await letters(newsroom)
      assert.deepEqual(
        sent.map(({ to, subject }) => [to, subject]),
        [['eka.putri@gawai.example', 'Bagas Prakoso menyebut Anda: Kabar gawai']],
        'whoever may not see the article and whoever wrote the note hear nothing',
      )
      assert.match(sent[0]?.text ?? '', /https:\/\/gawai\.example\/newsroom\/articles\/\d+\/notes\/#note-\d+/)
      assert.match((await editor.get('/newsroom/')).text, /Anda disebut[^]*tolong lihat/)
      await editor.get(`${place}notes/`)
      assert.doesNotMatch((await editor.get('/newsroom/')).text, /Anda disebut/)
    })

    it('tell nobody anything more who may not see the article any longer', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const guest = await visitorOf(newsroom, { grants: [{ role: 'contributor' }], name: 'Dian Lestari' })
      const place = await begin(editor, 'Rahasia')
      const on = await openManuscript(newsroom.gawai, idOf(place))
      const { person } = await newsroom.gawai.db
        .selectFrom('account')
        .select('person_id as person')
        .where('id', '=', guest.account)
        .executeTakeFirstOrThrow()
      const signed = { ...on.content, bylines: [...on.content.bylines, { role: 'photo' as const, person }] }
      await newsroom.gawai.write((unit) => revise(unit, idOf(place), signed))
      await editor.post(`${place}notes/`, { block: '', noteWords: '@Dian fotonya mana?' })
      assert.match((await guest.get('/newsroom/')).text, /Anda disebut[^]*Rahasia/)
      await newsroom.gawai.write((unit) => revise(unit, idOf(place), on.content))
      assert.doesNotMatch((await guest.get('/newsroom/')).text, /Rahasia|fotonya mana/)
    })

    it('do not come back below a note that is gone itself', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Bagas Prakoso' })
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const notes = `${await begin(writer)}notes/`
      const note = noteIn((await editor.postOn(notes, { block: '', noteWords: 'Bagus.' })).text)
      const answered = await writer.postOn(`${notes}${note}/answers/`, { answerWords: 'Terima kasih.' })
      const answer = /class="answers"[^]*?id="note-(\d+)"/.exec(answered.text)?.[1]
      const removed = await writer.postOn(`${notes}${answer}/removal/`)
      await editor.post(`${notes}${note}/removal/`)
      const { status, text } = await writer.post(undoPathIn(removed.text), { to: notes })
      assert.deepEqual([status, /Catatan ini sudah tidak ada/.test(text)], [404, true])
    })

    it('are handed over and back, each with a letter, and wait on the desk of whose turn it is', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'contributor' }], name: 'Bagas Prakoso' })
      const editorOf = (section: number, person: string) =>
        visitorOf(newsroom, { grants: [{ role: 'editor', section }], name: person })
      const [editor, other] = [await editorOf(newsroom.gadget, 'Eka Putri'), await editorOf(newsroom.pasar, 'Fajar')]
      const place = await begin(writer)
      await write(newsroom, place, 'Satu.', { section: newsroom.ponsel })
      const handed = await writer.postOn(`${place}ready/`)
      assert.match(handed.text, /Diserahkan Bagas Prakoso/)
      const isWaiting = async (who: Visitor) => /Menunggu penyuntingan/.test((await who.get('/newsroom/')).text)
      assert.deepEqual(await Promise.all([editor, other, writer].map(isWaiting)), [true, false, false])
      assert.deepEqual(
        (await letters(newsroom)).map(({ to, subject }) => [to, subject]),
        [['eka.putri@gawai.example', 'Siap disunting: Kabar gawai']],
      )
      assert.equal((await writer.post(`${place}sending-back/`, { sendBackWhy: 'x' })).status, 403)

      const back = await editor.postOn(`${place}sending-back/`, { sendBackWhy: 'Tambahkan sumbernya.' })
      assert.match(back.text, /Dikembalikan Eka Putri[^]*Tambahkan sumbernya/)
      assert.match((await writer.get('/newsroom/')).text, /Dikembalikan[^]*Kabar gawai/)
      assert.deepEqual((await letters(newsroom)).at(-1)?.subject, 'Dikembalikan: Kabar gawai')
      const again = await editor.post(`${place}sending-back/`, { sendBackWhy: 'x' })
      assert.deepEqual([again.status, /belum diserahkan/.test(again.text)], [409, true])

      const early = await writer.post(undoPathIn(handed.text), { to: place })
      assert.deepEqual([early.status, /Gilirannya sudah beralih/.test(early.text)], [409, true])
      await editor.post(undoPathIn(back.text), { to: `${place}notes/` })
      const undone = await editor.get(`${place}notes/`)
      assert.match(undone.text, /Diserahkan Bagas Prakoso/)
      assert.doesNotMatch(undone.text, /Tambahkan sumbernya/)
      await writer.post(undoPathIn(handed.text), { to: place })
      assert.equal(await isWaiting(editor), false)
    })
  })
