import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { usualColours } from '#look/tokens.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { colourAt, drawing } from '#test/pictures.ts'
import { cardAt, type ShareCard } from './card-at.ts'
import { openDarkroom } from './darkroom.ts'
import { keepPicture } from './keep-picture.ts'

const facts = {
  site: 'Gawai',
  label: 'Ponsel',
  title: 'Harga turun',
  when: '7 November 2018',
  colours: usualColours.light,
}
const hostile = '</span><span size="9">&#0;&amp;<b>\u0000\uD800 "x" <!-- '

async function openCards(test: Parameters<typeof openNewsroom>[0]) {
  const { gawai } = await openNewsroom(test)
  const ask = async (file: string, some?: Partial<ShareCard>, init: RequestInit = {}) =>
    cardAt(gawai, new Request('https://gawai.example/', init), file, async () => some && { ...facts, ...some })
  const bytes = async (file: string, some: Partial<ShareCard>) =>
    new Uint8Array((await (await ask(file, some))?.arrayBuffer()) ?? [])
  return { gawai, ask, bytes }
}

describe('a card for sharing', () => {
  it('is drawn once, and is there as long as there is something to say', async (test) => {
    const { gawai, ask } = await openCards(test)
    const [first, second] = await Promise.all([ask('a-1.jpg', {}), ask('a-1.jpg', {})])
    for (const answer of [first, second, await ask('a-1.jpg', {})]) {
      assert.deepEqual([answer?.status, answer?.headers.get('content-type')], [200, 'image/jpeg'])
      assert.equal(answer?.headers.get('cache-control'), 'public, max-age=86400')
    }
    const { width, height, format } = await sharp(new Uint8Array((await first?.arrayBuffer()) ?? [])).metadata()
    assert.deepEqual([width, height, format], [1200, 630, 'jpeg'])
    assert.deepEqual(await gawai.storage.list('cards/'), ['cards/a-1.jpg'])
    assert.equal((await ask('a-1.jpg', {}, { method: 'HEAD' }))?.status, 200)
    // What was taken back has no card, though one lies in the storage.
    assert.equal(await ask('a-1.jpg'), undefined)
  })

  it('shows the picture around its focal point, and does without one that it cannot read', async (test) => {
    const { gawai, bytes } = await openCards(test)
    const wide = drawing(1600, 400, '#0000ff', { left: 0, top: 0, width: 300, height: 400, colour: '#cc0000' })
    const focus = { x: 0, y: 0.5 }
    const { src } = await keepPicture(gawai, { name: 'a', bytes: await wide.png().toBuffer(), focus })
    assert.equal(await colourAt(await bytes('a.jpg', { picture: src }), 1000, 300), '#c00')
    await gawai.storage.put(src.replace('/media/', 'pictures/'), new Uint8Array(9))
    for (const [index, picture] of [src, `/media/${'0'.repeat(32)}.jpg`, '/a.jpg', '../x'].entries())
      assert.equal(await colourAt(await bytes(`b${index}.jpg`, { picture }), 1000, 300), '#ffe', picture)
  })

  it('is painted in the colours that the site has', async (test) => {
    const { bytes } = await openCards(test)
    const colours = { ...usualColours.light, paper: '#003366', ink: '#ffffff' }
    assert.equal(await colourAt(await bytes('a.jpg', { colours }), 20, 20), '#036')
    assert.equal(await colourAt(await bytes('b.jpg', {}), 20, 20), '#ffe')
    assert.equal(await colourAt(await bytes('c.jpg', { colours }), 600, 531), '#fff')
  })

  it('takes a title as letters, whatever it holds', async (test) => {
    const { ask } = await openCards(test)
    const titles = [hostile, 'W'.repeat(5000), '', ' \n ', 'Harga & layar < 6"', '😀'.repeat(300), 'كتاب 小米']
    for (const [index, title] of titles.entries())
      assert.equal((await ask(`${index}.jpg`, { title, label: title, site: title, when: title }))?.status, 200, title)
  })

  it('is not there under another name, nor when nothing has that name', async (test) => {
    const { gawai, ask } = await openCards(test)
    for (const file of ['a.png', '../a.jpg', 'A.jpg', '.jpg', '-a.jpg', `${'a'.repeat(101)}.jpg`, 'a.jpg.jpg'])
      assert.equal(await ask(file, {}), undefined, file)
    assert.equal(await ask('a.jpg'), undefined)
    assert.deepEqual(await gawai.storage.list('cards/'), [])
  })

  it('comes later when it cannot be drawn', async (test) => {
    const { gawai, ask } = await openCards(test)
    await gawai.use(openDarkroom).close()
    const answer = await ask('a.jpg', {})
    assert.deepEqual([answer?.status, answer?.headers.get('retry-after')], [503, '30'])
  })
})
