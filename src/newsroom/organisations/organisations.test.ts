import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publish } from '#articles'
import { findBrand, keepOrganisation } from '#organisations'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'

const keep = ({ gawai }: Newsroom, name: string, isBrand = true) =>
  gawai.write((unit) => keepOrganisation(unit, { name, kind: isBrand ? 'company' : 'outlet', isBrand }))
const grants = [{ role: 'catalogue-editor' }] as const

describe('the organisations of the newsroom', () => {
  it('are found by kind and words', async (test) => {
    const newsroom = await openNewsroom(test)
    await keep(newsroom, 'Xiaomi')
    await keep(newsroom, 'The Verge', false)
    const editor = await visitorOf(newsroom, { grants })
    const all = (await editor.get('/newsroom/organisations/')).text
    assert.ok(/Xiaomi/.test(all) && /The Verge/.test(all))
    assert.doesNotMatch((await editor.get('/newsroom/organisations/?kind=outlet')).text, /Xiaomi/)
    assert.match((await editor.get('/newsroom/organisations/?words=verge')).text, /The Verge/)
    assert.match((await editor.get('/newsroom/organisations/?words=verge&kind=shop')).text, /Tidak ada organisasi/)
  })

  it('say who they are on every page that names them, and go back by one button', async (test) => {
    const newsroom = await openNewsroom(test)
    const xiaomi = await keep(newsroom, 'Xiaomi')
    const { path = '' } = await newsroom.file('---\ntitle: Kabar\nbrands: [Xiaomi]\n---\nIsi.')
    const { see, warm } = await openReader(test, newsroom)
    await warm([path, '/merek/'])
    const editor = await visitorOf(newsroom, { grants })
    const form = { name: 'Xiaomi Corporation', kind: 'company', url: 'https://mi.example/', isBrand: 'on' }
    const done = await editor.postOn(`/newsroom/organisations/${xiaomi}/`, {
      ...form,
      aboutId: 'Pembuat ponsel.',
      aboutEn: '',
    })
    assert.match(done.text, /Xiaomi Corporation disimpan/)
    assert.match((await see(path)).text, /Xiaomi Corporation/)
    assert.match((await see('/merek/')).text, /Pembuat ponsel\./)
    await editor.post(undoPathIn(done.text), { to: '/newsroom/organisations/' })
    assert.doesNotMatch((await see(path)).text, /Corporation/)
    assert.equal((await findBrand(newsroom.gawai, 'xiaomi', 'id'))?.url, undefined)
    const wrong = await editor.post(`/newsroom/organisations/${xiaomi}/`, {
      ...form,
      url: 'javascript:alert(1)',
      aboutId: '',
      aboutEn: '',
    })
    assert.equal(wrong.status, 422)
  })

  it('become another: its page, its sources and what documents point to follow, and come back by one button', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const [mi, xiaomi] = [await keep(newsroom, 'Mi'), await keep(newsroom, 'Xiaomi', false)]
    const sourced = await newsroom.publish({
      slug: 'kabar',
      brands: [mi],
      sources: [{ role: 'source', organisation: mi }],
    })
    const { see, warm } = await openReader(test, newsroom)
    await warm(['/merek/mi/', sourced.path])
    const before = (await see(sourced.path)).text
    const editor = await visitorOf(newsroom, { grants })
    const found = await editor.get(`/newsroom/organisations/${mi}/?words=xiaomi`)
    assert.match(found.text, new RegExp(`name="into" value="${xiaomi}"`))
    const done = await editor.postOn(`/newsroom/organisations/${mi}/merging/`, { into: String(xiaomi) })
    assert.match(done.text, /Mi digabungkan/)
    const old = await see('/merek/mi/')
    assert.deepEqual([old.status, old.headers['location']], [301, '/merek/xiaomi/'])
    assert.equal((await see('/merek/mi/feed/')).headers['location'], '/merek/xiaomi/feed/')
    const shown = (await see(sourced.path)).text
    assert.match(shown, /Xiaomi/)
    assert.doesNotMatch(shown, /\/merek\/mi\//)
    // Its revision still names the old one, and a file may.
    await publish(gawai, { article: sourced.id })
    assert.match((await see(sourced.path)).text, /\/merek\/xiaomi\//)
    assert.equal(await keep(newsroom, 'Mi'), xiaomi)

    await editor.post(undoPathIn(done.text), { to: '/newsroom/organisations/' })
    assert.equal((await see('/merek/mi/')).status, 200)
    assert.equal((await see('/merek/xiaomi/')).status, 404)
    assert.match(before, /\/merek\/mi\//)
    assert.match((await see(sourced.path)).text, /\/merek\/mi\//)
  })
})
