import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepTopic, mergeTopics } from '#articles'
import { changeGrants, makeAccount, record } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'

const count = 120

async function openLog(test: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(test)
  const owner = await visitorOf(newsroom)
  await newsroom.gawai.write(async (unit) => {
    for (let number = 1; number <= count; number += 1)
      await record(unit, { by: owner.account, action: 'thing.changed', object: `thing:${number}`, details: { number } })
  })
  return { newsroom, owner }
}

const objectsIn = (text: string) => [...text.matchAll(/<b>thing:(\d+)<\/b>/g)].map(([, number]) => Number(number))

/** The sentences of a page, as they are read. */
const sentencesIn = (text: string) =>
  [...text.matchAll(/<li id="line-\d+">\s*<p>([\s\S]*?)<\/p>/g)].map(([, sentence = '']) =>
    sentence
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

describe('the audit log in the newsroom', () => {
  it('says who did what, and is walked from the newest to the first, each line once', async (test) => {
    const { owner } = await openLog(test)
    const first = (await owner.get('/newsroom/audit/')).text
    assert.match(first, /Sari Wening/)
    const [, next] = /<p class="on"><a href="([^"]+)">Berikutnya/.exec(first) ?? []
    const second = (await owner.get(`/newsroom/audit/${next}`)).text
    const all = Array.from({ length: count }, (_, index) => count - index)
    assert.deepEqual([...objectsIn(first), ...objectsIn(second)], all)
    assert.doesNotMatch(second, /<p class="on"><a href="[^"]+">Berikutnya/)
  })

  it('shows that it is whole, and where it is not', async (test) => {
    const { newsroom, owner } = await openLog(test)
    const sound = (await owner.get('/newsroom/audit/chain/')).text
    assert.doesNotMatch(sound, /Rantai terputus/)
    const { position } = await newsroom.gawai.db
      .selectFrom('audit')
      .select('position')
      .where('object', '=', 'thing:60')
      .executeTakeFirstOrThrow()
    await newsroom.gawai.write((unit) => unit.tx.deleteFrom('audit').where('position', '=', position).execute())
    assert.match(
      (await owner.get('/newsroom/audit/chain/')).text,
      new RegExp(`Rantai terputus di baris ${position}\\b`),
    )
  })

  it('is a sentence with the ways to whom and to what it was done, in the language of who reads', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const owner = await visitorOf(newsroom)
    const by = owner.account
    const { topic, account } = await gawai.write(async (unit) => {
      const keep = (name: string) => keepTopic(unit, gawai.settings, { lang: 'id', name })
      const [into, one, other] = [await keep('Ponsel lipat'), await keep('Lipat'), await keep('HP lipat')]
      await mergeTopics(unit, gawai, { topics: [one, other], into, by })
      const grants = [{ role: 'editor' as const, section: newsroom.ponsel }, { role: 'writer' as const }]
      const wulan = { name: 'Wulan Sasmita', email: 'wulan@gawai.example', lang: 'id' as const, grants: [], by }
      const made = await makeAccount(unit, wulan)
      await changeGrants(unit, { account: made, grants, by })
      await record(unit, { by, action: 'folder.removed', object: 'folder:999', details: { name: 'Lama' } })
      return { topic: into, account: made }
    })
    const page = (await owner.get('/newsroom/audit/')).text
    assert.deepEqual(sentencesIn(page).slice(0, 2), [
      'Sari Wening menghapus folder Lama',
      'Sari Wening memberi Wulan Sasmita peran: Penyunting (Ponsel), Penulis',
    ])
    assert.ok(sentencesIn(page).includes('Sari Wening menggabungkan 2 topik ke Ponsel lipat'))
    assert.match(page, new RegExp(`<a href="/newsroom/topics/${topic}/">Ponsel lipat</a>`))
    assert.match(page, new RegExp(`<a href="/newsroom/people/${account}/">Wulan Sasmita</a>`))
    await owner.post('/newsroom/me/language/', { lang: 'en' })
    assert.equal(sentencesIn((await owner.get('/newsroom/audit/')).text)[0], 'Sari Wening removed the folder Lama')
  })

  it('stands under the days of the site’s zone', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const log = () =>
      newsroom.gawai.write((unit) => record(unit, { by: owner.account, action: 'thing.changed', object: 'thing:1' }))
    await log()
    newsroom.clock.move(24 * 60 * 60 * 1000)
    await log()
    const later = await visitorOf(newsroom, { name: 'Bagas Pratama' })
    const days = [...(await later.get('/newsroom/audit/')).text.matchAll(/<h2>(\d+ \w+ \d+)<\/h2>/g)]
    assert.equal(days.length, 2)
    assert.notEqual(days[0]?.[1], days[1]?.[1])
  })

  it('is narrowed by person, by what it is about and by one thing, also on its next page', async (test) => {
    const { newsroom, owner } = await openLog(test)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Pratama' })
    await newsroom.gawai.write(async (unit) => {
      await record(unit, { by: bagas.account, action: 'thing.changed', object: 'thing:7' })
      await record(unit, { by: bagas.account, action: 'sections.ordered', object: 'sections' })
    })
    const see = async (query: string) => sentencesIn((await owner.get(`/newsroom/audit/?${query}`)).text)
    assert.deepEqual(await see(`by=${bagas.account}`), [
      'Bagas Pratama mengubah urutan rubrik',
      'Bagas Pratama: thing.changed thing:7',
    ])
    assert.deepEqual(await see('deeds=sections'), ['Bagas Pratama mengubah urutan rubrik'])
    assert.deepEqual(await see('object=thing:7'), [
      'Bagas Pratama: thing.changed thing:7',
      'Sari Wening: thing.changed thing:7',
    ])
    assert.deepEqual(await see(`object=thing:7&by=${bagas.account}`), ['Bagas Pratama: thing.changed thing:7'])
    assert.deepEqual(await see('deeds=menus'), [])
    for (const nonsense of ['object=topic:x', 'object=organisation:', 'by=x', 'before=-1'])
      assert.equal((await owner.get(`/newsroom/audit/?${nonsense}`)).status, 200, nonsense)
    assert.match((await owner.get('/newsroom/audit/?deeds=menus')).text, /Tidak ada yang cocok/)
    const first = (await owner.get(`/newsroom/audit/?by=${owner.account}`)).text
    assert.match(first, new RegExp(`<p class="on"><a href="\\?by=${owner.account}&amp;before=\\d+"`))
  })
})
