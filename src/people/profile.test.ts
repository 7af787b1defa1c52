import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allPeople, describePerson, findPerson, keepPerson, namePerson } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'

describe('a profile', () => {
  it('says in each language what was said in it, and the newest words', async (test) => {
    const { gawai, wulan } = await openNewsroom(test)
    const bare = { id: wulan, slug: 'wulan-sasmita', name: 'Wulan Sasmita', initials: 'WS', post: '', about: '' }
    assert.deepEqual({ ...(await findPerson(gawai, 'wulan-sasmita', 'id')) }, bare)
    const words = { person: wulan, lang: 'id', post: 'Penulis', about: 'Menulis.' } as const
    await gawai.write((unit) => describePerson(unit, { ...words, about: 'Menulis sejak dulu.' }))
    await gawai.write((unit) => describePerson(unit, words))
    assert.deepEqual(
      { ...(await findPerson(gawai, 'wulan-sasmita', 'id')) },
      { ...bare, post: 'Penulis', about: 'Menulis.' },
    )
    assert.deepEqual({ ...(await findPerson(gawai, 'wulan-sasmita', 'en')) }, bare)
    for (const slug of ['Wulan-Sasmita', 'wulan', ''])
      assert.equal(await findPerson(gawai, slug, 'id'), undefined, slug)
  })

  it('stands among everybody’s, by name', async (test) => {
    const { gawai, hanif, wulan } = await openNewsroom(test)
    const ani = await gawai.write((unit) => keepPerson(unit, { name: 'Ani Lestari' }))
    await gawai.write((unit) => describePerson(unit, { person: ani, lang: 'en', post: 'Writer', about: '' }))
    const everybody = await allPeople(gawai, 'en')
    assert.deepEqual(
      everybody.map(({ id, post }) => [id, post]),
      [
        [ani, 'Writer'],
        [hanif, ''],
        [wulan, ''],
      ],
    )
  })

  it('changes on the pages that the store holds: their list, everybody’s, and what they signed', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, wulan } = newsroom
    const { path } = await newsroom.file('---\ntitle: Kabar\nwriter: Wulan Sasmita\n---\nIsi.')
    const { see, warm } = await openReader(test, newsroom)
    const pages = ['/penulis/', '/penulis/wulan-sasmita/', path ?? '']
    await warm(pages)
    await gawai.write((unit) => describePerson(unit, { person: wulan, lang: 'id', post: 'Penulis', about: 'Menulis.' }))
    assert.match((await see('/penulis/')).text, /Penulis/)
    assert.match((await see('/penulis/wulan-sasmita/')).text, /Menulis\./)
    await warm(pages)
    await gawai.write((unit) => namePerson(unit, wulan, { name: 'Wulan Sasmita Dewi', initials: 'WSD' }))
    for (const page of pages) assert.match((await see(page)).text, /Wulan Sasmita Dewi/, page)
    assert.match((await see(path ?? '')).text, /\[WSD\]/)
    // Saying it again drops no page.
    const drops = () => gawai.db.selectFrom('change_log').selectAll().execute()
    const before = await drops()
    await gawai.write((unit) => namePerson(unit, wulan, { name: 'Wulan Sasmita Dewi' }))
    await gawai.write((unit) => describePerson(unit, { person: wulan, lang: 'id', post: 'Penulis', about: 'Menulis.' }))
    assert.deepEqual(await drops(), before)
  })
})
