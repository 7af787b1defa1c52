import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { type Peer } from '#platform/http/peer.ts'
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
async function takeAll(newsroom: Newsroom, kind: 'address' | 'network' | 'account', key: string, times: number) {
  for (let time = 0; time < times; time += 1) await newsroom.gawai.use(openLimits).take(kind, key)
}

describe('a limit', () => {
  it('lets so many tries through and says how long to wait, until its time is over', async (test) => {
    test.mock.timers.enable({ apis: ['Date', 'setTimeout'] })
    const limits = openLimits()
    for (let time = 0; time < 5; time += 1) assert.equal(await limits.take('account', 'a'), 0)
    assert.equal(await limits.wait('account', 'a'), quarterHour / 1000)
    test.mock.timers.tick(quarterHour / 3)
    assert.equal(await limits.take('account', 'a'), ((2 / 3) * quarterHour) / 1000)
    assert.equal(await limits.take('account', 'b'), 0, 'another has their own')
    assert.equal(await limits.take('code', 'a'), 0, 'another kind, too')
    test.mock.timers.tick((2 / 3) * quarterHour)
    assert.equal(await limits.take('account', 'a'), 0)
  })

  it('forgets what was tried longest ago before it remembers more than it has room for', async () => {
    const limits = openLimits()
    for (let time = 0; time < 6; time += 1) await limits.take('account', 'first')
    assert.ok((await limits.wait('account', 'first')) > 0)
    for (let other = 0; other < 19_999; other += 1) await limits.take('account', `other ${other}`)
    assert.ok((await limits.wait('account', 'first')) > 0)
    await limits.take('account', 'one more')
    assert.equal(await limits.wait('account', 'first'), 0)
  })

  it('is whole again when it was forgiven, and gives one try back', async () => {
    const limits = openLimits()
    for (let time = 0; time < 6; time += 1) await limits.take('account', 'a')
    await limits.forgive('account', 'a')
    for (let time = 0; time < 5; time += 1) assert.equal(await limits.take('account', 'a'), 0)
    await limits.giveBack('account', 'a')
    assert.equal(await limits.take('account', 'a'), 0)
    assert.ok((await limits.take('account', 'a')) > 0)
    await limits.giveBack('account', 'nobody')
    assert.equal(await limits.wait('account', 'nobody'), 0)
  })
})

describe('a sign-in', () => {
  it('is refused after five wrong ones for the account, from wherever they came, also with the right password', async (test) => {
    const newsroom = await openWith(test)
    const spelled = [email, ' Sari.Wening@Gawai.EXAMPLE ', email.toUpperCase(), email, email]
    for (const [number, one] of spelled.entries())
      assert.equal(await knock(newsroom, `192.0.${number}.1`, { email: one }), 'wrong')
    assert.equal(await knock(newsroom, '203.0.113.7', { password }), 'slow')
  })

  it('is refused the same way for an account that nobody has', async (test) => {
    const newsroom = await openWith(test)
    const nobody = { email: 'nobody@gawai.example', password }
    const outcomes: string[] = []
    for (let time = 0; time < 6; time += 1) outcomes.push(await knock(newsroom, `192.0.${time}.1`, nobody))
    assert.deepEqual(outcomes, [...Array<string>(5).fill('wrong'), 'slow'])
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
      const key = await (await import('#platform/site-key.ts')).siteKey(newsroom.gawai.storage, 'addresses')
      await takeAll(newsroom, kind, key.mac(kind === 'address' ? '192.0.2.1' : '192.0.2'), mostTries)
      for (let time = 0; time < 6; time += 1) assert.equal(await knock(newsroom, '192.0.2.1', { password }), 'slow')
      assert.equal(await knock(newsroom, other, { password }), 'in', 'nor are the tries of the account used up')
    })

  it('takes the addresses of a /48 for one network', async (test) => {
    const newsroom = await openWith(test)
    const key = await (await import('#platform/site-key.ts')).siteKey(newsroom.gawai.storage, 'addresses')
    await takeAll(newsroom, 'network', key.mac('2001:db8:1'), 100)
    assert.equal(await knock(newsroom, '2001:db8:1:ffff::9', { password }), 'slow')
    assert.equal(await knock(newsroom, '2001:db8:2::9', { password }), 'in')
  })
})
