import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import {
  addDevice,
  keepHomeMarkets,
  keepObservations,
  keepProvenance,
  keepShop,
  mergeDevices,
  sayAvailability,
} from '#devices'
import { keepOrganisation } from '#organisations'
import { confirm, ownSubscriptions, unsubscribe } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { lettersIn, linkIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'

const anHour = 3_600_000

/** Does everything that follows from what was written. */
async function follow(gawai: Gawai): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
  }
}

/** Currencies are joined to their numbers. */
const plain = (text: string) => text.replaceAll('\u{a0}', ' ')

async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, clock, data, fetch } = newsroom
  await gawai.jobs.start()
  test.after(() => gawai.jobs.stop())
  const known = await gawai.write(async (unit) => {
    await keepHomeMarkets(unit)
    const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
    return {
      device: await addDevice(unit, { brand: { id, name: 'Lentera' }, name: 'L2', category: 'phone' }),
      shop: await keepShop(unit, { name: 'Toko Gawai', market: 'ID', warranty: 'official' }),
      provenance: await keepProvenance(unit, { kind: 'retailer', name: 'Toko Gawai' }),
    }
  })
  const { device, shop, provenance } = known
  const letters = async () => (await lettersIn(data)).filter(({ headers }) => headers.has('list-unsubscribe'))
  return {
    ...newsroom,
    ...known,
    letters,
    /** A shop is seen to ask that, an hour later. */
    async price(amount: number) {
      clock.move(anHour)
      const seen = [{ at: clock.now(), amount, stock: 'in' as const, provenance }]
      await gawai.write((unit) =>
        keepObservations(unit, [{ offer: { device, shop, market: 'ID', currency: 'IDR' }, seen }]),
      )
      await follow(gawai)
    },
    async ask(fields: Record<string, string>, path = '/langganan/gawai/') {
      const body = new URLSearchParams({ device: String(device), market: 'ID', kind: 'below', ...fields })
      const response = await fetch(
        new Request(new URL(path, gawai.origin), { method: 'POST', body, headers: { origin: gawai.origin } }),
      )
      await follow(gawai)
      return { status: response.status, location: response.headers.get('location'), text: await response.text() }
    },
    async sayYes(address: string) {
      const letter = (await lettersIn(data)).findLast(({ to }) => to === address)
      const token = letter ? (linkIn(letter, '/(?:saya|mine)/').split('/').at(-2) ?? '') : ''
      const own = await ownSubscriptions(gawai, token)
      await confirm(gawai, { token, which: (own?.waiting ?? []).map(({ id }) => id) })
      await follow(gawai)
      return (own?.waiting ?? []).map(({ name }) => plain(name))
    },
  }
}

describe('an alert of a price', () => {
  it('goes out once when it falls so far, and again only after it was higher', async (test) => {
    const { ask, sayYes, price, letters } = await open(test)
    await price(5_000_000)
    const { status, location } = await ask({ price: 'Rp 4.500.000', address: 'wulan@news.example' })
    assert.deepEqual<unknown>([status, location], [303, '/langganan/surat/'])
    assert.deepEqual(await sayYes('wulan@news.example'), ['Lentera L2 di Indonesia: Rp 4.500.000 atau kurang'])
    for (const amount of [4_600_000, 4_500_000, 4_400_000, 4_400_000]) await price(amount)
    assert.deepEqual(
      (await letters()).map(({ to, subject }) => [to, plain(subject)]),
      [['wulan@news.example', 'Lentera L2: Rp 4.500.000 di Indonesia']],
    )
    await price(4_700_000)
    await price(4_300_000)
    assert.equal((await letters()).length, 2)
  })

  it('says who asks what, leads to the page of the prices, and ends with one click', async (test) => {
    const { gawai, ask, sayYes, price, letters } = await open(test)
    await ask({ price: '4500000', address: 'wulan@news.example' }, '/subscriptions/devices/')
    await sayYes('wulan@news.example')
    await price(4_000_000)
    const [letter] = await letters()
    assert.match(letter?.text ?? '', /has fallen to IDR\s4,500,000 or less/)
    assert.match(letter?.text ?? '', /Lowest IDR\s4,000,000 at Toko Gawai, seen on 5 January 2026/)
    assert.ok(letter?.text.includes(`${gawai.origin}/en/devices/lentera-l2/prices/id/`))
    await unsubscribe(gawai, letter ? (linkIn(letter, '/end/').split('/').at(-2) ?? '') : '')
    await price(5_000_000)
    await price(4_000_000)
    assert.equal((await letters()).length, 1)
    assert.deepEqual(await gawai.db.selectFrom('device_alert').selectAll().execute(), [])
  })

  it('goes to nobody who has not said yes, and at once to who says it after it came true', async (test) => {
    const { ask, sayYes, price, letters } = await open(test)
    await ask({ price: '4500000', address: 'wulan@news.example' })
    await price(4_000_000)
    assert.deepEqual(await letters(), [])
    await sayYes('wulan@news.example')
    await price(3_900_000)
    assert.equal((await letters()).length, 1)
  })

  it('tells hundreds of readers once each, also when it is told twice', async (test) => {
    const { gawai, ask, sayYes, price, letters } = await open(test)
    await ask({ price: '4500000', address: 'wulan@news.example' })
    await sayYes('wulan@news.example')
    const { subject } = await gawai.db.selectFrom('subscription').select('subject').executeTakeFirstOrThrow()
    await gawai.write(async (unit) => {
      for (let number = 0; number < 230; number += 1) {
        const [id, address] = [unit.newId(), `reader${number}@news.example`]
        const row = { id, channel: 'mail' as const, address, address_key: address, asked_at: 0, unknown_at: null }
        await unit.tx.insertInto('subscriber').values(row).execute()
        const follows = { subject, name: 'L2', lang: 'id' as const, asked_at: unit.now, confirmed_at: unit.now }
        await unit.tx
          .insertInto('subscription')
          .values({ id: unit.newId(), subscriber_id: id, ...follows })
          .execute()
      }
    })
    await price(4_000_000)
    const { met_at } = await gawai.db.selectFrom('device_alert').select('met_at').executeTakeFirstOrThrow()
    await gawai.write(async (unit) => unit.tell({ kind: 'device.alert', subject, metAt: met_at ?? 0 }))
    await follow(gawai)
    const receivers = (await letters()).map(({ to }) => to)
    assert.equal(receivers.length, 231)
    assert.equal(new Set(receivers).size, 231)
  })

  it('is about the device that its device became', async (test) => {
    const { gawai, device, ask, sayYes, price, letters } = await open(test)
    const older = await gawai.write(async (unit) => {
      const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company' })
      return addDevice(unit, { brand: { id, name: 'Lentera' }, name: 'L Two', category: 'phone' })
    })
    await ask({ device: String(older), price: '4500000', address: 'wulan@news.example' })
    await sayYes('wulan@news.example')
    await price(5_000_000)
    await gawai.write((unit) => mergeDevices(unit, { from: older, into: device }))
    await price(4_400_000)
    assert.deepEqual(
      (await letters()).map(({ subject }) => plain(subject)),
      ['Lentera L2: Rp 4.400.000 di Indonesia'],
    )
  })

  it('is refused without a price, without an address, and when there is nothing to wait for', async (test) => {
    const { ask, price, data } = await open(test)
    await price(4_000_000)
    const words = async (fields: Record<string, string>) => {
      const { status, text } = await ask(fields)
      return [status, /role="alert">\s*([^<]*?)\s*</.exec(text)?.[1]]
    }
    assert.deepEqual(await words({ price: 'murah', address: 'a@news.example' }), [
      422,
      '“murah” bukan harga: tulis angka, misalnya 4.500.000',
    ])
    assert.deepEqual(await words({ price: '4.000.000', address: 'a@news.example' }), [
      422,
      'Harga terendah di Indonesia sudah segitu atau kurang: tulis harga yang lebih rendah',
    ])
    assert.deepEqual(await words({ kind: 'on_sale', address: 'a@news.example' }), [
      422,
      'Gawai ini sudah dijual di Indonesia',
    ])
    assert.equal((await words({ price: '3000000', address: 'a' }))[0], 422)
    assert.equal((await ask({ price: '3000000', address: 'a@news.example', market: 'XX' })).status, 404)
    assert.deepEqual(await lettersIn(data), [])
  })

  it('is taken from no other site', async (test) => {
    const { gawai, fetch, device } = await open(test)
    const body = new URLSearchParams({
      device: String(device),
      market: 'ID',
      kind: 'on_sale',
      address: 'a@news.example',
    })
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    const response = await fetch(new Request(`${gawai.origin}/langganan/gawai/`, { method: 'POST', body, headers }))
    assert.equal(response.status, 403)
  })
})

describe('an alert of a sale', () => {
  it('goes out when somebody says that it is sold there, not when it is elsewhere', async (test) => {
    const { gawai, ask, sayYes, letters, device, provenance } = await open(test)
    await ask({ market: 'US', kind: 'on_sale', address: 'wulan@news.example' })
    await sayYes('wulan@news.example')
    const say = async (market: string, status: 'announced' | 'on_sale') => {
      await gawai.write((unit) => sayAvailability(unit, { device, market, status, provenance }))
      await follow(gawai)
    }
    await say('US', 'announced')
    await say('ID', 'on_sale')
    assert.deepEqual(await letters(), [])
    await say('US', 'on_sale')
    assert.deepEqual(
      (await letters()).map(({ subject }) => plain(subject)),
      ['Lentera L2 sudah dijual di Amerika Serikat'],
    )
  })

  it('goes out when a shop has it', async (test) => {
    const { ask, sayYes, letters, price } = await open(test)
    await ask({ kind: 'on_sale', address: 'wulan@news.example' })
    await sayYes('wulan@news.example')
    await price(4_000_000)
    await price(4_100_000)
    assert.equal((await letters()).length, 1)
  })
})
