import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { standingPages, unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'

const page = (title: string, more = '') => `---\ntitle: ${title}\nkind: page\n${more}---\nIsi ${title}.`

describe('the standing pages', () => {
  it('come in the order in which they were put up, in one language, without articles', async (test) => {
    const { gawai, file, publish, clock } = await openNewsroom(test)
    for (const title of ['Tentang', 'Redaksi', 'Kontak']) {
      await file(page(title))
      clock.move(1000)
    }
    await file(page('About', 'lang: en\n'))
    await publish({ slug: 'kabar' })
    // An edit moves nothing.
    await file(page('Redaksi', 'summary: Siapa kami.\n'))
    const shown = await standingPages(gawai, { lang: 'id', limit: 9 })
    assert.deepEqual(
      shown.map(({ title, path, summary }) => ({ title, path, summary })),
      [
        { title: 'Tentang', path: '/tentang/', summary: 'Isi Tentang.' },
        { title: 'Redaksi', path: '/redaksi/', summary: 'Siapa kami.' },
        { title: 'Kontak', path: '/kontak/', summary: 'Isi Kontak.' },
      ],
    )
    assert.deepEqual(
      (await standingPages(gawai, { lang: 'en', limit: 9 })).map(({ path }) => path),
      ['/en/about/'],
    )
    assert.deepEqual(
      (await standingPages(gawai, { lang: 'id', limit: 1 })).map(({ path }) => path),
      ['/tentang/'],
    )
  })

  it('stand at the foot of every page as long as they can be read', async (test) => {
    const { gawai, file, get, publish } = await openNewsroom(test)
    const story = await publish({ slug: 'kabar' })
    // With fewer articles than two, any change would drop every page of the site.
    await publish({ slug: 'kabar' })
    const feet = async () => Promise.all(['/', '/terbaru/', story.path].map(async (path) => (await get(path)).text))
    for (const text of await feet()) assert.doesNotMatch(text, /href="\/tentang\/"/)
    const { article } = await file(page('Tentang'))
    for (const text of await feet()) assert.match(text, /<a href="\/tentang\/">Tentang<\/a>/)
    await unpublish(gawai, { article, why: 'usang' })
    for (const text of await feet()) assert.doesNotMatch(text, /href="\/tentang\/"/)
  })
})
