import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findSection, findTopic, keepSection, keepTopic, nameSection, nameTopic } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'

describe('another name', () => {
  it('of a section or a topic is said at its old address and on every page that the store holds', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, ponsel } = newsroom
    const topic = await gawai.write((unit) => keepTopic(unit, gawai.settings, { lang: 'id', name: 'Xiaomi' }))
    const { path } = await newsroom.publish({ section: ponsel, topics: [topic] })
    const { see, warm } = await openReader(test, newsroom)
    const pages = ['/rubrik/', '/rubrik/gadget/', '/rubrik/gadget/ponsel/', '/terbaru/', path]
    await warm([...pages, '/topik/xiaomi/'])
    await gawai.write((unit) =>
      nameSection(unit, ponsel, { lang: 'id', name: 'Telepon', description: 'Yang di saku.' }),
    )
    for (const page of pages)
      assert.match((await see(page)).text, /"\/rubrik\/gadget\/ponsel\/">Telepon|<h1>Telepon/, page)
    assert.match((await see('/rubrik/gadget/ponsel/')).text, /Yang di saku\./)

    await warm([...pages, '/topik/xiaomi/'])
    await gawai.write((unit) => nameTopic(unit, topic, { lang: 'id', name: 'Mi', description: 'Sejak 2010.' }))
    assert.match((await see('/topik/xiaomi/')).text, /<h1>Mi<\/h1>[^]*Sejak 2010\./)
    assert.match((await see(path)).text, /<a href="\/topik\/xiaomi\/" rel="tag">Mi<\/a>/)
  })

  it('of one language leaves the other’s, and the same again drops nothing', async (test) => {
    const { gawai, ponsel } = await openNewsroom(test)
    const topic = await gawai.write(async (unit) => {
      await keepSection(unit, gawai.settings, { lang: 'en', name: 'Phones', section: ponsel })
      const id = await keepTopic(unit, gawai.settings, { lang: 'id', name: 'Harga' })
      return keepTopic(unit, gawai.settings, { lang: 'en', name: 'Prices', topic: id })
    })
    const named = { lang: 'en', name: 'Handsets', description: '' } as const
    const again = () =>
      gawai.write(async (unit) => (await nameSection(unit, ponsel, named), nameTopic(unit, topic, named)))
    await again()
    assert.deepEqual(
      [(await findSection(gawai, ponsel, 'id'))?.name, (await findSection(gawai, ponsel, 'en'))?.name],
      ['Ponsel', 'Handsets'],
    )
    assert.deepEqual(
      [(await findTopic(gawai, topic, 'id'))?.name, (await findTopic(gawai, topic, 'en'))?.name],
      ['Harga', 'Handsets'],
    )
    const drops = () => gawai.db.selectFrom('change_log').selectAll().execute()
    const before = await drops()
    await again()
    assert.deepEqual(await drops(), before)
  })

  it('for what has one in that language already is kept for its address, not added beside it', async (test) => {
    const { gawai, ponsel } = await openNewsroom(test)
    await gawai.write(async (unit) => {
      assert.equal(await keepSection(unit, gawai.settings, { lang: 'id', name: 'Telepon', section: ponsel }), ponsel)
      const topic = await keepTopic(unit, gawai.settings, { lang: 'id', name: 'Harga' })
      assert.equal(await keepTopic(unit, gawai.settings, { lang: 'id', name: 'Biaya', topic }), topic)
    })
    assert.equal((await findSection(gawai, ponsel, 'id'))?.path, '/rubrik/gadget/ponsel/')
    assert.equal((await gawai.db.selectFrom('topic_name').select('name').execute()).length, 1)
  })
})
