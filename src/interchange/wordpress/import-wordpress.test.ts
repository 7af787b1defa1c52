import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { importWordPress } from '#interchange'
import { openNewsroom } from '#test/newsroom.ts'
import { type ExportWish, wxr, wxrFile } from '#test/wxr.ts'

async function imported(test: TestContext, wish: ExportWish) {
  const newsroom = await openNewsroom(test)
  const file = await wxrFile(newsroom.data, wish)
  return { ...newsroom, ...(await importWordPress(newsroom.gawai, file)) }
}

const kabar = (path: string) => `https://kabar.example${path}`

describe('a WordPress import', () => {
  it('brings all to its old addresses, with people, sections, topics and the name of the site', async (test) => {
    const { get, publish, facts } = await imported(test, {
      title: 'Kabar Lama',
      authors: { sari: 'Sari Dewi' },
      categories: [{ slug: 'tablet', name: 'Tablet &amp; Layar' }],
      tags: [{ slug: 'xiaomi', name: 'Xiaomi' }],
      items: [
        {
          id: 1,
          title: '<em>Satu</em> &#8211; dua',
          creator: 'sari',
          link: kabar('/2018/03/satu/'),
          terms: [
            { domain: 'category', slug: 'tablet', name: 'Tablet' },
            { domain: 'post_tag', slug: 'xiaomi', name: 'Xiaomi' },
          ],
        },
        { id: 2, type: 'page', slug: 'tim', link: kabar('/profil/tim/') },
        { id: 3, slug: '%e5%b0%8f', link: kabar('/2018/03/%e5%b0%8f/') },
      ],
    })
    const page = await get('/2018/03/satu/')
    assert.match(page.text, /<h1>Satu – dua<\/h1>/)
    assert.match(page.text, /Sari Dewi/)
    for (const path of ['/profil/tim/', '/2018/03/%E5%B0%8F/', '/tag/xiaomi/'])
      assert.equal((await get(path)).status, 200)
    assert.match((await get('/category/tablet/')).text, /<h1>Tablet &amp; Layar<\/h1>/)
    assert.equal((await get('/?p=1')).headers.get('location'), '/2018/03/satu/')
    assert.deepEqual([facts.fates.public, facts.refused], [3, []])
    assert.match((await get('/')).text, /Kabar Lama/)
    // What is written from now on gets addresses of the old form.
    assert.equal((await publish({ slug: 'baru' })).path, '/2026/01/baru/')
  })

  it('shows nothing that was not public', async (test) => {
    const zeros = '0000-00-00 00:00:00'
    const { get, words, gawai } = await imported(test, {
      items: [
        { id: 1, status: 'draft', title: 'Rahasia satu', slug: '', link: kabar('/?p=1'), date: zeros },
        { id: 2, status: 'private', title: 'Rahasia dua' },
        { id: 3, status: 'pending', title: 'Rahasia tiga' },
        { id: 4, status: 'trash', title: 'Rahasia empat' },
        { id: 5, password: 'x', title: 'Rahasia lima' },
        { id: 6, status: 'future', date: '2018-01-01 00:00:00', title: 'Rahasia enam' },
        { id: 7, status: 'future', date: '2036-01-01 00:00:00', title: 'Rahasia tujuh' },
        { id: 8, title: 'Umum', content: `Baca juga: <a href="${kabar('/kabar-2/')}">tulisan itu</a>` },
      ],
    })
    assert.match(words, /Public: 1, scheduled: 1, drafts: 6/)
    const open = ['/', '/feed/', '/terbaru/', '/sitemaps/0.xml', '/kabar-8/']
    for (const path of open) assert.doesNotMatch((await get(path)).text, /Rahasia/, path)
    for (let id = 1; id <= 7; id += 1)
      for (const path of [`/kabar-${id}/`, `/?p=${id}`]) assert.equal((await get(path)).status, 404, path)
    assert.deepEqual(
      (await gawai.db.selectFrom('publication').select('title').execute()).map(({ title }) => title),
      ['Umum'],
    )
  })

  it('adds nothing when it is done again, finishes one that was cut off, and writes nothing of a broken file', async (test) => {
    const { gawai, data } = await openNewsroom(test)
    const items = Array.from({ length: 60 }, (_, index) => ({ id: index + 1 }))
    const run = async (wish: ExportWish | string) => (await importWordPress(gawai, await wxrFile(data, wish))).facts
    const articles = async () => (await gawai.db.selectFrom('article').select('id').execute()).length
    await assert.rejects(() => run(wxr({ items }).replace('</channel>', '')), /line \d+/)
    assert.equal(await articles(), 0)
    assert.equal((await run({ items: items.slice(0, 55) })).imported['post'], 55)
    const second = await run({ items })
    assert.deepEqual([second.imported['post'], second.unchanged], [5, 55])
    assert.equal((await run({ items })).unchanged, 60)
    assert.equal(await articles(), 60)
  })
})

describe('an old address', () => {
  const ofTablets = [{ domain: 'category', slug: 'tablet', name: 'Tablet' }]

  it('answers, leads on, or is told', async (test) => {
    const { get, words } = await imported(test, {
      categories: [{ slug: 'tablet', name: 'Tablet' }],
      items: [
        { id: 1, title: 'Satu', link: kabar('/sama/') },
        { id: 2, title: 'Dua', link: kabar('/sama/') },
        { id: 3, title: 'Tiga', link: kabar('/category/tablet/'), terms: ofTablets },
        { id: 4, slug: 'lain', meta: { _wp_old_slug: 'baru' } },
        { id: 5, slug: 'baru', meta: { _wp_old_slug: 'lama' }, content: 'Satu.\n\n<!--nextpage-->\n\nDua.' },
        { id: 6, title: 'Enam', link: kabar('/feed/') },
        { id: 7, title: 'Tujuh', type: 'page', link: kabar('/') },
        { id: 8, link: 'http://www.lama.example/lama-sekali/' },
        { id: 9, link: kabar('/media/sembilan/') },
      ],
    })
    for (const [path, title] of [
      ['/sama/', 'Satu'],
      ['/category/tablet/', 'Tiga'],
      ['/baru/', 'Kabar 5'],
      ['/lama-sekali/', 'Kabar 8'],
      ['/media/sembilan/', 'Kabar 9'],
    ] as const)
      assert.match((await get(path)).text, new RegExp(`<h1>${title}</h1>`), path)
    for (const path of ['/lama/', '/baru/2/']) assert.equal((await get(path)).headers.get('location'), '/baru/', path)
    for (const told of [/2 "Dua": .*\/sama\//, /6 "Enam": .*\/feed\//, /7 "Tujuh": .*front page/])
      assert.match(words, told)
  })

  it('in a folder stays there; of the plain form, or none, it leads to a new one', async (test) => {
    const { get } = await imported(test, {
      site: kabar('/berita'),
      categories: [{ slug: 'tablet', name: 'Tablet' }],
      items: [
        { id: 1 },
        { id: 7, link: kabar('/berita/?p=7') },
        { id: 8, type: 'page', link: kabar('/berita/?page_id=8') },
        { id: 9, link: '', title: '', slug: '' },
      ],
    })
    for (const path of ['/berita/kabar-1/', '/berita/category/tablet/'])
      assert.equal((await get(path)).status, 200, path)
    for (const form of ['/?p=7', '/?page_id=8', '/?p=9']) {
      const { status, headers } = await get(form)
      assert.equal(status, 301, form)
      assert.equal((await get(headers.get('location') ?? '')).status, 200, form)
    }
  })
})

describe('an item', () => {
  it("whose id is another's is told, and one by somebody unknown has their name", async (test) => {
    const { get, facts } = await imported(test, {
      items: [
        { id: 1, slug: 'satu' },
        { id: 1, slug: 'dua' },
        { id: 3, creator: 'siapa' },
        { id: 4, creator: '' },
      ],
    })
    assert.deepEqual(
      facts.refused.map(({ id }) => id),
      ['1'],
    )
    assert.match((await get('/kabar-3/')).text, /siapa/)
    for (const path of ['/satu/', '/kabar-4/']) assert.equal((await get(path)).status, 200, path)
  })
})
