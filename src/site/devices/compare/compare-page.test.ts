import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import {
  addDevice,
  keepCarrierBands,
  keepHomeMarkets,
  keepProvenance,
  readValue,
  type SpecificationName,
  sayOf,
} from '#devices'
import { keepOrganisation } from '#organisations'
import type { Newsroom } from '#test/newsroom.ts'
import { serveNewsroom } from '#test/reader.ts'

type Facts = Partial<Record<SpecificationName, string>>

const add = ({ gawai }: Pick<Newsroom, 'gawai'>, name: string, facts: Facts, kind: 'maker' | 'dataset' = 'maker') =>
  gawai.write(async (unit) => {
    const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
    const { id: known } =
      (await unit.tx.selectFrom('device').select('id').where('name', '=', name).executeTakeFirst()) ?? {}
    const device =
      known ?? (await addDevice(unit, { brand: { id, name: 'Lentera' }, name, category: 'phone', released: '2025-03' }))
    const provenance = await keepProvenance(unit, {
      kind,
      name: kind === 'maker' ? 'Lentera' : 'Daftar',
      licence: kind === 'maker' ? undefined : 'CC0',
    })
    for (const [fact, raw] of Object.entries(facts)) {
      const specification = fact as SpecificationName // oxlint-disable-line typescript/no-unsafe-type-assertion -- the keys of the type
      await sayOf(unit, { device, name: specification, values: [readValue(specification, raw) ?? { raw }], provenance })
    }
    return device
  })

async function openDevices(test: TestContext) {
  const newsroom = await serveNewsroom(test)
  await add(newsroom, 'L1', { battery: '4100 mAh', weight: '150 g', system: 'Android 14', bands_lte: '3 8 40' })
  await add(newsroom, 'L2', { battery: '5200 mAh', weight: '210 g', system: 'Android 14' })
  await add(newsroom, 'L2 Pro', { battery: '5200 mAh' })
  await add(newsroom, 'L1', { battery: '4000 mAh' }, 'dataset')
  return newsroom
}

const both = '/gawai/bandingkan/?g=lentera-l1&g=lentera-l2'
const wordsIn = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
/** The cells of a row, without markup. */
const rowOf = (text: string, label: string) => {
  const [, row = ''] = new RegExp(`<th scope="row">${label}</th>(.*?)</tr>`, 's').exec(text) ?? []
  return Array.from(row.matchAll(/<td>(.*?)<\/td>/gs), ([, cell = '']) =>
    cell
      .replace(/<br \/>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

describe('a comparison', () => {
  it('puts devices beside each other, says in words which is better, and leads to who says it', async (test) => {
    const { ask } = await openDevices(test)
    const { text, headers } = await ask(both)
    assert.deepEqual(rowOf(text, 'Baterai'), ['4.100 mAh [1] Sumber lain: 4.000 mAh [2]', '5.200 mAh [1] Lebih baik'])
    assert.deepEqual(rowOf(text, 'Berat'), ['150 g [1] Lebih baik', '210 g [1]'])
    assert.deepEqual(rowOf(text, 'Sistem operasi'), ['Android 14 [1]', 'Android 14 [1]'])
    assert.match(text, /href="#source-1"[^]*<li id="source-1"/)
    assert.match(
      wordsIn(text),
      /Lentera \(pembuatnya ?\), 5 Januari 2026 Daftar \(himpunan data, CC0 ?\), 5 Januari 2026/,
    )
    assert.match(text, /noindex/)
    assert.equal(headers['cache-control'], 'no-cache')
    const three = (await ask(`${both}&g=lentera-l2-pro`)).text
    assert.deepEqual(rowOf(three, 'Berat'), ['150 g [1] Terbaik', '210 g [1]', 'Belum diketahui'])
  })

  it('shows only what differs to whoever asks, and takes devices out by links', async (test) => {
    const { ask } = await openDevices(test)
    const { text } = await ask(both)
    const [, differences = ''] = /href="([^"]*beda=1)"/.exec(text) ?? []
    const short = (await ask(differences.replaceAll('&amp;', '&'))).text
    assert.deepEqual(rowOf(short, 'Sistem operasi'), [])
    assert.equal(rowOf(short, 'Berat').length, 2)
    assert.match(text, /href="\/gawai\/bandingkan\/\?g=lentera-l2"\s+aria-label="Keluarkan Lentera L1"/)
  })

  it('adds one by its name in a form, and asks which when several are called so', async (test) => {
    const { ask } = await openDevices(test)
    const { status, headers } = await ask('/gawai/bandingkan/?g=lentera-l1&nama=lentera+l2')
    assert.deepEqual([status, headers.location], [302, '/gawai/bandingkan/?g=lentera-l1&g=lentera-l2'])
    const { text } = await ask('/gawai/bandingkan/?g=lentera-l1&nama=l2')
    assert.match(text, /Gawai mana yang Anda maksud dengan “l2”\?/)
    assert.match(text, /href="\/gawai\/bandingkan\/\?g=lentera-l1&amp;g=lentera-l2-pro">Lentera L2 Pro</)
    assert.match(
      (await ask('/gawai/bandingkan/?nama=%3Cb%3E')).text,
      /Tidak ada gawai bernama “&lt;b&gt;” di katalog\./,
    )
    const bare = (await ask('/gawai/bandingkan/')).text
    assert.doesNotMatch(bare, /noindex/)
    assert.match(bare, /canonical/)
  })

  it('follows a device to the one that it became', async (test) => {
    const { ask, gawai } = await openDevices(test)
    await gawai.write(async (unit) => {
      const rows = await unit.tx.selectFrom('device').select(['id', 'name']).execute()
      const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? 0
      await unit.tx
        .updateTable('device')
        .set({ merged_into: idOf('L2') })
        .where('id', '=', idOf('L1'))
        .execute()
    })
    const { text } = await ask('/gawai/bandingkan/?g=lentera-l1&g=lentera-l2-pro')
    assert.match(text, /<title>Lentera L2 atau Lentera L2 Pro/)
  })

  it('says the same as JSON, in whole units', async (test) => {
    const { ask } = await openDevices(test)
    const { text, headers } = await ask('/gawai/bandingkan.json?g=lentera-l1')
    assert.match(headers['content-type'] ?? '', /^application\/json/)
    const { devices, sources } = JSON.parse(text) as {
      devices: { specifications: Record<string, unknown> }[]
      sources: unknown[]
    } // oxlint-disable-line typescript/no-unsafe-type-assertion -- what is being tested
    assert.deepEqual(devices[0]?.specifications['weight'], {
      unit: 'g',
      values: [{ value: 150, raw: '150 g' }],
      source: 1,
      others: [],
    })
    assert.equal(sources.length, 2)
  })

  it('tells how each works with the carriers of the first market, and a page of its own with any', async (test) => {
    const { ask, gawai } = await openDevices(test)
    await gawai.write(async (unit) => {
      await keepHomeMarkets(unit)
      const carrier = await keepOrganisation(unit, { name: 'Sinyal', kind: 'carrier' })
      const provenance = await keepProvenance(unit, { kind: 'register', name: 'Daftar pita' })
      const bands = [3, 8, 1].map((band) => ({ radio: 'lte' as const, band, isCore: band !== 1 }))
      await keepCarrierBands(unit, { carrier, market: 'ID', bands, provenance })
    })
    assert.deepEqual(rowOf((await ask(both)).text, 'Sinyal'), [
      'Cocok Pita yang tidak didukung: 4G: 1',
      'Belum diketahui Pita gawai ini belum diketahui untuk 4G',
    ])
    const { text } = await ask('/gawai/pita/?g=lentera-l1&pasar=ID')
    assert.deepEqual(rowOf(text, 'Sinyal'), ['Cocok', 'Pita yang tidak didukung: 4G: 1'])
    assert.match(text, /Pita operator menurut Daftar pita[^]*Pita gawai menurut Lentera/)
    assert.match((await ask('/gawai/pita/?g=lentera-l1&pasar=MY')).text, /Pita operator di Malaysia belum kami ketahui/)
    assert.equal((await ask('/gawai/pita/?q=lentera+l1')).headers.location, '/gawai/pita/?g=lentera-l1&pasar=ID')
  })
})
