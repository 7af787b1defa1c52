import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { Peer } from '#platform/http/peer.ts'
import { siteKey } from '#platform/site-key.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'
import { openLimits } from './limits.ts'
import { hashPassword } from './password.ts'
import { signIn } from './sign-in.ts'

const quarterHour = 15 * 60 * 1000
const password = 'tiga ekor merpati'
const email = 'sari.wening@gawai.example'

async function openWith(test: TestContext): Promise<Newsroom> {
  const newsroom = await openNewsroom(test)
  await visitorOf(newsroom, { email, password: await hashPassword(newsroom.gawai, password) })
  return newsroom
}

const knock = async (
  { gawai }: Newsroom,
  address: Peer['address'],
  given: { email?: string; password?: string } = {},
) => (await signIn(gawai, { email, password: '', peer: { address }, browser: '', ...given })).outcome

/** Uses up tries without comparing any password. */
async function takeAll(newsroom: Newsroom, kind: 'address' | 'network', key: string, times: number) {
  for (let time = 0; time < times; time += 1) await newsroom.gawai.use(openLimits).take(kind, key)
}

describe('a limit', () => {
  it('lets so many tries through and says how long to wait, until its time is over', async (test) => {
    test.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
    const limits = openLimits()
    for (let time = 0; time < 5; time += 1) assert.equal(await limits.take('code', 'a'), 0)
    assert.equal(await limits.wait('code', 'a'), quarterHour / 1000)
    test.mock.timers.tick(quarterHour / 3)
    assert.equal(await limits.take('code', 'a'), ((2 / 3) * quarterHour) / 1000)
    assert.equal(await limits.take('code', 'b'), 0, 'another has their own')
    assert.equal(await limits.take('proof', 'a'), 0, 'another kind, too')
    test.mock.timers.tick((2 / 3) * quarterHour)
    assert.equal(await limits.take('code', 'a'), 0)
  })

  it('forgets what was tried longest ago before it remembers more than it has room for', async () => {
    const limits = openLimits()
    for (let time = 0; time < 6; time += 1) await limits.take('code', 'first')
    assert.ok((await limits.wait('code', 'first')) > 0)
    for (let other = 0; other < 19_999; other += 1) await limits.take('code', `other ${other}`)
    assert.ok((await limits.wait('code', 'first')) > 0)
    await limits.take('code', 'one more')
    assert.equal(await limits.wait('code', 'first'), 0)
  })

  it('is whole again when it was forgiven, and gives one try back', async () => {
    const limits = openLimits()
    for (let time = 0; time < 6; time += 1) await limits.take('code', 'a')
    await limits.forgive('code', 'a')
    for (let time = 0; time < 5; time += 1) assert.equal(await limits.take('code', 'a'), 0)
    await limits.giveBack('code', 'a')
    assert.equal(await limits.take('code', 'a'), 0)
    assert.ok((await limits.take('code', 'a')) > 0)
    await limits.giveBack('code', 'nobody')
    assert.equal(await limits.wait('code', 'nobody'), 0)
  })
})

describe('the limit of an account', () => {
  it('pauses longer after each try beyond the first ones, a quarter of an hour at most', async (test) => {
    test.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
    const limits = openLimits()
    for (let time = 0; time < 25; time += 1) assert.equal(await limits.take('account', 'a'), 0)
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      assert.equal(await limits.take('account', 'a'), minutes * 60)
      test.mock.timers.tick(minutes * 60_000)
      assert.equal(await limits.take('account', 'a'), 0)
    }
  })

  it('lets no more than 125 through in a day, however steadily somebody tries', async (test) => {
    test.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
    for (const atOnce of [1, 5, 24]) {
      const limits = openLimits()
      let through = 0
      for (let minute = 0; minute < 24 * 60; minute += 1) {
        for (let time = 0; time < atOnce; time += 1) if ((await limits.take('account', 'a')) === 0) through += 1
        test.mock.timers.tick(60_000)
      }
      assert.ok(through > 100 && through <= 125, `${through}`)
    }
  })

  it('lets one through behind a pause, however many come at once', async (test) => {
    test.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
    const limits = openLimits()
    const rush = async () => {
      const waits = await Promise.all(Array.from({ length: 40 }, () => limits.take('account', 'a')))
      return waits.filter((seconds) => seconds === 0).length
    }
    assert.equal(await rush(), 25)
    for (const minutes of [1, 2, 4]) {
      test.mock.timers.tick(minutes * 60_000 - 1000)
      assert.equal(await rush(), 0)
      test.mock.timers.tick(1000)
      assert.equal(await rush(), 1)
    }
  })

  it('begins no pause by a try that is given back', async () => {
    const limits = openLimits()
    for (let time = 0; time < 24; time += 1) await limits.take('account', 'a')
    for (let time = 0; time < 3; time += 1) {
      assert.equal(await limits.take('account', 'a'), 0)
      await limits.giveBack('account', 'a')
    }
  })
})

describe('a sign-in', () => {
  it('is refused after five wrong ones for the account from one network, there also with the right password', async (test) => {
    const newsroom = await openWith(test)
    const spelled = [email, ' Sari.Wening@Gawai.EXAMPLE ', email.toUpperCase(), email, email]
    for (const [number, one] of spelled.entries())
      assert.equal(await knock(newsroom, `192.0.2.${number}`, { email: one }), 'wrong')
    assert.equal(await knock(newsroom, '192.0.2.99', { password }), 'slow')
    assert.equal(await knock(newsroom, '203.0.113.7', { password }), 'in', 'a stranger elsewhere keeps nobody out')
  })

  it('is refused from everywhere new once many networks have been wrong together, but not where the account was in before', async (test) => {
    const newsroom = await openWith(test)
    assert.equal(await knock(newsroom, '203.0.113.7', { password }), 'in')
    const outcomes = new Set<string>()
    for (let time = 0; time < 25; time += 1) outcomes.add(await knock(newsroom, `192.0.${time}.1`))
    assert.deepEqual([...outcomes], ['wrong'])
    assert.equal(await knock(newsroom, '198.51.100.1', { password }), 'slow')
    assert.equal(await knock(newsroom, '203.0.113.8', { password }), 'slow', 'a neighbour is not them')
    for (let time = 0; time < 4; time += 1) assert.equal(await knock(newsroom, '203.0.113.7'), 'wrong')
    assert.equal(await knock(newsroom, '203.0.113.7', { password }), 'in')
    assert.equal(await knock(newsroom, '198.51.100.1', { password }), 'slow', 'nor does that help a stranger')
    for (let time = 0; time < 5; time += 1) assert.equal(await knock(newsroom, '203.0.113.7'), 'wrong')
    assert.equal(await knock(newsroom, '203.0.113.7', { password }), 'slow', 'they have five of their own')
  })

  it('is refused the same way for an account that nobody has', async (test) => {
    const newsroom = await openWith(test)
    const nobody = { email: 'nobody@gawai.example', password }
    const outcomes: string[] = []
    for (let time = 0; time < 6; time += 1) outcomes.push(await knock(newsroom, '192.0.2.1', nobody))
    assert.deepEqual(outcomes, [...Array<string>(5).fill('wrong'), 'slow'])
    for (let time = 0; time < 20; time += 1) await knock(newsroom, `198.51.${time}.1`, nobody)
    assert.equal(await knock(newsroom, '203.0.113.7', nobody), 'slow')
  })

  it('is not counted against the account, its address or its network when it was right', async (test) => {
    const newsroom = await openWith(test)
    for (let time = 0; time < 4; time += 1) await knock(newsroom, '192.0.2.1')
    assert.equal(await knock(newsroom, '192.0.2.1', { password }), 'in')
    for (let time = 0; time < 5; time += 1) assert.equal(await knock(newsroom, '192.0.2.1'), 'wrong')
    assert.equal(await knock(newsroom, '192.0.2.1'), 'slow')
  })

  for (const [what, kind, mostTries, other] of [
    ['address', 'address', 30, '192.0.2.2'],
    ['network', 'network', 100, '192.0.3.1'],
  ] as const)
    it(`is refused for every account once its ${what} has had its tries, and for no other ${what}`, async (test) => {
      const newsroom = await openWith(test)
      const key = await siteKey(newsroom.gawai.storage, 'addresses')
      await takeAll(newsroom, kind, key.mac(kind === 'address' ? '192.0.2.1' : '192.0.2'), mostTries)
      for (let time = 0; time < 6; time += 1) assert.equal(await knock(newsroom, '192.0.2.1', { password }), 'slow')
      assert.equal(await knock(newsroom, other, { password }), 'in', 'nor are the tries of the account used up')
    })

  it('takes the addresses of a /48 for one network', async (test) => {
    const newsroom = await openWith(test)
    const key = await siteKey(newsroom.gawai.storage, 'addresses')
    await takeAll(newsroom, 'network', key.mac('2001:db8:1'), 100)
    assert.equal(await knock(newsroom, '2001:db8:1:ffff::9', { password }), 'slow')
    assert.equal(await knock(newsroom, '2001:db8:2::9', { password }), 'in')
  })
})
