import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import {
  addDevice,
  keepHomeMarkets,
  keepObservations,
  keepProvenance,
  keepShop,
  pricedDevice,
  devicePrices,
  sayAvailability,
} from '#devices'
import { keepOrganisation } from '#organisations'
import { markupOf } from '#platform/html.ts'
import { serveNewsroom } from '#test/reader.ts'
import { readAssets } from '#look/assets.ts'
import { edition } from '../../edition.ts'
import { offersData } from './offers-data.ts'
import { pricesPart } from './prices-section.ts'

const aDay = 86_400_000
const plain = (text: string) => text.replaceAll('\u{a0}', ' ')

async function open(test: TestContext) {
  const newsroom = await serveNewsroom(test)
  const { gawai, clock, ask } = newsroom
  const known = await gawai.write(async (unit) => {
    await keepHomeMarkets(unit)
    const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
    return {
      device: await addDevice(unit, { brand: { id, name: 'Lentera' }, name: 'L2', category: 'phone' }),
      provenance: await keepProvenance(unit, { kind: 'retailer', name: 'Daftar harga' }),
      ours: await keepShop(unit, {
        name: 'Toko Mitra',
        market: 'ID',
        linkTemplate: 'https://mitra.example/?to={url}',
        isAffiliate: true,
        warranty: 'official',
      }),
      other: await keepShop(unit, { name: 'Toko Lain', market: 'ID' }),
      abroad: await keepShop(unit, { name: 'Kedai', market: 'MY' }),
    }
  })
  const { device, provenance, ours } = known
  return {
    ...newsroom,
    ...known,
    see: async (path: string) => plain((await ask(path)).text),
    /** @param days how long ago, and what was asked */
    tell: (
      days: [number, number][],
      { shop = ours, market = 'ID', currency = 'IDR', stock = 'in' as 'in' | 'out' } = {},
    ) =>
      gawai.write((unit) =>
        keepObservations(unit, [
          {
            offer: { device, shop, market, currency, url: `https://toko.example/${shop}` },
            seen: days.map(([ago, amount]) => ({ at: clock.now() - ago * aDay, amount, stock, provenance })),
          },
        ]),
      ),
  }
}

describe('the prices of a device', () => {
  it('stand with shop, warranty, day and source; what the newsroom earns by is marked and said', async (test) => {
    const { tell, see, other } = await open(test)
    await tell([[3, 4_999_000]])
    await tell([[20, 4_000_000]], { shop: other })
    const text = await see('/gawai/lentera-l2/harga/')
    assert.match(
      text,
      /<a href="https:\/\/mitra\.example\/\?to=https%3A%2F%2Ftoko[^"]*" rel="sponsored">Toko Mitra<\/a>\s*<small>tautan afiliasi/,
    )
    assert.match(text, /rel="nofollow">Toko Lain</)
    assert.match(text, /memberi kami komisi/)
    assert.match(
      text,
      /garansi resmi<\/p>\s*<\/th>\s*<td[^>]*>Rp 4\.999\.000<\/td>\s*<td>\s*<time datetime="2026-01-02T/,
    )
    assert.match(text, /Daftar harga/)
    assert.match(text, /class="is-old"[^]*Toko Lain[^]*harga lama, mungkin sudah berubah/)
    // What is old is cheaper, but nobody says that it is what it costs.
    assert.match(text, /Terendah di Indonesia saat ini: Rp 4\.999\.000 di Toko Mitra\./)
    assert.match(
      await see('/en/devices/lentera-l2/prices/id/'),
      /Lowest in Indonesia now: IDR 4,999,000 at Toko Mitra\./,
    )
  })

  it('are another page with the next observation, and say by themselves that they have become old', async (test) => {
    const { tell, see, clock } = await open(test)
    await tell([[0, 4_999_000]])
    await see('/gawai/lentera-l2/harga/')
    await tell([[0, 4_500_000]])
    assert.match(await see('/gawai/lentera-l2/harga/'), /saat ini: Rp 4\.500\.000/)
    clock.move(15 * aDay)
    const text = await see('/gawai/lentera-l2/harga/')
    assert.match(text, /Saat ini tidak ada harga terbaru di Indonesia\./)
    assert.match(text, /harga lama/)
  })

  it('have a history as a picture that says in words what it shows, and as a table', async (test) => {
    const { tell, see } = await open(test)
    await tell([
      [100, 5_000_000],
      [99, 5_000_000],
      [60, 4_000_000],
      [59, 4_000_000],
      [10, 4_500_000],
      [9, 4_400_000],
    ])
    const text = await see('/gawai/lentera-l2/harga/')
    assert.match(text, /<svg class="chart"[^>]*role="img" aria-labelledby="prices-ID-title prices-ID-words"/)
    assert.match(
      text,
      /<desc id="prices-ID-words">Pada 27 September 2025 harganya Rp 5\.000\.000\. Terendah Rp 4\.000\.000 pada 6 November 2025\. Pada 27 Desember 2025 harganya Rp 4\.400\.000\.</,
    )
    const [, path = ''] = /class="chart-line"\s+d="([^"]*)"/.exec(text) ?? []
    // Three stretches of days, the last of which has a step.
    assert.match(path, /^M0 [\d.]+H[\d.]+M[\d.]+ [\d.]+H[\d.]+M[\d.]+ [\d.]+H[\d.]+V[\d.]+H354$/)
    assert.match(text, /Terendah dalam 30 hari<\/dt>\s*<dd>\s*<b>Rp 4\.400\.000<\/b>\s*<time datetime="2025-12-27">/)
    assert.match(text, /Terendah dalam 90 hari<\/dt>\s*<dd>\s*<b>Rp 4\.000\.000<\/b>/)
    assert.match(
      text,
      /<th scope="row">Desember 2025<\/th>\s*<td[^>]*>Rp 4\.400\.000<\/td>\s*<td[^>]*>Rp 4\.500\.000<\/td>/,
    )
    assert.doesNotMatch(text, /style="/)
  })

  it('stand on a page of each market, and lead from each to the others', async (test) => {
    const { tell, see, ask, abroad } = await open(test)
    await tell([[0, 4_999_000]])
    await tell([[0, 129_900]], { shop: abroad, market: 'MY', currency: 'MYR' })
    assert.match(await see('/gawai/lentera-l2/harga/'), /href="\/gawai\/lentera-l2\/harga\/my\/">Malaysia</)
    const text = await see('/gawai/lentera-l2/harga/my/')
    assert.match(text, /MYR 1\.299/)
    assert.match(text, /<link rel="canonical" href="https:\/\/gawai\.example\/gawai\/lentera-l2\/harga\/my\/"/)
    assert.match(text, /href="\/gawai\/lentera-l2\/harga\/us\/">Amerika Serikat</)
    assert.match(await see('/gawai/lentera-l2/harga/us/'), /Belum dijual di Amerika Serikat, sejauh yang kami tahu\./)
    for (const path of ['/gawai/lentera-l2/harga/xx/', '/gawai/lentera-l9/harga/'])
      assert.equal((await ask(path)).status, 404)
  })

  it('are a part of the page of the device: the lowest of each market', async (test) => {
    const { gawai, device, tell, abroad } = await open(test)
    await tell([[0, 4_999_000]])
    await tell([[0, 129_900]], { shop: abroad, market: 'MY', currency: 'MYR' })
    const found = await pricedDevice(gawai, { id: device })
    assert.ok(found)
    const { body } = await pricesPart(edition(gawai, readAssets(), 'id'), found).render()
    const text = plain(typeof body === 'string' ? body : await markupOf(body))
    assert.match(text, />Indonesia<\/a>\s*<b>Rp 4\.999\.000<\/b>[^]*>Malaysia<\/a>\s*<b>MYR 1\.299<\/b>/)
  })

  it('are data of what can be bought today only', async (test) => {
    const { gawai, device, clock, tell, other, abroad } = await open(test)
    await tell([[0, 4_999_000]])
    await tell([[1, 5_100_000]], { shop: other })
    await tell([[20, 129_900]], { shop: abroad, market: 'MY', currency: 'MYR' })
    const { asked } = await devicePrices(gawai, { device, now: clock.now() })
    const [offer, none] = offersData(asked)
    assert.equal(none, undefined)
    assert.deepEqual(offer && { ...offer, offers: undefined }, {
      '@type': 'AggregateOffer',
      lowPrice: '4999000',
      highPrice: '5100000',
      offerCount: 2,
      priceCurrency: 'IDR',
      areaServed: { '@type': 'Country', name: 'ID' },
      offers: undefined,
    })
    assert.match(
      JSON.stringify(offer),
      /"price":"4999000","priceCurrency":"IDR","itemCondition":"https:\/\/schema.org\/NewCondition","availability":"https:\/\/schema.org\/InStock","priceValidUntil":"2026-01-19"/,
    )
  })
})

describe('the feed of a device', () => {
  it('tells when its lowest price changed, in which market, and where it is sold', async (test) => {
    const { gawai, device, provenance, tell, ask, see } = await open(test)
    await tell([
      [5, 5_000_000],
      [4, 5_000_000],
      [3, 4_500_000],
    ])
    const { status, headers } = await ask('/gawai/lentera-l2/feed/')
    assert.deepEqual([status, headers['content-type']], [200, 'application/rss+xml; charset=utf-8'])
    const titles = (text: string) => [...text.matchAll(/<item><title>([^<]*)</g)].map(([, title]) => title)
    assert.deepEqual(titles(await see('/gawai/lentera-l2/feed/')), [
      'Lentera L2: harga terendah Rp 4.500.000 di Indonesia',
      'Lentera L2: harga terendah Rp 5.000.000 di Indonesia',
    ])
    await gawai.write((unit) => sayAvailability(unit, { device, market: 'MY', status: 'on_sale', provenance }))
    assert.equal(
      titles(await see('/gawai/lentera-l2/feed/'))[0],
      'Lentera L2 di Malaysia: dijual (sumber: Daftar harga)',
    )
  })
})

describe('the page of what has become cheaper', () => {
  it('says by how much and since when, for each market', async (test) => {
    const { tell, see, ask } = await open(test)
    assert.match(await see('/gawai/turun-harga/'), /Belum ada yang turun harga\./)
    await tell([
      [20, 5_000_000],
      [10, 5_000_000],
      [2, 4_000_000],
      [0, 4_000_000],
    ])
    const text = await see('/gawai/turun-harga/')
    assert.match(
      text,
      /href="\/gawai\/lentera-l2\/harga\/id\/">Lentera L2<[^]*Rp 4\.000\.000<\/b>\s*<span class="fall">−20%<\/span>\s*<span class="quiet">sebelumnya Rp 5\.000\.000</,
    )
    assert.match(await see('/gawai/turun-harga/my/'), /Belum ada yang turun harga\./)
    assert.match(await see('/en/devices/price-drops/'), /was IDR 5,000,000/)
    assert.equal((await ask('/gawai/turun-harga/xx/')).status, 404)
  })
})
