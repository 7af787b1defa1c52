import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { readAssets } from '#look/assets.ts'
import { subscribersOf } from '#people'
import { edition, subscriptionRoutes } from '#site'
import { lettersIn, linkIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'

const origin = 'https://gawai.example'
const ours = { origin }

async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, fetch, data } = newsroom
  const post = async (
    path: string,
    fields: Record<string, string> | string = {},
    headers: Record<string, string> = ours,
  ) => {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(
      new Request(new URL(path, origin), { method: 'POST', body, headers: { ...type, ...headers } }),
    )
    return {
      status: answer.status,
      headers: answer.headers,
      location: answer.headers.get('location'),
      text: await answer.text(),
    }
  }
  const letters = async () => {
    await gawai.jobs.settle()
    return lettersIn(data)
  }
  const link = async (folder = '/langganan/saya/') => {
    const letter = (await letters()).at(-1)
    return letter ? linkIn(letter, folder).replace(origin, '') : ''
  }
  return {
    ...newsroom,
    post,
    letters,
    link,
    following: async () => (await subscribersOf(gawai, 'digest:daily:id', { limit: 10 })).map(({ address }) => address),
    unsubscribe: async () =>
      ((await subscribersOf(gawai, 'digest:daily:id', { limit: 1 }))[0]?.unsubscribe ?? '').replace(origin, ''),
    async follow(address = 'wulan@news.example') {
      await post('/langganan/', { want: 'digest', address })
      const path = await link()
      const { text } = await newsroom.get(path)
      const which = /name="which" value="(\d+)"/.exec(text)?.[1] ?? ''
      return { path, which, confirmed: await post(path, { deed: 'confirm', which }) }
    },
  }
}

describe('following by mail', () => {
  it('begins with a form, in either language, below the newest of the latest and on a page of its own', async (test) => {
    const { get } = await open(test)
    for (const [path, action] of [
      ['/langganan/', '/langganan/'],
      ['/terbaru/', '/langganan/'],
      ['/subscriptions/', '/subscriptions/'],
      ['/en/latest/', '/subscriptions/'],
    ] as const) {
      const { text, status } = await get(path)
      assert.equal(status, 200)
      assert.match(
        text,
        new RegExp(`<form class="follow" method="post" action="${action}">[^]*value="digest"[^]*type="email"`),
      )
    }
    assert.match((await get('/subscriptions/')).text, /<html lang="en">/)
    assert.match((await get('/')).text, /<a href="\/langganan\/">Lewat surel<\/a>/)
  })

  it('goes from the form by the letter and a button to the digest', async (test) => {
    const { post, follow, following, get, letters } = await open(test)
    const asked = await post('/langganan/', { want: 'digest', address: 'Wulan@News.example' })
    assert.deepEqual([asked.status, asked.location], [303, '/langganan/surat/'])
    assert.match((await get('/langganan/surat/')).text, /<h1>Periksa kotak surel Anda<\/h1>/)
    assert.equal((await letters())[0]?.to, 'Wulan@news.example')
    assert.deepEqual(await following(), [])
    const { path, confirmed } = await follow()
    assert.deepEqual([confirmed.status, confirmed.location], [303, `${path}?done=confirm`])
    assert.deepEqual(await following(), ['Wulan@news.example'])
    assert.match((await get(`${path}?done=confirm`)).text, /role="status"><strong>Selesai: mulai sekarang/)
  })

  it('changes nothing when a link is only opened', async (test) => {
    const { post, link, get, following, follow, unsubscribe } = await open(test)
    await post('/langganan/', { want: 'digest', address: 'wulan@news.example' })
    const path = await link()
    for (const query of ['', '?done=confirm', '?deed=confirm']) await get(path + query)
    assert.deepEqual(await following(), [])
    await follow()
    await get(await unsubscribe())
    assert.equal((await following()).length, 1)
  })

  it('is kept by nobody and found by no search engine', async (test) => {
    const { get, post, link, gawai } = await open(test)
    await post('/langganan/', { want: 'digest', address: 'wulan@news.example' })
    for (const path of [
      '/langganan/',
      '/langganan/surat/',
      await link(),
      '/langganan/saya/x/',
      '/langganan/berhenti/x/',
    ]) {
      const { headers, text } = await get(path)
      assert.equal(headers.get('cache-control'), 'no-store', path)
      assert.equal(headers.get('content-encoding'), null)
      assert.match(headers.get('content-security-policy') ?? '', /form-action 'self'/)
      assert.match(text, /<meta name="robots" content="noindex"/)
    }
    assert.equal(gawai.pages.takeViews().size, 0)
  })

  it('says in the reader’s language what is wrong with an address, and shows it again', async (test) => {
    const { post, letters } = await open(test)
    const { status, text } = await post('/subscriptions/', { want: 'digest', address: '"><script>a@b' })
    assert.equal(status, 422)
    assert.match(text, /role="alert">This is not a mail address\./)
    assert.match(text, /value="&quot;&gt;&lt;script&gt;a@b"/)
    assert.equal((await post('/langganan/', { want: 'other', address: 'a@b.example' })).status, 422)
    assert.equal((await post('/langganan/', 'x'.repeat(20_000))).status, 422)
    assert.deepEqual(await letters(), [])
  })

  it('answers the same whether an address is known, unknown or asked for too often', async (test) => {
    const { post, follow, letters } = await open(test)
    await follow()
    const sent = (await letters()).length
    const answers = []
    for (const address of ['wulan@news.example', 'wulan@news.example', 'nobody@news.example'])
      for (const want of ['list', 'digest']) {
        const { status, location, text } = await post('/langganan/', { want, address })
        answers.push(JSON.stringify([status, location, text]))
      }
    assert.equal(new Set(answers).size, 1)
    assert.equal((await letters()).length, sent + 2)
  })

  it('refuses what another site makes a browser ask, and what does not say where it comes from', async (test) => {
    const { post, link, following, letters } = await open(test)
    await post('/langganan/', { want: 'digest', address: 'wulan@news.example' })
    const path = await link()
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ] as Record<string, string>[]) {
      assert.equal((await post('/langganan/', { want: 'digest', address: 'a@b.example' }, headers)).status, 403)
      assert.equal((await post(path, { deed: 'end-all' }, headers)).status, 403)
    }
    assert.equal((await letters()).length, 1)
    assert.equal((await post(path, { deed: 'end-all' }, { 'sec-fetch-site': 'same-origin' })).status, 303)
    assert.deepEqual(await following(), [])
  })

  it('lets one address of the network ask only so often, and one network, whatever addresses it has', async (test) => {
    const { gawai } = await open(test)
    const { answer } =
      subscriptionRoutes('id').find(({ method, path }) => method === 'POST' && path === '/langganan/') ?? {}
    const ask = async (address: string) => {
      const body = new URLSearchParams({ want: 'digest', address: 'wulan@news.example' })
      const request = new Request(`${origin}/langganan/`, { method: 'POST', body, headers: ours })
      return answer?.(edition(gawai, readAssets(), 'id'), { request, params: {}, peer: { address } })
    }
    const statusOf = async (address: string) => (await ask(address))?.status
    for (let time = 0; time < 20; time += 1) assert.equal(await statusOf('203.0.113.7'), 303)
    const refused = await ask('203.0.113.7')
    assert.equal(refused?.status, 429)
    assert.match(refused?.headers.get('retry-after') ?? '', /^3[56]\d\d$/)
    for (let host = 8; host < 48; host += 1) assert.equal(await statusOf(`203.0.113.${host}`), 303)
    assert.equal(await statusOf('203.0.113.99'), 429)
    assert.equal(await statusOf('203.0.112.99'), 303)
    for (let host = 0; host < 60; host += 1) assert.equal(await statusOf(`2001:db8:1:${host}::9`), 303)
    assert.equal(await statusOf('2001:db8:1:ffff::9'), 429)
    assert.equal(await statusOf('2001:db8:2::9'), 303)
  })
})

describe('the own subscriptions of an address', () => {
  it('can be ended one by one and all at once, and nothing is left then', async (test) => {
    const { post, follow, following, get } = await open(test)
    const { path, which } = await follow()
    assert.equal((await post(path, { deed: 'end' })).location, path)
    assert.deepEqual(await following(), ['wulan@news.example'])
    assert.equal((await post(path, { deed: 'end', which })).location, `${path}?done=end`)
    assert.deepEqual(await following(), [])
    assert.match((await get(path)).text, /Tidak ada yang dikirim ke alamat ini\./)
    assert.equal((await post(path, { deed: 'nonsense', which: 'x' })).status, 303)
  })

  it('show the same page for every link that does not work', async (test) => {
    const { get, follow, clock, post } = await open(test)
    const { path } = await follow()
    clock.move(7 * 24 * 60 * 60 * 1000)
    const pages = await Promise.all(
      ['/langganan/saya/x/', `/langganan/saya/${'A'.repeat(43)}/`, path].map((one) => get(one)),
    )
    assert.deepEqual(
      pages.map(({ status }) => status),
      [404, 404, 404],
    )
    assert.equal(new Set(pages.map(({ text }) => text)).size, 1)
    assert.equal((await post(path, { deed: 'end-all' })).text, pages[0]?.text)
  })
})

describe('ending by the address in a letter', () => {
  it('takes one bare POST, as mail programs send it, and answers with a page and no redirect', async (test) => {
    const { post, follow, following, unsubscribe } = await open(test)
    await follow()
    const path = await unsubscribe()
    const { status, headers } = await post(path, 'List-Unsubscribe=One-Click', {})
    assert.deepEqual([status, headers.get('location'), headers.get('set-cookie')], [200, null, null])
    assert.deepEqual(await following(), [])
  })

  it('also takes it as a form of parts, and when another site’s mail page sends it', async (test) => {
    const { follow, following, unsubscribe, fetch } = await open(test)
    await follow()
    const body = new FormData()
    body.set('List-Unsubscribe', 'One-Click')
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }
    const answer = await fetch(new Request(new URL(await unsubscribe(), origin), { method: 'POST', body, headers }))
    assert.equal(answer.status, 200)
    assert.deepEqual(await following(), [])
  })

  it('looks the same for every token, before and after', async (test) => {
    const { get, post, follow, unsubscribe } = await open(test)
    await follow()
    const tokens = [await unsubscribe(), '/langganan/berhenti/x/', `/langganan/berhenti/17-${'A'.repeat(43)}/`]
    const before = await Promise.all(tokens.map((path) => get(path)))
    assert.equal(new Set(before.map(({ text }) => text)).size, 1)
    const after = []
    for (const path of tokens) after.push(await post(path, {}, {}))
    assert.deepEqual(
      after.map(({ status }) => status),
      [200, 200, 200],
    )
    assert.equal(new Set(after.map(({ text }) => text)).size, 1)
  })

  it('can end everything at once', async (test) => {
    const { gawai, post, follow, following, unsubscribe } = await open(test)
    await follow()
    const path = await unsubscribe()
    await post(path, { all: 'yes' })
    assert.deepEqual(await following(), [])
    assert.equal((await gawai.db.selectFrom('subscription').select('id').execute()).length, 0)
  })
})
