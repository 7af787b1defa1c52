import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { arrangeFront, placeSections, unpublish } from '#articles'
import { siteDescription } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { serveNewsroom } from '#test/reader.ts'

const minute = (count: number) => Date.UTC(2026, 0, 1, 0, count)
const inside = (html: string, name: string) =>
  new RegExp(`<(div|section) class="${name}">(.*?)</\\1>`, 's').exec(html)?.[2] ?? ''
const linked = (html: string) => Array.from(html.matchAll(/<a href="\/2026\/01\/([^/"]+)\//g), ([, slug]) => slug)
const blocksOf = (html: string) =>
  Array.from(html.matchAll(/<section class="block">\s*<h2><a href="[^"]*">([^<]*)/g), ([, name]) => name)

/** `k-0` is the oldest. */
async function openWith(count: number, ...[test]: Parameters<typeof openNewsroom>) {
  const newsroom = await openNewsroom(test)
  const ids: number[] = []
  for (let index = 0; index < count; index += 1)
    ids.push((await newsroom.publish({ title: `K ${index}`, slug: `k-${index}`, at: minute(index) })).id)
  const arrange = (...places: number[]) => {
    const chosen = places.map((place) => ids[place] ?? 0)
    return newsroom.gawai.write((unit) => arrangeFront(unit, 'id', chosen))
  }
  return { ...newsroom, ids, arrange }
}

describe('the home page', () => {
  it('opens with the newest while editors chose nothing, and lists the rest below', async (test) => {
    const { get } = await openWith(6, test)
    const { text } = await get('/')
    assert.deepEqual(linked(inside(text, 'front')), ['k-5', 'k-4', 'k-3'])
    assert.deepEqual(linked(inside(text, 'newest')), ['k-2', 'k-1', 'k-0'])
    assert.match(text, /<h1 class="skip">Gawai<\/h1>/)
  })

  it('opens with what editors chose, fills what they left open, and repeats none of it below', async (test) => {
    const { get, arrange } = await openWith(14, test)
    await get('/')
    await arrange(1, 13)
    const { text } = await get('/')
    assert.deepEqual(linked(inside(text, 'front')), ['k-1', 'k-13', 'k-12'])
    assert.deepEqual(
      linked(inside(text, 'newest')),
      [11, 10, 9, 8, 7, 6, 5, 4, 3].map((place) => `k-${place}`),
    )
    assert.match(inside(text, 'newest'), /<a href="\/terbaru\/">Semua berita terbaru<\/a>/)
  })

  it('shows on a busy day all that editors chose, and closes the gap of one that is taken back', async (test) => {
    const { get, arrange, gawai, ids } = await openWith(8, test)
    await arrange(0, 2, 4, 6, 1)
    assert.deepEqual(linked(inside((await get('/')).text, 'front')), ['k-0', 'k-2', 'k-4', 'k-6', 'k-1'])
    await unpublish(gawai, { article: ids[2] ?? 0, why: 'keliru' })
    assert.deepEqual(linked(inside((await get('/')).text, 'front')), ['k-0', 'k-4', 'k-6', 'k-1'])
  })

  it('has a block for each section of the first rank that holds something, in the editors’ order', async (test) => {
    const { ask, clock, gawai, publish, gadget, ponsel, pasar } = await serveNewsroom(test)
    await publish({ title: 'Lipat', slug: 'lipat', section: ponsel })
    await publish({ title: 'Harga', slug: 'harga', section: pasar })
    // Those stand in front, and are not told twice.
    assert.deepEqual(blocksOf((await ask('/')).text), [])
    clock.move(60_000)
    for (const slug of ['a', 'b', 'c']) await publish({ title: slug, slug })
    assert.deepEqual(blocksOf((await ask('/')).text), ['Gadget', 'Pasar'])
    await gawai.write((unit) => placeSections(unit, [pasar, gadget]))
    // Another page renders the frame anew, so that nothing but its own subject makes this one be planned again.
    await ask('/terbaru/')
    assert.deepEqual(blocksOf((await ask('/')).text), ['Pasar', 'Gadget'])
  })

  it('says of an empty site that there is nothing yet, and of itself what it is', async (test) => {
    const { get, gawai } = await openNewsroom(test)
    await gawai.write((unit) => gawai.settings.set(unit, siteDescription.id, 'Kabar "gawai" <baru>.'))
    const { text, status } = await get('/')
    assert.equal(status, 200)
    assert.match(text, /<p>Belum ada berita di sini\.<\/p>/)
    assert.doesNotMatch(text, /class="(front|newest|block)"/)
    assert.match(text, /<title>Gawai<\/title>/)
    assert.match(text, /<meta name="description" content="Kabar &quot;gawai&quot; &lt;baru&gt;\." \/>/)
    assert.match(text, /<link rel="canonical" href="https:\/\/gawai\.example\/" \/>/)
  })

  it('hurries with the picture of its lead alone, and says nothing twice to those who listen', async (test) => {
    const newsroom = await openNewsroom(test)
    const read = async () => pngOf(900, 600)
    for (const name of ['satu', 'dua'])
      await newsroom.file(
        `---\ntitle: ${name}\nimage: {src: a.png, alt: Sebuah ponsel}\n---\nTeks.`,
        `${name}.md`,
        read,
      )
    const pictures = inside((await newsroom.get('/')).text, 'front').match(/<img [^>]*>/g) ?? []
    assert.deepEqual(
      pictures.map((img) => [/fetchpriority="high"/.test(img), /loading="lazy"/.test(img), / alt=""/.test(img)]),
      [
        [true, false, true],
        [false, true, true],
      ],
    )
  })
})
