import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { elementsIn, readXml, textsIn } from '#test/xml.ts'

const hour = 60 * 60_000

describe('the sitemap of news', () => {
  it('says of each article which publication brought it, when and under which title', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.publish({ title: 'A & B ]]> </script> \u0007', slug: 'satu' })
    await newsroom.publish({ title: 'One', slug: 'one', lang: 'en', at: newsroom.clock.now() - hour })
    const [first, second] = elementsIn(readXml((await newsroom.get('/sitemap-news.xml')).text), 'news:news')
    assert.deepEqual(
      first?.children.map(({ name, text }) => [name, text]),
      [
        ['news:publication', 'Gawaiid'],
        ['news:publication_date', '2026-01-05T10:00:00+07:00'],
        ['news:title', 'A & B ]]> </script>'],
      ],
    )
    assert.deepEqual(second && textsIn(second, 'news:language'), ['en'])
  })

  it('forgets by itself what is older than two days, and is then named by nobody', async (test) => {
    const newsroom = await openNewsroom(test)
    const titles = async () => textsIn(readXml((await newsroom.get('/sitemap-news.xml')).text), 'news:title')
    const isNamed = async () => (await newsroom.get('/robots.txt')).text.includes('/sitemap-news.xml')
    assert.deepEqual([await titles(), await isNamed()], [[], false])
    await newsroom.publish({ title: 'Lama', slug: 'lama', at: newsroom.clock.now() - 40 * hour })
    await newsroom.publish({ title: 'Baru', slug: 'baru' })
    assert.deepEqual([await titles(), await isNamed()], [['Baru', 'Lama'], true])
    newsroom.clock.move(8 * hour - 1)
    assert.deepEqual(await titles(), ['Baru', 'Lama'])
    newsroom.clock.move(1)
    assert.deepEqual([await titles(), await isNamed()], [['Baru'], true])
    newsroom.clock.move(40 * hour)
    assert.deepEqual([await titles(), await isNamed()], [[], false])
    assert.deepEqual(textsIn(readXml((await newsroom.get('/sitemap-news.xml')).text), 'loc'), [
      'https://gawai.example/',
    ])
  })

  it('names no page, and nothing that readers cannot see', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id } = await newsroom.publish({ slug: 'ditarik' })
    await newsroom.file('---\ntitle: Besok\npublished: 2026-01-06T00:00:00Z\n---\nNanti.')
    assert.match((await newsroom.get('/sitemap-news.xml')).text, /ditarik/)
    await unpublish(newsroom.gawai, { article: id, why: 'keliru' })
    assert.doesNotMatch((await newsroom.get('/sitemap-news.xml')).text, /ditarik|besok/)
  })
})
