import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { publish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { type Visitor, visitorOf } from '#test/visitor.ts'

const begin = async (visitor: Visitor, title = 'Kabar gawai') =>
  (await visitor.post('/newsroom/articles/new/', { title, editionLang: 'id', template: 'news' })).location ?? ''

/** What the page holds in its form, as a browser would send it back. */
function fieldsIn(page: string): Record<string, string> {
  const inputs = [...page.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes('checkbox'))
  const of = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const areas = [...page.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>\n([^<]*)<\/textarea>/g)]
  return Object.fromEntries([
    ...inputs.map((tag) => [of(tag, 'name'), unescaped(of(tag, 'value'))] as const),
    ...areas.map(([, name = '', value = '']) => [name, unescaped(value)] as const),
  ])
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

describe('an article written without a script', () => {
  it('begins from a template, is saved with its topics and sources, and says what it says', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Bagas Prakoso' })
    const place = await begin(writer)
    const page = await writer.get(place)
    assert.match(page.text, /## Latar belakang/)
    const fields = fieldsIn(page.text)
    assert.equal(fields['writer'], 'Bagas Prakoso')
    const saved = await writer.postOn(place, {
      ...fields,
      title: 'Xiaomi masuk pasar Amerika',
      section: String(newsroom.ponsel),
      topics: 'Xiaomi, Ekspansi',
      source: 'The Verge | https://verge.example/x',
      markdown: 'Isi **baru**.\n\nBaca juga: [tidak ada](/tidak/ada/)',
    })
    assert.match(saved.text, /Tersimpan/)
    const now = fieldsIn(saved.text)
    assert.deepEqual(
      [now['topics'], now['source'], now['slug'], now['markdown']],
      [
        'Xiaomi, Ekspansi',
        'The Verge | https://verge.example/x',
        '',
        'Isi **baru**.\n\nBaca juga: [tidak ada](/tidak/ada/)',
      ],
    )
    assert.match((await writer.get('/newsroom/articles/?state=draft')).text, /Xiaomi masuk pasar Amerika/)
  })

  it('is shown again with what was typed when somebody else has saved, and nothing is written', async (test) => {
    const newsroom = await openNewsroom(test)
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    const place = await begin(editor)
    const fields = fieldsIn((await editor.get(place)).text)
    await editor.post(place, { ...fields, title: 'Pertama' })
    newsroom.clock.move(60_000)
    const second = await editor.post(place, { ...fields, key: randomUUID(), title: 'Kedua' })
    assert.equal(second.status, 409)
    assert.match(second.text, /sudah disimpan orang lain/)
    assert.equal(fieldsIn(second.text)['title'], 'Kedua')
    assert.equal(fieldsIn((await editor.get(place)).text)['title'], 'Pertama')
  })

  it('is nobody’s who does not write it', async (test) => {
    const newsroom = await openNewsroom(test)
    const place = await begin(await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Bagas Prakoso' }))
    const other = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Dian Lestari' })
    const elsewhere = { role: 'editor', section: newsroom.pasar } as const
    const editor = await visitorOf(newsroom, { grants: [elsewhere], name: 'Eka Putri' })
    for (const visitor of [other, editor]) assert.equal((await visitor.get(place)).status, 403)
  })
})

describe('an article written with a script', () => {
  const said = (words: string) =>
    JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })

  it('is saved by the button of the same form, and shown again with its document when somebody else has saved', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const place = await begin(writer)
    const { markdown: _, ...fields } = fieldsIn((await writer.get(place)).text)
    const saved = await writer.postOn(place, { ...fields, title: 'Dua\r\nbaris', document: said('Dari lembar') })
    assert.equal(fieldsIn(saved.text)['markdown'], 'Dari lembar')
    assert.equal(fieldsIn(saved.text)['title'], 'Dua baris')
    newsroom.clock.move(60_000)
    const late = await writer.post(place, { ...fields, key: randomUUID(), document: said('Terlambat') })
    assert.equal(late.status, 409)
    assert.match(late.text, /<textarea id="field-document"[^>]*>[^<]*Terlambat/)
    assert.equal((await writer.post(place, { ...fields, key: randomUUID() })).status, 422, 'no text is no empty text')
  })

  it('has its sheet told what blocks point to, and what notes speak of', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const place = await begin(writer)
    const { id } = await newsroom.publish({ title: 'Yang dibaca', slug: 'yang-dibaca' })
    const { markdown: _, ...fields } = fieldsIn((await writer.get(place)).text)
    const content = [{ type: 'readAlso', attrs: { article: id } }]
    await writer.post(place, { ...fields, document: JSON.stringify({ type: 'doc', content }) })
    await writer.post(`${place}notes/`, { noteWords: 'Apa ini?', block: '0' })
    const { text } = await writer.get(place)
    assert.ok(text.includes(`data-titles="{&quot;${id}&quot;:&quot;Yang dibaca&quot;}"`))
    assert.match(text, /data-notes="\[\{&quot;note&quot;:\d+,&quot;block&quot;:0/)
    assert.match(text, /<script type="module" src="\/assets\/editor-/)
    assert.doesNotMatch((await writer.get('/newsroom/articles/')).text, /editor-/)
  })

  it('takes pasted Markdown as blocks', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const { text } = await writer.post(`${await begin(writer)}markdown/`, { text: '## Judul\n\nMenurut: Kantor' })
    assert.equal(JSON.parse(text).content[0].type, 'heading')
  })

  it('answers each save with the next version, and the same save with the same', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const place = await begin(writer)
    const { markdown: _, ...fields } = fieldsIn((await writer.get(place)).text)
    const document = JSON.stringify({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Satu' }] }],
    })
    const first = await writer.post(`${place}saves/`, { ...fields, document })
    assert.deepEqual([first.status, JSON.parse(first.text).outcome, JSON.parse(first.text).version], [200, 'saved', 1])
    const again = await writer.post(`${place}saves/`, { ...fields, document })
    assert.deepEqual(JSON.parse(again.text), JSON.parse(first.text))
    const topics = 'Tidak Jadi'
    const late = await writer.post(`${place}saves/`, { ...fields, topics, key: randomUUID(), document })
    assert.deepEqual([late.status, JSON.parse(late.text).outcome], [409, 'behind'])
    const made = newsroom.gawai.db.selectFrom('topic_name').select('name').where('name', '=', topics)
    assert.deepEqual(await made.execute(), [], 'what is not saved leaves no topic behind')
    assert.equal((await writer.post(`${place}lock/`, { tab: fields['tab'] ?? '' })).status, 200)
    const other = await writer.post(`${place}lock/`, { tab: randomUUID() })
    assert.deepEqual([other.status, JSON.parse(other.text).by.name], [423, 'Sari Wening'])
  })

  it('is let go by a page that is gone, also when its last save comes later', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const place = await begin(writer)
    const { markdown: _, ...fields } = fieldsIn((await writer.get(place)).text)
    const tab = fields['tab'] ?? ''
    await writer.post(`${place}lock/`, { tab })
    await writer.post(`${place}lock/release/`, { tab })
    const document = JSON.stringify({ type: 'doc', content: [] })
    assert.equal((await writer.post(`${place}saves/`, { ...fields, document })).status, 200)
    assert.equal((await writer.post(`${place}lock/`, { tab: randomUUID() })).status, 200)
  })

  it('stands in a section that is there', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const place = await begin(writer)
    const fields = fieldsIn((await writer.get(place)).text)
    for (const wrong of [{ section: '999999' }, { sections: '999999' }]) {
      const { status, text } = await writer.post(place, { ...fields, ...wrong })
      assert.deepEqual([status, /Rubrik itu tidak ada/.test(text)], [422, true])
    }
  })

  it('is not changed for readers before it is published again', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const place = await begin(writer, 'Terbit')
    const { path } = await publish(newsroom.gawai, { article: Number(/\d+/.exec(place)?.[0]) })
    const fields = fieldsIn((await writer.get(place)).text)
    assert.equal(fields['slug'], 'terbit', 'readers know its address: it stays')
    await writer.post(place, { ...fields, title: 'Belum terbit' })
    assert.match((await newsroom.get(path)).text, /<h1>Terbit<\/h1>/)
  })
})
