import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importWordPress } from '#interchange'
import { openNewsroom } from '#test/newsroom.ts'
import { wxrFile } from '#test/wxr.ts'
import { reservedSegments } from '../../articles/address.ts'
import { isProgramPath, numbered } from './program-paths.ts'

const kabar = (path: string) => `https://kabar.example${path}`
const below = ['/', '', '/lain/', '/17.jpg']
const others = `/langganan/surat/ /langganan/saya/x/ /langganan-surat/ /subscriptions/end/x/ /subscriptions/letter/
  /sitemaps/0.xml /sitemaps/lists.xml /wp-feed.php /post-sitemap2.xml /comments/feed/ /feed/json/
  /en/latest/ /en/search/ /en/feed/ /en/offline/ /en/llms.txt /2018/ /2018/03/06/
  /media/cards/7-0123456789ab.jpg /media/${'a'.repeat(32)}.jpg /newsroom/sign-in/ /author/rani/`
const paths = [
  ...[...reservedSegments].flatMap((segment) => below.map((rest) => `/${segment}${rest}`)),
  ...others.split(/\s+/),
]

describe('an old address in which the program has a part', () => {
  it('is kept, or the article stands at another and the report says so', async (test) => {
    const { get, data, gawai } = await openNewsroom(test)
    const items = paths.map((path, place) => ({ id: place + 1, title: `Nomor ${place + 1}.`, link: kabar(path) }))
    const { facts } = await importWordPress(gawai, await wxrFile(data, { items }))
    assert.deepEqual(facts.refused, [])
    const lost: string[] = []
    for (const { id, title, link } of items) {
      const note = facts.notes.find((one) => one.id === String(id))?.why ?? ''
      const path = /: it stands at (\S+)$/.exec(note)?.[1] ?? new URL(link).pathname
      const { status, text } = await get(path)
      if (!text.includes(`<h1>${title}</h1>`)) lost.push(`${link} ${note} ${status}`)
    }
    assert.deepEqual(lost, [])
  })

  it('is given to the article with a number, and is the program’s still', async (test) => {
    const { get, data, gawai } = await openNewsroom(test)
    const { words } = await importWordPress(
      gawai,
      await wxrFile(data, {
        items: [
          { id: 1, type: 'page', title: 'Cara berlangganan', slug: 'langganan', link: kabar('/langganan/') },
          { id: 2, title: 'Dapur', link: kabar('/newsroom/dapur/') },
          { id: 3, title: 'Lama', slug: 'lama', link: kabar('/lama/'), meta: { _wp_old_slug: 'subscriptions' } },
        ],
      }),
    )
    for (const [path, title] of [
      ['/langganan-2/', 'Cara berlangganan'],
      ['/newsroom-2/dapur/', 'Dapur'],
      ['/lama/', 'Lama'],
    ] as const)
      assert.match((await get(path)).text, new RegExp(`<h1>${title}</h1>`), path)
    assert.match((await get('/langganan/')).text, /name="want" value="digest"/)
    assert.match(
      words,
      /1 "Cara berlangganan": its address \/langganan\/ cannot be kept, the program itself answers there/,
    )
    assert.match(words, /3 "Lama": its former address \/subscriptions\/ cannot lead to it/)
  })

  it('ends with a number that makes it somebody else’s', () => {
    for (const path of paths.filter(isProgramPath)) assert.ok(!isProgramPath(numbered(path, 2)), path)
  })
})
