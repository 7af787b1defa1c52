import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import fc from 'fast-check'
import {
  askForLink,
  confirm,
  endOwn,
  erase,
  ownSubscriptions,
  subscribe,
  subscribersOf,
  unsubscribe,
  unsubscribeAll,
} from '#people'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { lettersIn, linkIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'

const anHour = 60 * 60 * 1000
const subjects = ['thread:17', 'device:3:price<4500000'] as const
const addresses = ['wulan@news.example', 'hanif@news.example'] as const

async function open(test: TestContext) {
  const { gawai, clock, data } = await openNewsroom(test)
  const letters = async () => {
    clock.move(1)
    await gawai.jobs.settle()
    return lettersIn(data)
  }
  return {
    gawai,
    clock,
    letters,
    async ask(address: string = addresses[0], subject: string = subjects[0]) {
      await subscribe(gawai, { address, subject, name: `Kabar ${subject}`, lang: 'id' })
      await gawai.jobs.settle()
    },
    async list(address: string) {
      await askForLink(gawai, { address, lang: 'id' })
      await gawai.jobs.settle()
    },
    /** The token of the newest link that an address was sent. */
    async link(address: string = addresses[0]) {
      const letter = (await letters()).findLast(({ to }) => to === address)
      return letter && (linkIn(letter, '/langganan/saya/').split('/').at(-2) ?? '')
    },
    async yes(token: string) {
      const own = await ownSubscriptions(gawai, token)
      await confirm(gawai, { token, which: (own?.waiting ?? []).map(({ id }) => id) })
    },
    async following(subject: string = subjects[0]) {
      return (await subscribersOf(gawai, subject, { limit: 10 })).map(({ address }) => address)
    },
    async endToken(address: string, subject: string) {
      const all = await subscribersOf(gawai, subject, { limit: 10 })
      return all
        .find((one) => one.address === address)
        ?.unsubscribe.split('/')
        .at(-2)
    },
  }
}

describe('a subscription', () => {
  it('begins when the owner of the address says so, and not before', async (test) => {
    const { ask, letters, link, yes, following } = await open(test)
    await ask()
    const [letter] = await letters()
    assert.equal(letter?.to, addresses[0])
    assert.match(letter?.text ?? '', /- Kabar thread:17\s/)
    assert.equal(letter?.headers.get('list-unsubscribe'), undefined)
    assert.deepEqual(await following(), [])
    await yes((await link()) ?? '')
    assert.deepEqual(await following(), [addresses[0]])
  })

  it('is confirmed as it was seen: what somebody else asked for meanwhile still waits', async (test) => {
    const { gawai, ask, link, following } = await open(test)
    await ask()
    const token = (await link()) ?? ''
    const seen = await ownSubscriptions(gawai, token)
    await ask(addresses[0], subjects[1])
    await confirm(gawai, { token, which: (seen?.waiting ?? []).map(({ id }) => id) })
    assert.deepEqual([await following(subjects[0]), await following(subjects[1])], [[addresses[0]], []])
  })

  it('cannot be confirmed or ended by the link of somebody else', async (test) => {
    const { gawai, ask, link, yes, following } = await open(test)
    await ask()
    await ask(addresses[1])
    const [first = '', second = ''] = [await link(), await link(addresses[1])]
    const mine = (await ownSubscriptions(gawai, first))?.waiting.map(({ id }) => id) ?? []
    await confirm(gawai, { token: second, which: mine })
    assert.deepEqual(await following(), [])
    await yes(first)
    await endOwn(gawai, { token: second, which: mine })
    assert.deepEqual(await following(), [addresses[0]])
  })

  it('has links that are random, kept as digests, and die after a week', async (test) => {
    const { gawai, ask, link, clock } = await open(test)
    await ask()
    const token = (await link()) ?? ''
    assert.match(token, /^[\w-]{43}$/)
    const kept = await gawai.db.selectFrom('subscriber_link').selectAll().execute()
    assert.ok(kept.length === 1 && !JSON.stringify(kept).includes(token))
    clock.move(7 * 24 * anHour)
    assert.equal(await ownSubscriptions(gawai, token), undefined)
    await assert.rejects(confirm(gawai, { token, which: [] }), NotFound)
    await assert.rejects(endOwn(gawai, { token: 'x', which: 'all' }), NotFound)
  })

  it('ends by the token of its letters, however often, and by no other', async (test) => {
    const { gawai, ask, link, yes, following, endToken } = await open(test)
    await ask()
    await yes((await link()) ?? '')
    const token = (await endToken(addresses[0], subjects[0])) ?? ''
    const [id, mac] = [token.slice(0, token.indexOf('-')), token.slice(token.indexOf('-') + 1)]
    for (const other of ['', 'x', `${Number(id) + 1}-${mac}`, `0${token}`, `${token}x`, `${id}-${'A'.repeat(43)}`]) {
      await unsubscribe(gawai, other)
      await unsubscribeAll(gawai, other)
    }
    assert.deepEqual(await following(), [addresses[0]])
    await unsubscribe(gawai, token)
    await unsubscribe(gawai, token)
    assert.deepEqual(await following(), [])
  })

  it('is not sent where nobody lives, until somebody there confirms again', async (test) => {
    const { gawai, ask, link, yes, following, clock } = await open(test)
    await ask()
    await yes((await link()) ?? '')
    await gawai.write(async (unit) => unit.tell({ kind: 'mail.unknown', address: 'Wulan@news.example' }))
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
    assert.deepEqual(await following(), [])
    clock.move(anHour)
    await ask()
    await yes((await link()) ?? '')
    assert.deepEqual(await following(), [addresses[0]])
  })

  it('is refused for what is no address, before anything is written', async (test) => {
    const { gawai, ask, letters } = await open(test)
    await assert.rejects(ask('wulan'), Invalid)
    await assert.rejects(askForLink(gawai, { address: 'a@b.example\r\nBcc: c@d.example', lang: 'id' }), Invalid)
    assert.deepEqual(await letters(), [])
  })

  it('of whom nothing is followed is forgotten at night, and what nobody confirmed after a week', async (test) => {
    const { gawai, ask, clock } = await open(test)
    const count = async () => (await gawai.db.selectFrom('subscriber').select('id').execute()).length
    await gawai.jobs.start()
    test.after(() => gawai.jobs.stop())
    await ask()
    const night = async () => {
      clock.move(24 * anHour)
      await gawai.jobs.settle()
    }
    await night()
    assert.equal(await count(), 1)
    for (let day = 0; day < 7; day += 1) await night()
    assert.equal(await count(), 0)
  })

  it('is looked up after the answer, and lies sealed until then', async (test) => {
    const { gawai, letters } = await open(test)
    await subscribe(gawai, { address: addresses[0], subject: subjects[0], name: 'Kabar', lang: 'id' })
    await askForLink(gawai, { address: addresses[1], lang: 'id' })
    assert.deepEqual(await gawai.db.selectFrom('subscriber').select('id').execute(), [])
    const kept = await gawai.db.selectFrom('job').select('payload').where('kind', '=', 'subscription-asked').execute()
    assert.equal(kept.length, 2)
    assert.doesNotMatch(JSON.stringify(kept), /news\.example|thread/)
    assert.deepEqual(
      (await letters()).map(({ to }) => to),
      [addresses[0]],
    )
  })

  it('is written about three times a day to an address of which nobody has said that it is theirs, whatever for', async (test) => {
    const { ask, list, letters, clock, link, yes } = await open(test)
    const sent = async () => (await letters()).length
    for (let hour = 0; hour < 12; hour += 1) {
      await (hour % 2 === 0 ? ask(addresses[0], `thread:${hour}`) : list(addresses[0]))
      clock.move(anHour)
    }
    assert.equal(await sent(), 3)
    clock.move(12 * anHour)
    await ask()
    assert.equal(await sent(), 4)
    await yes((await link()) ?? '')
    for (let hour = 0; hour < 4; hour += 1) {
      await list(addresses[0])
      clock.move(anHour)
    }
    assert.equal(await sent(), 8, 'whoever has confirmed may ask')
  })

  it('of an address that is written to too often is not forgotten before the day is over', async (test) => {
    const { gawai, ask, letters, clock, link } = await open(test)
    await gawai.jobs.start()
    test.after(() => gawai.jobs.stop())
    for (let times = 0; times < 3; times += 1) {
      await ask()
      clock.move(anHour)
    }
    // From one in the afternoon to after the night's cleaning, nobody follows anything.
    await endOwn(gawai, { token: (await link()) ?? '', which: 'all' })
    clock.move(17 * anHour)
    await gawai.jobs.settle()
    await ask()
    assert.equal((await letters()).length, 3)
  })

  it('is given page by page, each subscriber once', async (test) => {
    const { gawai, ask, link, yes } = await open(test)
    const all = Array.from({ length: 7 }, (_, number) => `reader${number}@news.example`)
    for (const address of all) {
      await ask(address)
      await yes((await link(address)) ?? '')
    }
    const seen: string[] = []
    for (let after = 0, isFirst = true; isFirst || after > 0; isFirst = false) {
      const page = await subscribersOf(gawai, subjects[0], { after, limit: 3 })
      seen.push(...page.map(({ address }) => address))
      after = page.at(-1)?.subscription ?? 0
    }
    assert.deepEqual(seen, all)
  })
})

/** What may happen to the subscriptions of an address. */
type Step =
  | { kind: 'ask' | 'end'; address: string; subject: string }
  | { kind: 'yes' | 'list' | 'end all' | 'end own' | 'erase'; address: string }
  | { kind: 'wait' }

interface Expected {
  waiting: Set<string>
  confirmed: Set<string>
  mayAskAt: number
  letters: number
  hasLink: boolean
  /** Since it was erased; no run takes a day. */
  links: number
}

const nobody = (): Expected => ({
  waiting: new Set(),
  confirmed: new Set(),
  mayAskAt: 0,
  letters: 0,
  hasLink: false,
  links: 0,
})

describe('subscriptions, whatever happens to them in whatever order,', () => {
  it('are followed when confirmed and not ended, and an address gets one link an hour until somebody opens it, three a day before', async (test) => {
    const { gawai, clock, ask, list, link, yes, following, letters, endToken } = await open(test)
    const address = fc.constantFrom(...addresses)
    const subject = fc.constantFrom(...subjects)
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ kind: fc.constantFrom('ask' as const, 'ask' as const, 'end' as const), address, subject }),
      fc.record({
        kind: fc.constantFrom('yes', 'yes', 'list', 'end all', 'end own', 'erase'),
        address,
      }) as fc.Arbitrary<Step>,
      fc.record({ kind: fc.constant('wait' as const) }),
    )
    const sends = (one: Expected) => {
      if (clock.now() < one.mayAskAt || (one.confirmed.size === 0 && one.links >= 3)) return
      one.links += 1
      one.mayAskAt = clock.now() + anHour
      one.letters += 1
      one.hasLink = true
    }
    const take = async (one: Expected, happens: Exclude<Step, { kind: 'wait' }>) => {
      const { kind, address: who } = happens
      switch (kind) {
        case 'ask':
          if (!one.confirmed.has(happens.subject)) one.waiting.add(happens.subject)
          sends(one)
          return ask(who, happens.subject)
        case 'list':
          if (one.waiting.size + one.confirmed.size > 0) sends(one)
          return list(who.toUpperCase())
        case 'yes':
          if (!one.hasLink) return
          for (const name of one.waiting) one.confirmed.add(name)
          one.waiting.clear()
          one.mayAskAt = 0
          return yes((await link(who)) ?? '')
        case 'end': {
          const token = await endToken(who, happens.subject)
          one.confirmed.delete(happens.subject)
          return unsubscribe(gawai, token ?? 'none')
        }
        case 'end all': {
          const token = (await endToken(who, subjects[0])) ?? (await endToken(who, subjects[1]))
          if (token !== undefined) Object.assign(one, { waiting: new Set(), confirmed: new Set() })
          return unsubscribeAll(gawai, token ?? 'none')
        }
        case 'end own':
          if (!one.hasLink) return
          Object.assign(one, { waiting: new Set(), confirmed: new Set() })
          return endOwn(gawai, { token: (await link(who)) ?? '', which: 'all' })
        case 'erase':
          Object.assign(one, { ...nobody(), letters: one.letters })
          return gawai.write((unit) => erase(unit, who))
      }
    }
    let before = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        for (const who of addresses) await gawai.write((unit) => erase(unit, who))
        const expected = new Map(addresses.map((who): [string, Expected] => [who, nobody()]))
        for (const happens of steps) {
          if (happens.kind === 'wait') clock.move(anHour / 2)
          else await take(expected.get(happens.address) ?? nobody(), happens)
        }
        for (const name of subjects)
          assert.deepEqual(
            (await following(name)).toSorted(),
            addresses.filter((who) => expected.get(who)?.confirmed.has(name)).toSorted(),
          )
        const sent = (await letters()).length
        assert.equal(
          sent - before,
          [...expected.values()].reduce((sum, one) => sum + one.letters, 0),
        )
        before = sent
      }),
      { numRuns: 40 },
    )
  })
})
