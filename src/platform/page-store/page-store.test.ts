import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ServedPages, servePages } from '#test/served-pages.ts'

/** What a verb does: the words change, then what showed them is dropped, and only then is anybody told. */
function write({ words, store }: ServedPages, subject: string, word: string): void {
  words.set(subject, word)
  store.drop([subject])
}

describe('the page store', () => {
  it('renders a page once and then answers from memory', async (test) => {
    const pages = await servePages(test)
    pages.words.set('a', 'one')
    const first = await pages.get('/a')
    const second = await pages.get('/a')
    assert.equal(first.status, 200)
    assert.equal(first.text, '<p>shell: nothing</p><p>a: one</p><hr><p>list: nothing</p>')
    assert.deepEqual(second.raw, first.raw)
    assert.deepEqual(pages.rendered, ['shell', 'a', 'list'])
  })

  it('renders only the fragment whose subject was dropped', async (test) => {
    const pages = await servePages(test)
    write(pages, 'a', 'one')
    await pages.get('/a')
    write(pages, 'a', 'two')
    assert.match((await pages.get('/a')).text, /a: two/)
    assert.deepEqual(pages.rendered, ['shell', 'a', 'list', 'a'])
  })

  it('shares fragments among pages', async (test) => {
    const pages = await servePages(test)
    write(pages, 'a', 'one')
    write(pages, 'b', 'one')
    await pages.get('/a')
    await pages.get('/b')
    assert.deepEqual(pages.rendered, ['shell', 'a', 'list', 'b'])
    write(pages, 'list', 'new')
    assert.match((await pages.get('/a')).text, /list: new/)
    assert.match((await pages.get('/b')).text, /list: new/)
  })

  it('notices a drop of a fragment that memory had no more room for', async (test) => {
    const pages = await servePages(test, { memory: 9000 })
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      write(pages, name, 'one')
      await pages.get(`/${name}`)
    }
    for (const name of ['h', 'list', 'shell']) {
      write(pages, name, 'two')
      assert.match((await pages.get('/h')).text, new RegExp(`${name}: two`))
    }
  })

  it('answers a stampede on a cold page with one rendering', async (test) => {
    const pages = await servePages(test)
    write(pages, 'a', 'one')
    const answers = await Promise.all(Array.from({ length: 200 }, () => pages.get('/a')))
    assert.ok(answers.every(({ status, text }) => status === 200 && text.includes('a: one')))
    assert.deepEqual(pages.rendered, ['shell', 'a', 'list'])
  })

  it('keeps no 404, so that a page which comes later is found', async (test) => {
    const pages = await servePages(test)
    assert.equal((await pages.get('/a')).status, 404)
    write(pages, 'a', 'one')
    assert.equal((await pages.get('/a')).status, 200)
  })

  it('lets go of a fragment at the instant it is good for', async (test) => {
    const pages = await servePages(test)
    const { store, clock } = pages
    const until = clock.now() + 1000
    let count = 0
    const plan = async () => ({
      subject: 'x',
      status: 200 as const,
      parts: [{ subject: 'x', view: 'y', render: () => ({ body: String((count += 1)), until: until * count }) }],
    })
    const read = async () => (await store.open(new Request('http://x/x'), plan)).text()
    assert.equal(await read(), '1')
    clock.move(999)
    assert.equal((await pages.get('/x')).text, '1')
    clock.move(1)
    assert.equal(await read(), '2')
  })

  it('counts what people read, and no robots, strangers’ prefetches or HEADs', async (test) => {
    const pages = await servePages(test)
    write(pages, 'a', 'one')
    const browser = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140' }
    await pages.get('/a')
    await pages.get('/a', browser)
    await pages.get('/a', browser)
    await pages.get('/a', { ...browser, 'sec-purpose': 'prefetch' })
    await pages.get('/a', {
      ...browser,
      'sec-purpose': 'prefetch;anonymous-client-ip',
      'sec-fetch-site': 'same-origin',
    })
    await pages.get('/a', { ...browser, 'sec-purpose': 'prefetch', 'sec-fetch-site': 'same-origin' })
    await pages.get('/a', { 'user-agent': 'Googlebot/2.1' })
    await pages.get('/a', browser, 'HEAD')
    assert.deepEqual([...pages.store.takeViews()], [['/a', 3]])
    assert.equal(pages.store.takeViews().size, 0)
  })
})

describe('an answer of the page store', () => {
  it('is packed for those who can unpack it and plain for the others', async (test) => {
    const pages = await servePages(test)
    write(pages, 'a', 'é – 漢字')
    await pages.get('/a')
    const packed = await pages.get('/a', { 'accept-encoding': 'br, gzip' })
    const plain = await pages.get('/a', { 'accept-encoding': 'gzip;q=0, identity' })
    const silent = await pages.get('/a', {})
    assert.equal(packed.headers['content-encoding'], 'gzip')
    assert.equal(plain.headers['content-encoding'], undefined)
    assert.equal(plain.text, packed.text)
    assert.equal(silent.text, packed.text)
    assert.equal(Number(plain.headers['content-length']), Buffer.byteLength(plain.text))
    assert.equal(plain.headers.etag, packed.headers.etag)
    assert.equal(packed.headers.vary, 'Accept-Encoding')
  })

  it('is short for who has it already', async (test) => {
    const pages = await servePages(test)
    write(pages, 'a', 'one')
    const { headers } = await pages.get('/a')
    const etag = String(headers.etag)
    assert.match(etag, /^W\/"/)
    for (const tag of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const again = await pages.get('/a', { 'accept-encoding': 'gzip', 'if-none-match': tag })
      assert.equal(again.status, 304, tag)
      assert.equal(again.raw.length, 0)
      assert.equal(again.headers.etag, etag)
    }
    write(pages, 'a', 'two')
    assert.equal((await pages.get('/a', { 'if-none-match': etag })).status, 200)
  })

  it('has the headers and no body for HEAD', async (test) => {
    const pages = await servePages(test)
    write(pages, 'a', 'one')
    const cold = await pages.get('/a', { 'accept-encoding': 'gzip' }, 'HEAD')
    const whole = await pages.get('/a')
    const warm = await pages.get('/a', { 'accept-encoding': 'gzip' }, 'HEAD')
    for (const head of [cold, warm]) {
      assert.equal(head.status, 200)
      assert.equal(head.raw.length, 0)
      assert.equal(head.headers.etag, whole.headers.etag)
      assert.equal(head.headers['content-length'], String(whole.raw.length))
    }
  })
})
