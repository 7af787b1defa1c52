import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readEnvironment } from '#platform/environment.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { serveNewsroom } from '#test/reader.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { openSite } from './app.ts'

describe('the program', () => {
  it('shows its components only where the site has no address of its own yet', async (test) => {
    for (const [origin, status] of [
      [undefined, 200],
      ['https://gawai.example', 404],
    ] as const) {
      const site = await openSite(readEnvironment({ GAWAI_DATA: await temporaryFolder(test), GAWAI_ORIGIN: origin }))
      test.after(() => site.gawai.close())
      const answer = await site.fetch(new Request('http://localhost:3000/look/'))
      assert.equal(answer.status, status)
      assert.equal(/<h1>Look<\/h1>/.test(await answer.text()), status === 200)
    }
  })

  it('leads browsers that ask for an icon to the logo', async (test) => {
    const { get } = await openNewsroom(test)
    const { status, headers } = await get('/favicon.ico')
    assert.deepEqual([status, headers.get('location')], [301, '/logo.svg'])
    assert.equal((await get('/logo.svg')).headers.get('content-type'), 'image/svg+xml')
  })

  it('gives the worker for offline reading one name at the root, and asks anew for it each time', async (test) => {
    const { get } = await openNewsroom(test)
    const { status, headers, text } = await get('/offline.js')
    assert.deepEqual([status, headers.get('content-type')], [200, 'text/javascript; charset=utf-8'])
    assert.doesNotMatch(headers.get('cache-control') ?? '', /immutable/)
    assert.match(text, /\/en\/offline\//)
  })

  it('answers nothing but questions', async (test) => {
    const { ask } = await serveNewsroom(test)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status, headers } = await ask('/terbaru/', method)
      assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'])
    }
    const [whole, head] = [await ask('/terbaru/'), await ask('/terbaru/', 'HEAD')]
    assert.deepEqual([head.status, head.raw.length, head.headers.etag], [200, 0, whole.headers.etag])
  })
})
