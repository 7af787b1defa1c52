import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMarkdown } from '#articles'
import { readAssets } from '#look/assets.ts'
import { markupOf } from '#platform/html.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { edition } from '../edition.ts'
import { newsArticle } from './article.ts'
import { profileData } from './pages.ts'

describe('the structured data of an article', () => {
  it('gives picture, brands and the pages of people with whole addresses', async (test) => {
    const { gawai } = await openNewsroom(test)
    const own = edition(gawai, readAssets(), 'id')
    const { document } = readMarkdown('Satu.')
    const facts = newsArticle(own, {
      id: 1,
      kind: 'article',
      lang: 'id',
      path: '/a/',
      title: 'A',
      summary: '',
      description: '',
      revision: 1,
      publishedAt: 0,
      modifiedAt: 0,
      topics: [],
      brands: [{ name: 'Samsung', slug: 'samsung' }],
      picture: { src: '/media/a.png', alt: '', width: 1600, height: 900 },
      corrections: [],
      bylines: [{ name: 'Wulan', slug: 'wulan', initials: 'W', role: 'writer' }],
      signOff: '',
      sources: [],
      document,
      references: { articles: new Map(), organisations: new Map() },
    })
    const { image, about, author } = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>
    assert.deepEqual(image, {
      '@type': 'ImageObject',
      url: 'https://gawai.example/media/a.png',
      width: '1600',
      height: '900',
    })
    assert.deepEqual(about, [{ '@type': 'Brand', name: 'Samsung', url: 'https://gawai.example/merek/samsung/' }])
    assert.deepEqual(author, [{ '@type': 'Person', name: 'Wulan', url: 'https://gawai.example/penulis/wulan/' }])
  })
})

describe('the structured data of a person', () => {
  it('says whose page it is and for whom they work', async (test) => {
    const { gawai } = await openNewsroom(test)
    const own = edition(gawai, readAssets(), 'id')
    const markup = await markupOf(
      profileData(own, { id: 1, name: 'Wulan Sasmita', slug: 'wulan-sasmita', initials: 'WS', post: '', about: '' }),
    )
    const { '@graph': graph } = JSON.parse(markup.replace(/^<script[^>]*>|<\/script>$/g, '')) as {
      '@graph': Record<string, unknown>[]
    }
    const url = 'https://gawai.example/penulis/wulan-sasmita/'
    assert.deepEqual(graph[0], {
      '@type': 'ProfilePage',
      '@id': url,
      url,
      inLanguage: 'id',
      mainEntity: {
        '@type': 'Person',
        '@id': `${url}#person`,
        name: 'Wulan Sasmita',
        url,
        worksFor: { '@id': 'https://gawai.example/#publisher' },
      },
    })
  })
})
