import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { hashPassword, invite, signIn } from '#people'
import { siteKey } from '#platform/site-key.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'
import { openHashing } from '../people/doors/hashing.ts'
import { openLimits } from '../people/doors/limits.ts'

const password = 'empat kuda di ladang'
const email = 'sari.wening@gawai.example'
const quarterHour = 15 * 60

async function openWithOwner(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
  return { newsroom, owner }
}

async function useUp({ gawai }: Newsroom, kind: 'proof' | 'code', { account }: Visitor): Promise<void> {
  for (let time = 0; time < 5; time += 1) await gawai.use(openLimits).take(kind, String(account))
}

/** From now on nobody else may wait: as many as may do, behind a hash that takes as long as a hundred. */
function fill({ gawai }: Newsroom): void {
  const asked = { message: '', nonce: Buffer.alloc(16), tagLength: 32, memory: 19_456, passes: 2, parallelism: 1 }
  const hashing = gawai.use(openHashing)
  const passes = [200, ...Array<number>(20).fill(2)]
  // The end of the program puts them off.
  void Promise.allSettled(passes.map((times) => hashing.hash({ ...asked, passes: times })))
}

describe('a door where it was tried too often', () => {
  it('says so to who signs in or has forgotten a password, and after how long to come again', async (test) => {
    const { newsroom } = await openWithOwner(test)
    const wrong = { email, password: 'lima kuda' }
    for (let time = 0; time < 5; time += 1)
      assert.equal((await stranger(newsroom).post('/newsroom/sign-in/', wrong)).status, 422)
    for (let time = 0; time < 3; time += 1) await stranger(newsroom).post('/newsroom/forgotten/', { email })
    const [slow, forgotten] = [
      await stranger(newsroom).post('/newsroom/sign-in/', { email, password }),
      await stranger(newsroom).post('/newsroom/forgotten/', { email }),
    ]
    assert.deepEqual([slow.status, forgotten.status], [429, 429])
    assert.match(slow.text, /role="alert"[^]*Tunggu 15 menit/)
    const [soon, later] = [slow, forgotten].map(({ headers }) => Number(headers.get('retry-after')))
    assert.ok(soon && soon > quarterHour - 60 && soon <= quarterHour, `${soon}`)
    assert.ok(later && later > 3540 && later <= 3600, `${later}`)
  })

  it('says so to who proves again that it is them: by password, by code, by a new app', async (test) => {
    const { newsroom, owner } = await openWithOwner(test)
    await useUp(newsroom, 'proof', owner)
    await useUp(newsroom, 'code', owner)
    const app = (await owner.get('/newsroom/me/app/')).text
    const begun = /name="begun" value="([\w-]+)"/.exec(app)?.[1] ?? ''
    for (const [path, fields] of [
      ['/newsroom/proof/', { password }],
      ['/newsroom/proof/code/', { code: '123456' }],
      ['/newsroom/me/app/', { begun, code: '123456' }],
    ] as const) {
      const { status, headers } = await owner.post(path, fields)
      const seconds = Number(headers.get('retry-after'))
      assert.ok(status === 429 && seconds > quarterHour - 60 && seconds <= quarterHour, `${path} ${status} ${seconds}`)
    }
  })
})

describe('whoever chooses a password again and again', () => {
  const [name, chosen] = ['Bagas Prakoso', 'lima ekor merpati']

  it('by a link that a name of somebody else leaves unused is put off, and others by their links are not', async (test) => {
    const { newsroom } = await openWithOwner(test)
    const invited = (at: number) =>
      newsroom.gawai.write((unit) =>
        invite(unit, { name, email: `bagas${at}@gawai.example`, lang: 'id', grants: [{ role: 'writer' }] }),
      )
    const [first, second] = [await invited(1), await invited(2)]
    const hash = test.mock.method(newsroom.gawai.use(openHashing), 'hash', async () => Buffer.alloc(32))
    const statuses = new Set<number>()
    for (let time = 0; time < 20; time += 1) {
      const { status } = await stranger(newsroom).post(`/newsroom/enter/${first}/`, {
        name: 'Sari Wening',
        password: chosen,
      })
      statuses.add(status)
    }
    assert.deepEqual([...statuses], [409, 429])
    assert.equal(hash.mock.callCount(), 10)
    assert.equal((await stranger(newsroom).post(`/newsroom/enter/${second}/`, { name, password: chosen })).status, 303)
  })

  it('inside is put off, too', async (test) => {
    const { newsroom, owner } = await openWithOwner(test)
    const hash = test.mock.method(newsroom.gawai.use(openHashing), 'hash', async () => Buffer.alloc(32))
    let last = 0
    for (let time = 0; time < 11; time += 1)
      last = (await owner.post('/newsroom/me/password/', { newPassword: `${chosen} ${time}` })).status
    assert.deepEqual([last, hash.mock.callCount()], [429, 10])
  })
})

describe('a door where too many stand', () => {
  it('puts off whoever signs in, known or not, shows what they typed but the password, and counts no try', async (test) => {
    const { newsroom } = await openWithOwner(test)
    const typed = { password, to: '/newsroom/people/' }
    fill(newsroom)
    const [known, unknown] = [
      await stranger(newsroom).post('/newsroom/sign-in/', { ...typed, email }),
      await stranger(newsroom).post('/newsroom/sign-in/', { ...typed, email: 'nobody.here@gawai.example' }),
    ]
    assert.deepEqual([known.status, known.headers.get('retry-after')], [503, '2'])
    assert.match(
      known.text,
      /role="alert"[^]*Terlalu banyak orang[^]*value="\/newsroom\/people\/"[^]*value="sari\.wening@/,
    )
    assert.doesNotMatch(known.text, new RegExp(password))
    assert.equal(unknown.status, 503)
    assert.deepEqual([...unknown.headers], [...known.headers])
    assert.equal(unknown.text.replace('nobody.here@gawai.example', email), known.text)
    for (let time = 0; time < 6; time += 1)
      assert.equal((await stranger(newsroom).post('/newsroom/sign-in/', { ...typed, email })).status, 503)
    for (const kind of ['account', 'address', 'network'] as const) {
      const key = await siteKey(newsroom.gawai.storage, 'addresses')
      const counted = { account: email, address: '127.0.0.1', network: '127.0.0' }[kind]
      for (let time = 0; time < 5; time += 1)
        assert.equal(await newsroom.gawai.use(openLimits).take(kind, key.mac(counted)), 0, kind)
    }
  })

  it('counts those who came at the same moment, before it asks anything for them', async (test) => {
    const { newsroom } = await openWithOwner(test)
    const taken = test.mock.method(newsroom.gawai.use(openLimits), 'take')
    const asked = { email, password, browser: '' }
    const all = Array.from({ length: 100 }, (_, at) =>
      signIn(newsroom.gawai, { ...asked, email: `${at}@gawai.example`, peer: { address: `192.0.${at}.1` } }),
    )
    const told = await Promise.allSettled(all)
    const compared = told.filter(({ status }) => status === 'fulfilled').length
    const accounts = taken.mock.calls.filter(({ arguments: [kind] }) => kind === 'account').length
    assert.ok(compared > 0 && accounts <= 40, `${accounts} of ${compared}`)
  })

  it('asks the database nothing for it', async (test) => {
    const { newsroom } = await openWithOwner(test)
    fill(newsroom)
    const asked = test.mock.method(newsroom.gawai.db, 'selectFrom')
    assert.equal((await stranger(newsroom).post('/newsroom/sign-in/', { email, password })).status, 503)
    assert.equal(asked.mock.callCount(), 0)
  })

  it('puts off whoever proves that it is them or chooses another password', async (test) => {
    const { newsroom, owner } = await openWithOwner(test)
    fill(newsroom)
    for (const [path, fields] of [
      ['/newsroom/proof/', { password }],
      ['/newsroom/me/password/', { newPassword: 'lima ekor merpati' }],
    ] as const) {
      const { status, headers } = await owner.post(path, fields)
      assert.deepEqual([status, headers.get('retry-after')], [503, '2'], path)
    }
  })
})
