import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepTopic } from '#articles'
import { auditPage } from '#people'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'

const keep = ({ gawai }: Newsroom, names: readonly string[]) =>
  gawai.write(async (unit) => {
    const ids = []
    for (const name of names) ids.push(await keepTopic(unit, gawai.settings, { lang: 'id', name }))
    return ids
  })

describe('the topics of the newsroom', () => {
  it('are found by words, and walked page by page to the last', async (test) => {
    const newsroom = await openNewsroom(test)
    await keep(
      newsroom,
      Array.from({ length: 120 }, (_, number) => `Ponsel lipat ${1000 + number}`),
    )
    await keep(newsroom, ['Xiaomi'])
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    const seen = new Set<string>()
    let path: string | undefined = '/newsroom/topics/?words=lipat+ponsel'
    while (path !== undefined) {
      const { text } = await editor.get(path)
      for (const [, name] of text.matchAll(/>(Ponsel lipat \d+)</g)) seen.add(name ?? '')
      assert.doesNotMatch(text, /Xiaomi/)
      const [, next] = /class="on">\s*<a href="([^"]+)"/.exec(text) ?? []
      path = next === undefined ? undefined : `/newsroom/topics/${next.replaceAll('&amp;', '&')}`
    }
    assert.equal(seen.size, 120)
    assert.match((await editor.get('/newsroom/topics/?words=tidakada')).text, /Tidak ada topik/)
  })

  it('get another name and address, and a name in the other language', async (test) => {
    const newsroom = await openNewsroom(test)
    const [topic = 0] = await keep(newsroom, ['Ponsel lipat'])
    await newsroom.publish({ topics: [topic] })
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    const form = { lang: 'id', name: 'Layar lipat', about: 'Semua yang dilipat.', slug: 'layar-lipat' }
    const done = await editor.postOn(`/newsroom/topics/${topic}/`, form)
    assert.match(done.text, /Topik Layar lipat disimpan/)
    assert.equal((await newsroom.get('/topik/ponsel-lipat/')).headers.get('location'), '/topik/layar-lipat/')
    await editor.post(`/newsroom/topics/${topic}/`, { ...form, lang: 'en', name: 'Foldables', slug: '' })
    assert.equal((await newsroom.get('/en/topics/foldables/')).status, 200)
    assert.equal((await auditPage(newsroom.gawai, { limit: 1 }))[0]?.action, 'topic.changed')
    await editor.post(undoPathIn(done.text), { to: '/newsroom/topics/' })
    assert.equal((await newsroom.get('/topik/layar-lipat/')).headers.get('location'), '/topik/ponsel-lipat/')
  })

  it('become one by ticking them and saying which stays, and themselves again by one button', async (test) => {
    const newsroom = await openNewsroom(test)
    const [samsung = 0, phones = 0, other = 0] = await keep(newsroom, ['Samsung', 'Ponsel Samsung', 'HP Samsung'])
    await newsroom.publish({ topics: [phones] })
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    const asked = await editor.get(`/newsroom/topics/merging/?topic=${samsung}&topic=${phones}&topic=${other}`)
    assert.match(asked.text, /Topik yang tetap ada/)
    const topic = [samsung, phones, other].map(String)
    const done = await editor.postOn('/newsroom/topics/merging/', { topic, into: String(samsung) })
    assert.match(done.text, /2 topik digabungkan/)
    assert.equal((await newsroom.get('/topik/hp-samsung/')).headers.get('location'), '/topik/samsung/')
    assert.equal(
      (await editor.get(`/newsroom/topics/${phones}/`)).headers.get('location'),
      `/newsroom/topics/${samsung}/`,
    )
    await editor.post(undoPathIn(done.text), { to: '/newsroom/topics/' })
    assert.equal((await newsroom.get('/topik/ponsel-samsung/')).status, 200)
    assert.match((await editor.get('/newsroom/topics/merging/?topic=3')).text, /Centang dua topik/)
  })

  it('do not share an address, and belong to editors', async (test) => {
    const newsroom = await openNewsroom(test)
    const [samsung = 0] = await keep(newsroom, ['Samsung', 'Xiaomi'])
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    const taken = await editor.post(`/newsroom/topics/${samsung}/`, {
      lang: 'id',
      name: 'X',
      about: '',
      slug: 'xiaomi',
    })
    assert.equal(taken.status, 409)
    assert.match(taken.text, /Gabungkan keduanya/)
    assert.match((await editor.get('/newsroom/topics/9007199254740000/')).text, /Tidak ada apa-apa di sini/)
    const writer = await visitorOf(newsroom, { name: 'Rani Putri', grants: [{ role: 'writer' }] })
    assert.equal((await writer.get('/newsroom/topics/')).status, 403)
    assert.equal((await writer.post('/newsroom/topics/merging/', { topic: ['1', '2'], into: '1' })).status, 403)
  })
})
