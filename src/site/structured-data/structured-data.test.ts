import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unpublish } from '#articles'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

type Thing = Record<string, unknown>

/** What a page says of itself, by type. */
async function things(newsroom: Newsroom, path: string): Promise<Record<string, Thing>> {
  const { text } = await newsroom.get(path)
  const scripts = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  assert.equal(scripts.length, 1, path)
  const graph = JSON.parse(scripts[0]?.[1] ?? '') as { '@context': string; '@graph': Thing[] }
  assert.equal(graph['@context'], 'https://schema.org')
  return Object.fromEntries(graph['@graph'].map((thing) => [String(thing['@type']), thing]))
}

const whole = (path: string | undefined) => `https://gawai.example${path}`

describe('what a page says of itself to search engines', () => {
  it('tells of an article who wrote, edited and published it, when, where and on whose word', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.file(`---
title: Ponsel lipat
summary: Inti.
section: Ponsel
topics: [Layar]
writer: Wulan Sasmita
editor: Hanif Bayu Saputra
source: { name: Samsung, url: 'https://news.samsung.com/' }
via: The Verge
---
Satu dua tiga.`)
    const {
      NewsArticle: article,
      BreadcrumbList: way,
      NewsMediaOrganization: publisher,
    } = await things(newsroom, path ?? '')
    const { speakable, image, ...told } = article ?? {}
    assert.match(JSON.stringify(image), /\/media\/cards\/\d+-\w{12}\.jpg/, 'a story without a picture has its card')
    assert.deepEqual(told, {
      '@type': 'NewsArticle',
      '@id': whole(`${path}#article`),
      mainEntityOfPage: whole(path),
      headline: 'Ponsel lipat',
      description: 'Inti.',
      datePublished: '2026-01-05T10:00:00+07:00',
      dateModified: '2026-01-05T10:00:00+07:00',
      author: [{ '@type': 'Person', name: 'Wulan Sasmita', url: whole('/penulis/wulan-sasmita/') }],
      editor: [{ '@type': 'Person', name: 'Hanif Bayu Saputra', url: whole('/penulis/hanif-bayu-saputra/') }],
      publisher: { '@id': whole('/#publisher') },
      articleSection: 'Ponsel',
      keywords: ['Layar'],
      citation: [
        { '@type': 'CreativeWork', name: 'Samsung', url: 'https://news.samsung.com/' },
        { '@type': 'CreativeWork', name: 'The Verge' },
      ],
      inLanguage: 'id',
      isAccessibleForFree: true,
      wordCount: 3,
    })
    const page = (await newsroom.get(path ?? '')).text
    assert.deepEqual((speakable as Thing)['cssSelector'], ['h1', '.summary'])
    assert.match(page, /<h1>Ponsel lipat<\/h1>[^]*<p class="summary">Inti\.<\/p>/)
    assert.deepEqual(publisher, {
      '@type': 'NewsMediaOrganization',
      '@id': whole('/#publisher'),
      name: 'Gawai',
      url: whole('/'),
      logo: whole('/logo.svg'),
    })
    assert.equal((await newsroom.get('/logo.svg')).headers.get('content-type'), 'image/svg+xml')
    const steps = (way ?? {})['itemListElement'] as Thing[]
    assert.deepEqual(
      steps.map(({ position, name, item }) => [position, name, item]),
      [
        [1, 'Gawai', whole('/')],
        [2, 'Ponsel', whole('/rubrik/gadget/ponsel/')],
        [3, 'Ponsel lipat', undefined],
      ],
    )
  })

  it('names the same story in the other language, which the site’s own language is the first to tell', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path } = await newsroom.publish({ slug: 'asal' })
    const english = await newsroom.file('---\ntitle: Pair\nslug: pair\nlang: en\npair: asal\n---\nOne.')
    const work = (of: string, inLanguage: string) => ({
      '@type': 'NewsArticle',
      '@id': whole(`${of}#article`),
      url: whole(of),
      inLanguage,
    })
    const told = async (at = '') => (await things(newsroom, at))['NewsArticle']
    assert.deepEqual((await told(path))?.['workTranslation'], work(english.path ?? '', 'en'))
    assert.deepEqual((await told(english.path))?.['translationOfWork'], work(path, 'id'))
    assert.deepEqual((await told(path))?.['author'], { '@id': whole('/#publisher') })
  })

  it('cannot be left by anything that stands in it', async (test) => {
    const newsroom = await openNewsroom(test)
    const title = '</script><script>alert(1)</script><!-- ]]> \u2028 "\\'
    const { path } = await newsroom.publish({ title, summary: title })
    const { NewsArticle: article } = await things(newsroom, path)
    assert.equal(article?.['headline'], title.replace('\u2028 ', ''))
    assert.doesNotMatch((await newsroom.get(path)).text, /<script>|<!--/)
  })

  it('tells of a home page what it is, how to search it and who is behind it', async (test) => {
    const newsroom = await openNewsroom(test)
    const { WebSite: site, NewsMediaOrganization: publisher } = await things(newsroom, '/en/')
    assert.equal(site?.['url'], whole('/en/'))
    const search = (site ?? {})['potentialAction'] as Thing
    assert.equal(search['target'], whole('/en/search/?q={words}'))
    assert.deepEqual(site?.['publisher'], { '@id': publisher?.['@id'] })
  })

  it('tells of a list that it is one, on its first page only', async (test) => {
    const newsroom = await openNewsroom(test)
    for (let minute = 0; minute < 21; minute += 1)
      await newsroom.publish({ title: `K ${minute}`, slug: `k-${minute}`, at: Date.UTC(2026, 0, 1, 0, minute) })
    const { CollectionPage: list } = await things(newsroom, '/rubrik/pasar/')
    assert.deepEqual([list?.['name'], list?.['url']], ['Pasar', whole('/rubrik/pasar/')])
    const [, older = ''] = /rel="next" href="([^"]+)"/.exec((await newsroom.get('/terbaru/')).text) ?? []
    assert.doesNotMatch((await newsroom.get(older)).text, /ld\+json/)
  })

  it('says nothing of what was withdrawn', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id, path } = await newsroom.publish({ title: 'Ditarik' })
    assert.equal((await things(newsroom, path))['NewsArticle']?.['headline'], 'Ditarik')
    await unpublish(newsroom.gawai, { article: id, why: 'keliru' })
    assert.doesNotMatch((await newsroom.get(path)).text, /ld\+json|Ditarik/)
  })
})
