import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { silentLog } from '#platform/log.ts'
import { openPageStore } from '#platform/page-store/page-store.ts'
import { stillClock } from '#test/clock.ts'
import { ask } from '#test/served-pages.ts'
import { listen, type ListenOptions } from './server.ts'

async function serve(test: { after(work: () => Promise<void>): void }, more: Partial<ListenOptions> = {}) {
  const pages = openPageStore({ file: undefined, clock: stillClock(), log: silentLog })
  const fetch = (request: Request) => new Response(new URL(request.url).pathname + new URL(request.url).search)
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    origin: undefined,
    proxy: [],
    fetch,
    pages,
    log: silentLog,
    ...more,
  })
  test.after(() => server.close())
  return server.url
}

describe('the server', () => {
  it('answers only under its own name', async (test) => {
    const url = await serve(test, { origin: 'https://news.example' })
    assert.equal((await ask(`${url}/a`, { host: 'news.example' })).status, 200)
    assert.equal((await ask(`${url}/a`, { host: 'NEWS.example' })).status, 200)
    for (const host of ['evil.example', 'localhost', 'news.example.evil.example', 'news.example:81'])
      assert.equal((await ask(`${url}/a`, { host })).status, 421, host)
    assert.equal((await ask(`${url}/a`, { host: 'evil.example', 'x-forwarded-host': 'news.example' })).status, 421)
  })

  it('answers any name of this machine, and only such, until it has its own', async (test) => {
    const url = await serve(test)
    for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.255.0.9:80', '[::1]:3000'])
      assert.equal((await ask(`${url}/a`, { host })).status, 200, host)
    for (const host of ['127.999.9.9', '127.0.0.1.evil.example', 'evil.example', '128.0.0.1', 'localhost:99999999'])
      assert.equal((await ask(`${url}/a`, { host })).status, 421, host)
  })

  it('tells a supervisor how it is under any name', async (test) => {
    const url = await serve(test, { origin: 'https://news.example' })
    for (const path of ['/healthz', '/readyz', '/healthz?x'])
      assert.equal((await ask(url + path, { host: '127.0.0.1' })).status, 200, path)
    assert.equal((await ask(`${url}/healthz/x`, { host: '127.0.0.1' })).status, 421)
  })

  it('believes a forwarded name only from its proxy', async (test) => {
    const url = await serve(test, { origin: 'https://news.example', proxy: ['127.0.0.0/8'] })
    assert.equal((await ask(`${url}/a`, { host: 'inner', 'x-forwarded-host': 'news.example' })).status, 200)
    assert.equal((await ask(`${url}/a`, { host: 'inner', 'x-forwarded-host': 'evil.example' })).status, 421)
  })

  it('leads to the one spelling of an address and keeps the query', async (test) => {
    const url = await serve(test)
    const moved = await ask(`${url}/caf%c3%a9/?x=1`)
    assert.equal(moved.status, 301)
    assert.equal(moved.headers.location, '/caf%C3%A9/?x=1')
    assert.equal((await ask(`${url}/a//b`)).text, '/a/b')
    for (const bad of ['/%zz', '/a%2f..%2fb', '/%00']) assert.equal((await ask(url + bad)).status, 400, bad)
  })

  it('never leads away from the site', async (test) => {
    const url = await serve(test)
    for (const path of ['//evil.example/%7Ex', '///evil.example', '/\\evil.example'])
      assert.doesNotMatch((await ask(url + path)).headers.location ?? '/', /^(\/\/|https?:|\/\\)/, path)
  })

  it('says what to do when it cannot listen', async (test) => {
    const url = await serve(test)
    const port = Number(new URL(url).port)
    await assert.rejects(
      serve(test, { port }),
      new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is in use: end the program`),
    )
    await assert.rejects(serve(test, { host: 'no.such.host.invalid' }), /is no address of this machine: set HOST/)
    await assert.rejects(serve(test, { proxy: ['proxy.example'] }), /GAWAI_PROXY holds "proxy\.example"/)
  })
})
