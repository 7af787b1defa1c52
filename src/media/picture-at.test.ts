import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { keepPicture } from './keep-picture.ts'
import { pictureAt } from './picture-at.ts'

describe('the address of a kept picture', () => {
  it('answers with its type, for ever, and safely', async (test) => {
    const { gawai, get } = await openNewsroom(test)
    const { src } = await keepPicture(gawai, { name: 'a.png', bytes: pngOf(3, 2) })
    const { status, headers } = await get(src)
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'image/png')
    assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/)
  })

  it('sends no bytes to whoever has them or only asks for the head', async (test) => {
    const { gawai } = await openNewsroom(test)
    const { src } = await keepPicture(gawai, { name: 'a.png', bytes: pngOf(3, 2) })
    const file = src.slice('/media/'.length)
    const ask = (init: RequestInit) => pictureAt(gawai, new Request(`https://gawai.example${src}`, init), file)
    const etag = (await ask({}))?.headers.get('etag') ?? ''
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      assert.equal((await ask({ headers: { 'if-none-match': tag } }))?.status, 304, tag)
    assert.equal((await ask({ headers: { 'if-none-match': '"x"' } }))?.status, 200)
    const head = await ask({ method: 'HEAD' })
    assert.equal(head?.headers.get('content-length'), String((await gawai.storage.get(`pictures/${file}`))?.length))
    assert.equal((await head?.arrayBuffer())?.byteLength, 0)
  })

  it('is passed on as it is read, and never held whole', async (test) => {
    const { gawai, fetch } = await openNewsroom(test)
    const { src } = await keepPicture(gawai, { name: 'a.png', bytes: pngOf(3, 2) })
    const kept = await gawai.storage.get(src.replace('/media/', 'pictures/'))
    const whole = test.mock.method(gawai.storage, 'get')
    const answer = await fetch(new Request(`https://gawai.example${src}`))
    assert.equal(answer.headers.get('content-length'), String(kept?.length))
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), kept)
    assert.equal(whole.mock.callCount(), 0)
  })

  it('answers with the page for what is missing when there is none, and gives nothing else of the storage', async (test) => {
    const { gawai, get } = await openNewsroom(test)
    await gawai.storage.put('rahasia.png', pngOf(1, 1))
    const none = '0'.repeat(32)
    for (const file of [`${none}.png`, `${none}.svg`, `${none}`, 'rahasia.png', '..%2Frahasia.png', `${none}.png%00`]) {
      const { status, headers } = await get(`/media/${file}`)
      assert.equal(status, 404, file)
      assert.match(headers.get('content-type') ?? '', /^text\/html/, file)
    }
    const request = new Request('https://gawai.example/', { headers: { 'if-none-match': '*' } })
    assert.equal(await pictureAt(gawai, request, `${none}.png`), undefined)
  })
})
