import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { type Content, readMarkdown, saveManuscript } from '#articles'
import { keepOrganisation } from '#organisations'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { openManuscript } from '../../articles/writing/manuscript.ts'
import { undoPathIn } from '#test/undo.ts'
import { type Visitor, visitorOf } from '#test/visitor.ts'
import { adapters } from '../../../test/contracts/open.ts'

const title = 'Xiaomi membawa Redmi Note 5 ke Indonesia'

/** An article that has everything but a second person. */
async function begin(newsroom: Newsroom, visitor: Visitor): Promise<string> {
  const begun = await visitor.post('/newsroom/articles/new/', { title, editionLang: 'id', template: 'news' })
  const place = begun.location ?? ''
  const organisation = await newsroom.gawai.write((unit) => keepOrganisation(unit, { name: 'Xiaomi', kind: 'company' }))
  await write(newsroom, place, {
    section: newsroom.ponsel,
    summary: 'Harganya mulai dari dua juta.',
    document: readMarkdown('Satu kalimat.').document,
    sources: [{ role: 'source', organisation }],
  })
  return place
}

async function write({ gawai, clock }: Newsroom, place: string, more: Partial<Content>) {
  const article = Number(/\d+/.exec(place)?.[0])
  const on = await openManuscript(gawai, article)
  const seat = { person: on.content.bylines[0]?.person ?? 0, tab: randomUUID() }
  clock.move(60_000)
  const content = { ...on.content, ...more }
  await gawai.write((unit) => saveManuscript(unit, { article, on, content, key: randomUUID(), seat }))
}

/** What the page's form would send. */
async function approval(visitor: Visitor, place: string): Promise<Record<string, string>> {
  const { text } = await visitor.get(`${place}publication/`)
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
  return { version: of('version'), revision: of('revision'), key: of('key') }
}

const paths = (text: string) => /<a href="([^"]+)">lihat halamannya/.exec(text)?.[1] ?? ''

for (const { name, skip, url } of adapters)
  describe(`publication from the newsroom on ${name}`, { skip }, () => {
    it('asks about the prompts of an outline that nobody has written over', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
      const begun = await editor.post('/newsroom/articles/new/', { title, editionLang: 'id', template: 'news' })
      const there = `${begun.location}publication/`
      assert.match((await editor.get(there)).text, /4 bagian masih berisi petunjuk dari kerangka/)
      const place = await begin(newsroom, editor)
      assert.doesNotMatch((await editor.get(`${place}publication/`)).text, /petunjuk dari kerangka/)
    })

    it('is told on the sheet, with what readers do not see yet', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
      const place = await begin(newsroom, editor)
      assert.doesNotMatch((await editor.get(place)).text, /sudah terbit/)
      await editor.post(`${place}publication/`, { ...(await approval(editor, place)), isAnyway: 'on' })
      assert.match((await editor.get(place)).text, /baru dilihat pembaca setelah diterbitkan lagi/)
      await write(newsroom, place, { summary: 'Harganya naik.' })
      assert.match((await editor.get(place)).text, /pembaca masih melihat versi sebelumnya[^]*<a href="\/2026\//)
    })

    it('goes to readers once, signed by the pair, and is taken back within minutes', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const writer = await visitorOf(newsroom, { grants: [{ role: 'contributor' }], name: 'Bagas Prakoso' })
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const place = await begin(newsroom, writer)
      await writer.post(`${place}ready/`)
      const there = `${place}publication/`
      assert.equal((await writer.get(there)).status, 403)
      const page = await editor.get(there)
      assert.match(page.text, /Semua sudah lengkap[^]*paraf menjadi \[BP\/EP\]/)

      const fields = await approval(editor, place)
      const unsigned = await editor.post(there, fields)
      assert.deepEqual([unsigned.status, /masih ada yang perlu diperiksa/i.test(unsigned.text)], [409, true])
      const sent = { ...fields, asEditor: 'on' }
      const [once, twice] = [await editor.post(there, sent), await editor.post(there, sent)]
      assert.deepEqual([once.status, twice.location], [303, once.location])
      const done = await editor.get(once.location ?? '')
      const path = paths(done.text)
      assert.match((await newsroom.get(path)).text, /class="sign-off">\[BP\/EP\]/)
      assert.doesNotMatch((await editor.get('/newsroom/')).text, /Menunggu penyuntingan/)

      await editor.post(undoPathIn(done.text), { to: there })
      assert.equal((await newsroom.get(path)).status, 410)
      assert.match((await editor.get(there)).text, /Ditarik dari pembaca[^]*Diserahkan Bagas/)
    })

    it('says what readers do not see yet, and gives them back what they saw', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const place = await begin(newsroom, editor)
      const there = `${place}publication/`
      const first = await editor.postOn(there, { ...(await approval(editor, place)), isAnyway: 'on' })
      const path = paths(first.text)
      assert.match(first.text, /Pembaca melihat semua yang ditulis/)
      await write(newsroom, place, {
        summary: 'Harganya naik.',
        document: readMarkdown('Satu kalimat.\n\nDua.\n\nTiga.').document,
      })
      assert.match((await editor.get(there)).text, /Belum terbit: 3 perubahan<[^]*\(ringkasan dan 2 bagian isi\)/)
      newsroom.clock.move(60 * 60_000)
      const again = await editor.postOn(there, { ...(await approval(editor, place)), isAnyway: 'on' })
      assert.match((await newsroom.get(path)).text, /Harganya naik/)
      await editor.post(undoPathIn(again.text), { to: there })
      assert.doesNotMatch((await newsroom.get(path)).text, /Harganya naik/)
      const late = await editor.post(undoPathIn(first.text), { to: there })
      assert.deepEqual([late.status, /lebih dari sepuluh menit/.test(late.text)], [409, true])
    })

    it('waits for its time in the zone of the site, which can be taken back', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const place = await begin(newsroom, editor)
      const there = `${place}publication/`
      const day = Temporal.Instant.fromEpochMilliseconds(newsroom.clock.now())
        .toZonedDateTimeISO('Asia/Jakarta')
        .add({ days: 1 })
        .toPlainDate()
        .toString()
      const ask = async (dueDay: string, dueTime: string) =>
        editor.postOn(`${there}schedule/`, { ...(await approval(editor, place)), isAnyway: 'on', dueDay, dueTime })
      assert.match((await editor.get(there)).text, /zona waktu situs: Asia\/Jakarta/)
      assert.match((await ask('2001-01-01', '07:00')).text, /Waktu itu sudah lewat/)
      for (const [noDay, noTime] of [
        ['2099-02-31', '07:00'],
        ['', ''],
      ] as const)
        assert.match((await ask(noDay, noTime)).text, /tidak ada di kalender/)
      const set = await ask(day, '07:30')
      assert.match(set.text, /Terbit sendiri[^]*07\.30 WIB/)
      const moved = await ask(day, '08:00')
      await editor.post(undoPathIn(moved.text), { to: there })
      assert.match((await editor.get(there)).text, /Terbit sendiri\s+<time datetime="[^"]*T07:30:00\+07:00"/)
      const off = await editor.postOn(`${there}schedule/removal/`)
      assert.doesNotMatch(off.text, /Terbit sendiri\s+<time/)
      assert.equal((await editor.post(`${there}schedule/removal/`)).status, 409)
      await editor.post(undoPathIn(off.text), { to: there })
      newsroom.clock.move(2 * 24 * 60 * 60_000)
      await newsroom.gawai.jobs.settle()
      assert.match((await newsroom.get('/terbaru/')).text, /Xiaomi membawa Redmi Note 5/)
    })

    it('is taken from readers with a reason, and comes back at its day', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const place = await begin(newsroom, editor)
      const there = `${place}publication/`
      const none = await editor.post(`${there}withdrawal/`, { reason: 'keliru' })
      assert.deepEqual([none.status, /tidak ada yang perlu ditarik/.test(none.text)], [409, true])
      const done = await editor.postOn(there, { ...(await approval(editor, place)), isAnyway: 'on' })
      const path = paths(done.text)
      const shownAt = /datetime="([^"]*)"/.exec((await newsroom.get(path)).text)?.[1]
      assert.equal((await editor.post(`${there}withdrawal/`, { reason: ' ' })).status, 422)
      newsroom.clock.move(5 * 60 * 60_000)
      const gone = await editor.postOn(`${there}withdrawal/`, { reason: 'Sumbernya membantah.' })
      assert.equal((await newsroom.get(path)).status, 410)
      await editor.post(undoPathIn(gone.text), { to: there })
      const back = await newsroom.get(path)
      assert.deepEqual([back.status, /datetime="([^"]*)"/.exec(back.text)?.[1]], [200, shownAt])
    })

    it('is not undone over what somebody else has done since', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const other = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Fajar Nugroho' })
      const place = await begin(newsroom, editor)
      const there = `${place}publication/`
      const ask = async (who: Visitor, more: Record<string, string>, below = '') =>
        who.postOn(`${there}${below}`, { ...(await approval(who, place)), isAnyway: 'on', ...more })
      const done = await ask(editor, {})
      const gone = await editor.postOn(`${there}withdrawal/`, { reason: 'Sumbernya membantah.' })
      await write(newsroom, place, { title: 'Xiaomi membawa Redmi Note 5, kini benar' })
      await ask(other, {})
      const back = await editor.post(undoPathIn(gone.text), { to: there })
      assert.deepEqual([back.status, /sudah berubah lagi/.test(back.text)], [409, true])
      assert.match((await newsroom.get(paths(done.text))).text, /kini benar/)

      await write(newsroom, place, { title: 'Xiaomi membawa Redmi Note 5, besok' })
      const set = await ask(editor, { dueDay: '2099-01-05', dueTime: '07:30' }, 'schedule/')
      await ask(other, { dueDay: '2099-01-05', dueTime: '09:00' }, 'schedule/')
      const undone = await editor.post(undoPathIn(set.text), { to: there })
      assert.deepEqual([undone.status, /sudah diubah lagi/.test(undone.text)], [409, true])
      assert.match((await editor.get(there)).text, /Terbit sendiri\s+<time datetime="[^"]*T09:00/)
    })

    it('shows readers what was read before, also when somebody saves in the same moment', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
      const place = await begin(newsroom, editor)
      const there = `${place}publication/`
      for (let round = 0; round < 10; round += 1) {
        // Kept for nobody yet: the next save of its writer goes into it.
        await write(newsroom, place, { title: `Yang dibaca penyunting ${round}` })
        const fields = { ...(await approval(editor, place)), isAnyway: 'on' }
        const [published] = await Promise.all([
          editor.post(there, fields),
          write(newsroom, place, { title: `Yang belum dibaca ${round}` }).catch(() => undefined),
        ])
        const shown = await newsroom.gawai.db.selectFrom('publication').select('revision_id').executeTakeFirst()
        const revision = await newsroom.gawai.db
          .selectFrom('revision')
          .select('title')
          .where('id', '=', shown?.revision_id ?? 0)
          .executeTakeFirst()
        if (published.status === 303) assert.equal(revision?.title, `Yang dibaca penyunting ${round}`)
        else assert.equal(published.status, 409)
      }
    })
  })

describe('what stands in the way of publication', () => {
  it('refuses what has no section, and what somebody saved since the page was opened', async (test) => {
    const newsroom = await openNewsroom(test)
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
    const place = await begin(newsroom, editor)
    const there = `${place}publication/`
    const before = await approval(editor, place)
    const { section: _, ...bare } = (await openManuscript(newsroom.gawai, Number(/\d+/.exec(place)?.[0]))).content
    await write(newsroom, place, { ...bare, section: undefined as never })
    const late = await editor.post(there, { ...before, isAnyway: 'on' })
    assert.deepEqual([late.status, /disimpan lagi sejak/.test(late.text)], [409, true])
    const { text } = await editor.get(there)
    assert.match(text, /Wajib:<\/b> Rubrik belum dipilih[^]*#field-section/)
    assert.doesNotMatch(text, /name="isAnyway"/)
    const now = await newsroom.gawai.db
      .selectFrom('manuscript')
      .select(['version', 'revision_id'])
      .executeTakeFirstOrThrow()
    const fields = {
      version: String(now.version),
      revision: String(now.revision_id),
      key: randomUUID(),
      isAnyway: 'on',
    }
    const refused = await editor.post(there, fields)
    assert.deepEqual([refused.status, /Belum bisa terbit\. Rubrik belum dipilih/.test(refused.text)], [422, true])
  })

  it('names another article with the same title, and open notes', async (test) => {
    const newsroom = await openNewsroom(test)
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }], name: 'Eka Putri' })
    const { path } = await newsroom.publish({ title: title.toUpperCase(), slug: 'lain' })
    const place = await begin(newsroom, editor)
    await editor.post(`${place}notes/`, { block: '', noteWords: 'Periksa harga.' })
    const { text } = await editor.get(`${place}publication/`)
    assert.ok(text.includes(`href="${path}"`) && /Judulnya sama/.test(text))
    assert.match(text, /1 catatan belum selesai[^]*notes\//)
  })
})
