import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import {
  addDevice,
  keepHomeMarkets,
  keepObservations,
  keepProvenance,
  readValue,
  type SpecificationName,
  sayOf,
} from '#devices'
import { keepOrganisation } from '#organisations'
import { fillCatalogue } from '#test/catalogue.ts'
import type { Newsroom } from '#test/newsroom.ts'
import { serveNewsroom } from '#test/reader.ts'

/** What a maker says of a device of Lentera. */
const add = (
  { gawai }: Pick<Newsroom, 'gawai'>,
  name: string,
  facts: Partial<Record<SpecificationName, string>> = {},
) =>
  gawai.write(async (unit) => {
    const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
    const device = await addDevice(unit, {
      brand: { id, name: 'Lentera' },
      name,
      category: 'phone',
      released: '2025-03',
    })
    const provenance = await keepProvenance(unit, { kind: 'maker', name: 'Lentera' })
    for (const [fact, raw] of Object.entries(facts)) {
      const value = readValue(fact as SpecificationName, raw) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the keys of the type
      await sayOf(unit, { device, name: fact as SpecificationName, values: [value ?? { raw }], provenance }) // oxlint-disable-line typescript/no-unsafe-type-assertion -- as above
    }
    return device
  })

async function openDevices(test: TestContext) {
  const newsroom = await serveNewsroom(test)
  await add(newsroom, 'L1', { battery: '4100 mAh', has_nfc: 'yes' })
  await add(newsroom, 'L2', { battery: '5200 mAh', has_nfc: 'no' })
  return newsroom
}

const namesIn = (text: string) => Array.from(text.matchAll(/<h2><a href="[^"]*">([^<]*)</g), ([, name]) => name)
const hrefOf = (text: string, words: string) =>
  new RegExp(`href="([^"]*)"[^>]*>\\s*${words}`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('the page of all devices', () => {
  it('is kept, shows what is written at once, and answers whatever stands behind a question mark with itself', async (test) => {
    const newsroom = await openDevices(test)
    const { ask } = newsroom
    assert.deepEqual(namesIn((await ask('/gawai/')).text), ['Lentera L1', 'Lentera L2'])
    assert.deepEqual(namesIn((await ask('/gawai/?merek=rimba')).text), ['Lentera L1', 'Lentera L2'])
    await add(newsroom, 'L3')
    const { text } = await ask('/gawai/')
    assert.deepEqual(namesIn(text), ['Lentera L1', 'Lentera L2', 'Lentera L3'])
    assert.match(text, /<link rel="canonical" href="https:\/\/gawai\.example\/gawai\/"/)
    assert.doesNotMatch(text, /noindex/)
    assert.match((await ask('/en/devices/')).text, /<h1>Find a device<\/h1>/)
  })

  it('leads by plain links to fewer, and from each filter back', async (test) => {
    const { ask } = await openDevices(test)
    const { text } = await ask('/gawai/')
    const nfc = hrefOf(text, 'Ya<span>1')
    assert.equal(nfc, '/gawai/saring/?nfc=1')
    const narrowed = await ask(nfc)
    assert.deepEqual(namesIn(narrowed.text), ['Lentera L1'])
    assert.match(narrowed.text, /<p role="status" class="quiet">\s*1 gawai\s*<\/p>/)
    assert.equal(hrefOf(narrowed.text, 'NFC: Ya ×'), '/gawai/')
    const both = await ask('/gawai/saring/?baterai=5000&nfc=1')
    assert.match(both.text, /Tidak ada gawai yang memenuhi semua saringan ini\./)
    assert.equal(hrefOf(both.text, 'Tanpa “Baterai: mulai 5.000 mAh” ada 1 gawai'), '/gawai/saring/?nfc=1')
    assert.equal(hrefOf(both.text, 'Tanpa “NFC: Ya” ada 1 gawai'), '/gawai/saring/?baterai=5000')
  })

  it('may be found with few filters under one address, and not with many, with words, or with nothing in it', async (test) => {
    const { ask } = await openDevices(test)
    const headOf = async (query: string) => (await ask(`/gawai/saring/?${query}`)).text.split('</head>')[0] ?? ''
    const plain = await headOf('nfc=1&utm_source=x&merek=lentera&urut=battery&g=lentera-l1')
    assert.match(plain, /rel="canonical" href="https:\/\/gawai\.example\/gawai\/saring\/\?merek=lentera&amp;nfc=1"/)
    assert.doesNotMatch(plain, /noindex/)
    for (const query of ['merek=lentera&nfc=1&baterai=4000', 'q=l1', 'hal=2', 'merek=rimba'])
      assert.match(await headOf(query), /noindex/, query)
  })

  it('asks words, an order and a price in a form, and takes along what was chosen', async (test) => {
    const newsroom = await openDevices(test)
    const { gawai, ask } = newsroom
    const cheap = await add(newsroom, 'L4')
    await gawai.write(async (unit) => {
      await keepHomeMarkets(unit)
      const shop = await keepOrganisation(unit, { name: 'Toko', kind: 'shop' })
      const provenance = await keepProvenance(unit, { kind: 'retailer', name: 'Toko' })
      const offer = { device: cheap, shop, market: 'ID', currency: 'IDR' }
      await keepObservations(unit, [{ offer, seen: [{ at: unit.now, amount: 1_500_000, stock: null, provenance }] }])
    })
    const { text } = await ask('/gawai/saring/?merek=lentera&pasar=ID&harga-sampai=2.000.000')
    assert.deepEqual(namesIn(text), ['Lentera L4'])
    assert.match(text, /Rp\s1\.500\.000 di Indonesia, dilihat <time/)
    assert.match(text, /<input type="hidden" name="merek" value="lentera"/)
    assert.match(text, /Harga sampai Rp\s2\.000\.000 ×/)
    assert.deepEqual(namesIn((await ask('/gawai/saring/?pasar=MY&harga-dari=1&q=l4')).text), ['Lentera L4'])
    assert.deepEqual(namesIn((await ask('/gawai/saring/?urut=battery')).text), [
      'Lentera L2',
      'Lentera L1',
      'Lentera L4',
    ])
  })

  it('has pages, and shows all values of a facet to whoever asks', async (test) => {
    const { ask, gawai } = await serveNewsroom(test)
    await gawai.write((unit) => fillCatalogue(unit, { devices: 60 }))
    const first = await ask('/gawai/')
    const second = await ask(hrefOf(first.text, 'Berikutnya'))
    assert.equal(namesIn(second.text).length, 24)
    assert.match(second.text, /Halaman 2 dari 3/)
    assert.equal(new Set([...namesIn(first.text), ...namesIn(second.text)]).size, 48)
    const brands = (text: string) => [...text.matchAll(/href="\/gawai\/saring\/\?merek=/g)].length
    assert.equal(brands(first.text), 10)
    assert.ok(brands((await ask('/gawai/saring/?semua=merek')).text) > 10)
  })

  it('takes a hostile wish for words, or for nothing', async (test) => {
    const { ask } = await openDevices(test)
    for (const query of [
      'q="><script>alert(1)</script>',
      'merek="><script>',
      'status=constructor&jenis=__proto__',
      'hal=-1&hal=NaN',
      'hal=99999999',
      `q=${'a'.repeat(5000)}`,
      'baterai=4999&ram=x',
      'pasar=XX&harga-dari=1',
      'g=../../etc&g=%00',
    ]) {
      const { status, text } = await ask(`/gawai/saring/?${query}`)
      assert.equal(status, 200, query)
      assert.doesNotMatch(text, /<script>|\[object/)
    }
    const { status, headers } = await ask('/gawai/saring?nfc=1')
    assert.deepEqual([status, headers.location], [301, '/gawai/saring/?nfc=1'])
  })
})
