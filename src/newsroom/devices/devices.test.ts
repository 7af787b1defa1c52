import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDevice, deviceRecord, keepProvenance, readValue, reportDevice, sayOf } from '#devices'
import { keepOrganisation } from '#organisations'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'

const grants = [{ role: 'catalogue-editor' }] as const

const device = ({ gawai }: Newsroom, name: string) =>
  gawai.write(async (unit) => {
    const brand = {
      id: await keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand: true }),
      name: 'Xiaomi',
    }
    return addDevice(unit, { brand, name, category: 'phone' })
  })

const say = ({ gawai }: Newsroom, on: number, name: string, raw: string) =>
  gawai.write(async (unit) => {
    const provenance = await keepProvenance(unit, { kind: 'dataset', name })
    const value = readValue('battery', raw)
    assert.ok(value)
    await sayOf(unit, { device: on, name: 'battery', values: [value], provenance })
    return provenance
  })

const source = { from: '', sourceKind: 'maker', sourceName: 'Xiaomi Indonesia', sourceUrl: 'https://mi.example/' }
const back = { to: '/newsroom/devices/' }

describe('the device catalogue in the newsroom', () => {
  it('lists devices by words, brand, kind and status', async (test) => {
    const newsroom = await openNewsroom(test)
    await device(newsroom, 'Redmi Note 4')
    await device(newsroom, 'Mi Band 3')
    const editor = await visitorOf(newsroom, { grants })
    const all = (await editor.get('/newsroom/devices/')).text
    assert.ok(/Redmi Note 4/.test(all) && /Mi Band 3/.test(all))
    assert.doesNotMatch((await editor.get('/newsroom/devices/?words=xiaomi+redmi')).text, /Mi Band 3/)
    assert.match((await editor.get('/newsroom/devices/?words=xiaomi+redmi')).text, /Redmi Note 4/)
    assert.match((await editor.get('/newsroom/devices/?category=watch')).text, /Tidak ada gawai yang cocok/)
    assert.match((await editor.get('/newsroom/devices/?status=cancelled')).text, /Tidak ada gawai yang cocok/)
  })

  it('is closed to who does not look after it', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    assert.equal((await writer.get('/newsroom/devices/')).status, 403)
  })

  it('says what a device is, tells a wrong date at its field, and takes it back', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    await device(newsroom, 'Redmi Note 3')
    const note = await device(newsroom, 'Redmi Note 4')
    const editor = await visitorOf(newsroom, { grants })
    const path = `/newsroom/devices/${note}/`
    const form = { name: 'Redmi Note 4X', category: 'phone', status: 'discontinued', family: 'Redmi Note' }
    const facts = { ...form, predecessor: '/gawai/xiaomi-redmi-note-3/', announced: '', released: '2017-02', ...source }
    const wrong = await editor.post(path, { ...facts, released: 'kapan-kapan' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /id="wrong-released">“kapan-kapan” bukan tanggal/)
    const done = await editor.postOn(path, facts)
    assert.match(done.text, /Redmi Note 4X disimpan/)
    const now = await deviceRecord(gawai, 'xiaomi-redmi-note-4')
    assert.equal(now?.name, 'Xiaomi Redmi Note 4X')
    assert.deepEqual([now?.status, now?.released, now?.family?.slug], ['discontinued', '2017-02', 'redmi-note'])
    assert.equal(now?.predecessor?.slug, 'xiaomi-redmi-note-3')
    assert.equal(now?.provenances.get(now.datesFrom ?? 0)?.name, 'Xiaomi Indonesia')
    await editor.post(undoPathIn(done.text), back)
    const before = await deviceRecord(gawai, 'xiaomi-redmi-note-4')
    assert.deepEqual([before?.name, before?.status, before?.released], ['Xiaomi Redmi Note 4', 'announced', undefined])
  })

  it('keeps what a source says, tells what cannot be read at its field, and remembers what was said before', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const note = await device(newsroom, 'Redmi Note 4')
    const editor = await visitorOf(newsroom, { grants })
    const path = `/newsroom/devices/${note}/specifications/battery/`
    const wrong = await editor.post(path, { ...source, spec_charging: 'cepat sekali' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /id="wrong-spec_charging">“cepat sekali” tidak bisa dibaca/)
    assert.match((await editor.post(path, { ...source, sourceName: '' })).text, /id="wrong-sourceName"/)
    const done = await editor.postOn(path, { ...source, spec_battery: 'utama: 4100 mAh', spec_charging: '10' })
    assert.match(done.text, /2 spesifikasi disimpan/)
    const values = async () =>
      (await deviceRecord(gawai, 'xiaomi-redmi-note-4'))?.specifications.get('battery')?.values.map((one) => one.number)
    assert.deepEqual(await values(), [4100])
    const from = /name="from" value="(\d+)"/.exec(done.text)?.[1] ?? ''
    assert.match(done.text, /utama: 4100 mAh/)
    const again = await editor.postOn(path, { from, spec_battery: '4000', spec_charging: '10' })
    assert.match(again.text, /1 spesifikasi disimpan/)
    assert.deepEqual(await values(), [4000])
    const history = (await editor.get(`/newsroom/devices/${note}/history/`)).text
    assert.match(history, /utama: 4100 mAh/)
    assert.match(history, /Xiaomi Indonesia.*Sari Wening/s)
    await editor.post(undoPathIn(again.text), back)
    assert.deepEqual(await values(), [4100])
    const owner = await visitorOf(newsroom, { name: 'Pemilik' })
    assert.match((await owner.get('/newsroom/audit/')).text, /mengubah spesifikasi .*Xiaomi Redmi Note 4.*: Baterai/s)
  })

  it('gives names and codes and takes them out again, each with a way back', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const note = await device(newsroom, 'Redmi Note 4')
    const editor = await visitorOf(newsroom, { grants })
    const path = `/newsroom/devices/${note}/`
    const named = await editor.postOn(`${path}names/`, { name: 'mido', aliasKind: 'codename', market: '' })
    assert.match(named.text, /Nama “mido” ditambahkan/)
    assert.equal((await editor.post(`${path}names/`, { name: 'Mido', aliasKind: 'nick', market: '' })).status, 409)
    await editor.postOn(`${path}codes/`, { model: '2016102', codeMarket: '', ...source })
    const record = async () => deviceRecord(gawai, 'xiaomi-redmi-note-4')
    assert.deepEqual([(await record())?.names.length, (await record())?.codes[0]?.code], [1, '2016102'])
    const alias = await gawai.db
      .selectFrom('device_alias')
      .select('id')
      .where('words', '=', 'mido')
      .executeTakeFirstOrThrow()
    const gone = await editor.postOn(`${path}names/removal/`, { id: String(alias.id) })
    assert.equal((await record())?.names.length, 0)
    await editor.post(undoPathIn(gone.text), back)
    assert.equal((await record())?.names[0]?.words, 'mido')
    const code = await gawai.db.selectFrom('model_code').select('id').executeTakeFirstOrThrow()
    const uncoded = await editor.postOn(`${path}codes/removal/`, { id: String(code.id) })
    assert.equal((await record())?.codes.length, 0)
    await editor.post(undoPathIn(uncoded.text), back)
    assert.equal((await record())?.codes.length, 1)
  })

  it('settles what sources dispute, until that is taken back', async (test) => {
    const newsroom = await openNewsroom(test)
    const note = await device(newsroom, 'Redmi Note 4')
    const older = await say(newsroom, note, 'Wiki', '4000 mAh')
    await say(newsroom, note, 'Toko data', '4100 mAh')
    const editor = await visitorOf(newsroom, { grants })
    const room = '/newsroom/devices/conflicts/'
    assert.match((await editor.get(room)).text, /4\.000.*Wiki/s)
    const form = { specification: 'battery', source: String(older) }
    const done = await editor.postOn(`/newsroom/devices/${note}/pinning/`, form)
    assert.match(done.text, /Tidak ada perbedaan yang menunggu/)
    const counts = async () =>
      (await deviceRecord(newsroom.gawai, 'xiaomi-redmi-note-4'))?.specifications.get('battery')?.provenance.name
    assert.equal(await counts(), 'Wiki')
    await editor.post(undoPathIn(done.text), back)
    assert.match((await editor.get(room)).text, /Toko data/)
  })

  it('makes a device of a name that articles use, and settles one that is none', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    await device(newsroom, 'Redmi Note 4')
    const article = await newsroom.publish({ slug: 'kabar' })
    const at = newsroom.clock.now()
    for (const words of ['Mi 99', 'Honor Penulis'])
      await gawai.write(({ tx }) =>
        tx
          .insertInto('unknown_device')
          .values({ article_id: article.id, form: words.toLowerCase(), words, brand_id: null, at, settled_at: null })
          .execute(),
      )
    const editor = await visitorOf(newsroom, { grants })
    const room = '/newsroom/devices/unknown/'
    assert.match((await editor.get(room)).text, /unknown=Mi\+99/)
    const none = await editor.postOn(room, { words: 'Honor Penulis', device: '' })
    assert.doesNotMatch(none.text, /<h2>Honor Penulis/)
    await editor.post(undoPathIn(none.text), back)
    assert.match((await editor.get(room)).text, /<h2>Honor Penulis/)
    const added = { brandName: 'Xiaomi', name: 'Mi 99', category: 'phone', unknown: 'Mi 99' }
    assert.match((await editor.postOn('/newsroom/devices/new/', added)).text, /Xiaomi Mi 99 ditambahkan/)
    assert.doesNotMatch((await editor.get(room)).text, /<h2>Mi 99/)
    const { unknown: _, ...twice } = added
    assert.equal((await editor.post('/newsroom/devices/new/', twice)).status, 409)
  })

  it('shows what readers report until somebody has looked at it', async (test) => {
    const newsroom = await openNewsroom(test)
    const note = await device(newsroom, 'Redmi Note 4')
    const report = { about: 'battery', words: 'Baterainya <b>4100</b> mAh.', evidence: '', email: '' }
    await newsroom.gawai.write((unit) => reportDevice(unit, note, report))
    const editor = await visitorOf(newsroom, { grants })
    const room = '/newsroom/devices/reports/'
    const before = (await editor.get(room)).text
    assert.match(before, /Baterainya &lt;b>4100|Baterainya &lt;b&gt;4100/)
    const [, id = ''] = /name="report" value="(\d+)"/.exec(before) ?? []
    const done = await editor.postOn(room, { report: id })
    assert.match(done.text, /Tidak ada laporan yang menunggu/)
    await editor.post(undoPathIn(done.text), back)
    assert.match((await editor.get(room)).text, /Baterainya/)
  })

  it('makes one device of two, and two of it again', async (test) => {
    const newsroom = await openNewsroom(test)
    const [from, into] = [await device(newsroom, 'Redmi Note4'), await device(newsroom, 'Redmi Note 4')]
    const editor = await visitorOf(newsroom, { grants })
    const path = `/newsroom/devices/${from}/merging/`
    assert.match((await editor.get(`${path}?words=redmi`)).text, new RegExp(`name="merged" value="${into}"`))
    const done = await editor.postOn(path, { merged: String(into) })
    assert.match(done.text, /digabungkan ke gawai ini/)
    assert.equal(await deviceRecord(newsroom.gawai, 'xiaomi-redmi-note4'), undefined)
    await editor.post(undoPathIn(done.text), back)
    assert.equal((await deviceRecord(newsroom.gawai, 'xiaomi-redmi-note4'))?.id, from)
  })

  it('answers what was found in an article, until that is taken back', async (test) => {
    const newsroom = await openNewsroom(test)
    const note = await device(newsroom, 'Redmi Note 4')
    const article = await newsroom.publish({ slug: 'kabar' })
    await newsroom.gawai.write(({ tx }) =>
      tx
        .insertInto('article_device')
        .values({
          article_id: article.id,
          device_id: note,
          role: 'subject',
          forms: '["Redmi Note 4"]',
          confidence: 95,
          is_by_editor: 0,
          is_shown: 1,
        })
        .execute(),
    )
    const editor = await visitorOf(newsroom, { grants })
    const path = `/newsroom/articles/${article.id}/devices/`
    assert.match((await editor.get(path)).text, /Tampil bagi pembaca · keyakinan 95 %/)
    const denied = await editor.postOn(path, { device: String(note), words: 'Redmi Note 4', answer: 'no' })
    assert.match(denied.text, /Tidak tampil bagi pembaca · kata redaksi/)
    await editor.post(undoPathIn(denied.text), back)
    assert.match((await editor.get(path)).text, /Tampil bagi pembaca · keyakinan 95 %/)
    const yes = await editor.postOn(path, { device: String(note), words: 'Redmi Note 4', answer: 'yes' })
    assert.match(yes.text, /Tampil bagi pembaca · kata redaksi/)
  })
})
