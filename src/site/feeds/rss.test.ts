import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newArticle, publishRevision, revise } from '#articles'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { elementsIn, readXml, textsIn } from '#test/xml.ts'

describe('a feed', () => {
  it('holds the ten newest articles, whole, the newest first', async (test) => {
    const newsroom = await openNewsroom(test)
    for (let day = 1; day <= 12; day += 1)
      await newsroom.publish({ title: `Hari ${day}`, slug: `hari-${day}`, at: Date.UTC(2026, 0, day) })
    const { text, headers } = await newsroom.get('/feed/')
    assert.equal(headers.get('content-type'), 'application/rss+xml; charset=utf-8')
    const feed = readXml(text)
    assert.deepEqual(textsIn(feed, 'title').slice(0, 3), ['Gawai', 'Hari 12', 'Hari 11'])
    assert.equal(elementsIn(feed, 'item').length, 10)
    assert.equal(textsIn(feed, 'pubDate')[0], 'Mon, 12 Jan 2026 00:00:00 GMT')
    assert.deepEqual([...new Set(textsIn(feed, 'content:encoded'))], ['<p>Satu kalimat.</p>'])
  })

  it('keeps its form whatever stands in an article', async (test) => {
    const newsroom = await openNewsroom(test)
    const title = 'A & B <i>"c"</i> \u0007]]></script>\ud800'
    await newsroom.publish({ title, markdown: 'Akhir ]]> & `<b>` \u0001.' })
    const feed = readXml((await newsroom.get('/feed/')).text)
    assert.equal(textsIn(feed, 'title')[1], 'A & B <i>"c"</i> ]]></script>\ufffd')
    assert.equal(textsIn(feed, 'content:encoded')[0], '<p>Akhir ]]&gt; &amp; <code>&lt;b&gt;</code> .</p>')
  })

  it('names writers, sections and topics', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.file(
      '---\ntitle: A\nsection: Ponsel\ntopics: [Layar & lipat, Baterai]\nwriter: [Wulan Sasmita, Budi]\neditor: Hanif Bayu Saputra\n---\nT.',
    )
    const feed = readXml((await newsroom.get('/feed/')).text)
    assert.deepEqual(textsIn(feed, 'dc:creator'), ['Wulan Sasmita', 'Budi'])
    assert.deepEqual(textsIn(feed, 'category'), ['Ponsel', 'Baterai', 'Layar & lipat'])
  })

  it('gives an imported article the id that readers’ programs know it by', async (test) => {
    const { gawai, get } = await openNewsroom(test)
    await gawai.write(async (unit) => {
      const article = await newArticle(unit, { kind: 'article', lang: 'id', guid: 'https://lama.example/?p=7' })
      const revision = await revise(unit, article, plainContent('Satu.'))
      await publishRevision(unit, gawai.settings, { article, revision })
    })
    assert.deepEqual(textsIn(readXml((await get('/feed/')).text), 'guid'), ['https://lama.example/?p=7'])
  })

  it('follows an article that was renamed, and the one that it points to', async (test) => {
    const newsroom = await openNewsroom(test)
    const story = (title: string, text: string) =>
      newsroom.file(`---\ntitle: ${title}\nslug: tujuan\npublished: 2026-01-05T08:00:00+07:00\n---\n${text}`)
    const { path } = await story('Judul lama', 'Satu.')
    await newsroom.file(`---\ntitle: Penunjuk\nslug: penunjuk\n---\nTeks.\n\nBaca juga: [itu](${path})\n`)
    assert.match((await newsroom.get('/feed/')).text, />Judul lama<\/a>/)
    await story('Judul baru', 'Dua.')
    const { text } = await newsroom.get('/feed/')
    assert.match(text, />Judul baru<\/a>/)
    assert.doesNotMatch(text, /Judul lama/)
  })
})
