import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { namedSections, sectionTree } from '#articles'
import { auditPage } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'

describe('the sections of the newsroom', () => {
  it('get another address with their slug: old ones lead there, also those below, and one button takes it back', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gadget, ponsel, gawai } = newsroom
    const { path } = await newsroom.publish({ section: ponsel, sections: [ponsel] })
    const { see, warm } = await openReader(test, newsroom)
    const owner = await visitorOf(newsroom)
    await warm(['/rubrik/gadget/', '/rubrik/gadget/ponsel/', path])
    const form = { lang: 'id', name: 'Perangkat', about: 'Semua gawai.', slug: 'perangkat' }
    const done = await owner.postOn(`/newsroom/sections/${gadget}/`, form)
    assert.match(done.text, /Rubrik Perangkat disimpan/)
    assert.equal((await see('/rubrik/gadget/')).headers['location'], '/rubrik/perangkat/')
    assert.equal((await see('/rubrik/gadget/ponsel/')).headers['location'], '/rubrik/perangkat/ponsel/')
    assert.equal((await see('/rubrik/gadget/ponsel/feed/')).headers['location'], '/rubrik/perangkat/ponsel/feed/')
    assert.match((await see('/rubrik/perangkat/')).text, /Semua gawai\./)
    assert.match((await see(path)).text, /href="\/rubrik\/perangkat\/ponsel\/"/)
    assert.equal((await auditPage(gawai, { limit: 1 }))[0]?.action, 'section.changed')
    // A file that says the old name means the same section.
    await newsroom.file('---\ntitle: Lain\nsection: Gadget\n---\nIsi.')
    assert.equal((await sectionTree(gawai, 'id')).length, 3)

    await owner.post(undoPathIn(done.text), { to: '/newsroom/sections/' })
    assert.equal((await see('/rubrik/gadget/ponsel/')).status, 200)
    assert.equal((await see('/rubrik/perangkat/ponsel/')).headers['location'], '/rubrik/gadget/ponsel/')
  })

  it('are added below others, named in the other language, ordered, and taken out again while nothing needs them', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, gadget } = newsroom
    const owner = await visitorOf(newsroom)
    const adding = { editionLang: 'id', name: 'Jam Tangan', about: '', slug: '', parent: String(gadget) }
    const done = await owner.postOn('/newsroom/sections/new/', adding)
    assert.match(done.text, /Rubrik Jam Tangan ditambahkan/)
    const added = (await namedSections(gawai)).find(({ names }) => names.id?.slug === 'jam-tangan')
    assert.deepEqual([added?.depth, added?.line], [1, [added?.id, gadget]])
    assert.equal(added?.names.id?.path, '/rubrik/gadget/jam-tangan/')
    assert.equal((await owner.post('/newsroom/sections/new/', adding)).status, 409)
    const english = { lang: 'en', name: 'Watches', about: '', slug: '' }
    await owner.post(`/newsroom/sections/${added.id}/`, english)
    assert.equal((await sectionTree(gawai, 'en'))[0]?.path, '/en/sections/watches/')

    await owner.post('/newsroom/sections/order/', { move: `up:${added.id}` })
    const order = (await namedSections(gawai)).map(({ names }) => names.id?.name)
    assert.deepEqual(order, ['Gadget', 'Jam Tangan', 'Ponsel', 'Pasar'])

    // Somebody else has taken it out since the page was loaded.
    const unknown = await owner.post('/newsroom/sections/order/', { move: `down:${added.id + 1_000_000}` })
    assert.equal(unknown.status, 404)
    assert.deepEqual(
      (await namedSections(gawai)).map(({ names }) => names.id?.name),
      order,
    )

    await owner.post(undoPathIn(done.text), { to: '/newsroom/sections/' })
    assert.equal((await namedSections(gawai)).length, 3)
    assert.equal((await newsroom.get('/rubrik/gadget/jam-tangan/')).status, 404)
  })

  it('stay when something was written for them in the meantime', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const done = await owner.postOn('/newsroom/sections/new/', {
      editionLang: 'id',
      name: 'Jam',
      about: '',
      slug: '',
      parent: '',
    })
    await newsroom.file('---\ntitle: Kabar\nsection: Jam\n---\nIsi.')
    assert.equal((await owner.post(undoPathIn(done.text), { to: '/newsroom/sections/' })).status, 409)
    assert.equal((await newsroom.get('/rubrik/jam/')).status, 200)
  })

  it('are each their editor’s: one of a section changes what lies in it, and nothing beside it', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gadget, ponsel, pasar } = newsroom
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor', section: gadget }] })
    const form = { lang: 'id', name: 'Nama', about: '', slug: 'nama' }
    assert.equal((await editor.get(`/newsroom/sections/${ponsel}/`)).status, 200)
    assert.equal((await editor.post(`/newsroom/sections/${ponsel}/`, form)).status, 303)
    assert.equal((await editor.get(`/newsroom/sections/${pasar}/`)).status, 403)
    assert.equal((await editor.post(`/newsroom/sections/${pasar}/`, form)).status, 403)
    assert.equal((await editor.post('/newsroom/sections/order/', { move: `up:${ponsel}` })).status, 403)
    const list = (await editor.get('/newsroom/sections/')).text
    assert.ok(list.includes(`/newsroom/sections/${ponsel}/`) && !list.includes(`/newsroom/sections/${pasar}/`))
    // Another language's name is another section of an edition.
    assert.equal((await editor.post(`/newsroom/sections/${gadget}/`, { ...form, lang: 'en' })).status, 403)
  })

  it('keep their address when another has it, and when it could stand in none', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const taken = { lang: 'id', name: 'Gadget', about: '', slug: 'pasar' }
    const refused = await owner.post(`/newsroom/sections/${newsroom.gadget}/`, taken)
    assert.equal(refused.status, 409)
    assert.match(refused.text, /Sudah ada rubrik dengan kata “pasar”/)
    assert.equal((await newsroom.get('/rubrik/gadget/')).status, 200)
    const nowhere = await owner.get('/newsroom/sections/9007199254740000/')
    assert.equal(nowhere.status, 404)
    assert.match(nowhere.text, /Tidak ada apa-apa di sini/)
  })
})
