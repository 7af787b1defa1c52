import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { readXml, textsIn } from '#test/xml.ts'

describe('the sitemap of lists', () => {
  it('names homes, sections and topics that hold an article', async (test) => {
    const newsroom = await openNewsroom(test)
    const named = async () =>
      textsIn(readXml((await newsroom.get('/sitemaps/lists.xml')).text), 'loc')
        .map((address) => address.replace('https://gawai.example', ''))
        .toSorted()
    assert.deepEqual(await named(), ['/'])
    await newsroom.file('---\ntitle: Satu\nsection: Ponsel\ntopics: [Layar]\n---\nT.')
    const ofOne = ['/', '/rubrik/gadget/', '/rubrik/gadget/ponsel/', '/topik/layar/']
    assert.deepEqual(await named(), ofOne)
    const { path } = await newsroom.file('---\ntitle: One\nlang: en\ntopics: [Screens]\n---\nT.')
    assert.deepEqual(await named(), ['/', '/en/', '/en/topics/screens/', ...ofOne.slice(1)])
    const [{ article_id: article } = { article_id: 0 }] = await newsroom.gawai.db
      .selectFrom('publication')
      .select('article_id')
      .where('path', '=', path ?? '')
      .execute()
    await unpublish(newsroom.gawai, { article, why: 'wrong' })
    assert.deepEqual(await named(), ofOne)
  })
})
