import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepSection, sectionTree } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'

const namesIn = (page: string, element: string) =>
  [...(new RegExp(`<${element}[^]*?</${element}>`).exec(page)?.[0] ?? '').matchAll(/<li><a [^>]*>([^<]+)</g)].map(
    ([, name]) => name,
  )

describe('the menus', () => {
  it('put sections into the head in the order of their numbers, drop the frame alone, and go back by one button', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, gadget, ponsel, pasar } = newsroom
    const { see, warm } = await openReader(test, newsroom)
    const owner = await visitorOf(newsroom)
    await warm(['/'])
    assert.deepEqual(namesIn((await see('/')).text, 'nav').slice(1), ['Gadget', 'Pasar'])
    const target = [gadget, ponsel, pasar].map(String)
    const form = {
      menu: 'head',
      lang: 'id',
      target,
      position: ['3', '1', '2'],
      shown: [String(ponsel), String(gadget)],
    }
    const done = await owner.postOn('/newsroom/menus/', form)
    assert.match(done.text, /Menu disimpan/)
    assert.deepEqual(namesIn((await see('/')).text, 'nav').slice(1), ['Ponsel', 'Gadget', 'Semua rubrik'])
    const { subjects } = await gawai.db
      .selectFrom('change_log')
      .select('subjects')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.equal(subjects, '["shell:id"]')

    // What nobody decided about stands behind.
    await gawai.write((unit) => keepSection(unit, gawai.settings, { lang: 'id', name: 'Operator' }))
    assert.deepEqual(namesIn((await see('/')).text, 'nav').slice(1), ['Ponsel', 'Gadget', 'Operator', 'Semua rubrik'])

    await owner.post(undoPathIn(done.text), { to: '/newsroom/menus/' })
    assert.deepEqual(namesIn((await see('/')).text, 'nav').slice(1), ['Gadget', 'Pasar', 'Operator'])
  })

  it('move one thing up or down by a button, and keep what stands where it stood', async (test) => {
    const newsroom = await openNewsroom(test)
    const { see } = await openReader(test, newsroom)
    const owner = await visitorOf(newsroom)
    const moving = { menu: 'head', lang: 'id' }
    await owner.post('/newsroom/menus/moving/', { ...moving, move: `up:${newsroom.pasar}` })
    assert.deepEqual(namesIn((await see('/')).text, 'nav').slice(1), ['Pasar', 'Gadget'])
    // At the end already.
    await owner.post('/newsroom/menus/moving/', { ...moving, move: `up:${newsroom.pasar}` })
    assert.deepEqual(namesIn((await see('/')).text, 'nav').slice(1), ['Pasar', 'Gadget'])
    assert.equal((await sectionTree(newsroom.gawai, 'id'))[0]?.name, 'Gadget', 'the order elsewhere stays')
  })

  it('leave standing pages out of the foot, whose own address goes on answering', async (test) => {
    const newsroom = await openNewsroom(test)
    const { see } = await openReader(test, newsroom)
    const owner = await visitorOf(newsroom)
    for (const title of ['Tentang kami', 'Pedoman', 'Kontak'])
      await newsroom.file(`---\ntitle: ${title}\nkind: page\n---\nIsi.`, `${title}.md`)
    const { text } = await owner.get('/newsroom/menus/?lang=id')
    const [about = '', guide = '', contact = ''] = ['Tentang kami', 'Pedoman', 'Kontak'].map(
      (title) => new RegExp(`value="(\\d+)"[^>]*/>\\s*${title}`).exec(text)?.[1],
    )
    const form = {
      menu: 'foot',
      lang: 'id',
      target: [about, guide, contact],
      position: ['9', '1', '1'],
      shown: [about, contact],
    }
    await owner.post('/newsroom/menus/', form)
    assert.deepEqual(namesIn((await see('/')).text, 'footer').slice(0, 3), ['Kontak', 'Tentang kami', 'Semua rubrik'])
    assert.equal((await see('/pedoman/')).status, 200)
  })

  it('refuse lines without numbers, and are the owner’s alone', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const form = { menu: 'head', lang: 'id', target: [String(newsroom.gadget)], position: [], shown: [] }
    assert.equal((await owner.post('/newsroom/menus/', form)).status, 422)
    const editor = await visitorOf(newsroom, { name: 'Rani Putri', grants: [{ role: 'editor' }] })
    assert.equal((await editor.get('/newsroom/menus/')).status, 403)
  })
})
