import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import {
  addDevice,
  keepAlias,
  keepMarket,
  keepModelCode,
  keepProvenance,
  readValue,
  sayAvailability,
  sayOf,
  type SpecificationName,
} from '#devices'
import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'

/** A maker with three devices of one family, of which one is known well; two sources differ on its battery. */
async function openCatalogue(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const ids = await newsroom.gawai.write(async (unit) => {
    const brand = {
      id: await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true }),
      name: 'Lentera',
    }
    const family = unit.newId()
    await unit.tx.insertInto('device_family').values({ id: family, brand_id: brand.id, slug: 'l', name: 'L' }).execute()
    const wiki = await keepProvenance(unit, {
      kind: 'dataset',
      name: 'Wiki',
      url: 'https://wiki.example/',
      licence: 'CC BY-SA 3.0',
    })
    const maker = await keepProvenance(unit, { kind: 'maker', name: 'Lentera', url: 'https://lentera.example/l2' })
    const add = (name: string, more: Partial<Parameters<typeof addDevice>[1]>) =>
      addDevice(unit, { brand, name, category: 'phone', family, ...more })
    const l1 = await add('L1', { released: '2024-03' })
    const l2 = await add('L2', { released: '2025-05-02', datesFrom: maker })
    const l3 = await add('L3', { announced: '2026~' })
    await unit.tx.updateTable('device').set({ predecessor_id: l1 }).where('id', '=', l2).execute()
    await keepAlias(unit, { kind: 'codename', words: 'sumbu', device: l2 })
    await say(unit, l2, wiki, { display_size: '5.5', battery: '4000 mAh', has_nfc: 'yes', sensors: 'Gyroscope' })
    await say(unit, l2, maker, { battery: '4100 mAh' })
    await keepMarket(unit, { code: 'ID', currency: 'IDR' })
    await keepMarket(unit, { code: 'US', currency: 'USD' })
    await keepModelCode(unit, { code: 'L2-US/DS', device: l2, market: 'US', provenance: maker })
    await keepModelCode(unit, { code: 'L2X', device: l2, market: 'US', provenance: maker })
    await keepModelCode(unit, { code: 'L2X', device: l1, market: 'ID', provenance: wiki })
    await sayAvailability(unit, { device: l2, market: 'ID', status: 'on_sale', at: '2025-05', provenance: maker })
    return { brand: brand.id, wiki, maker, l1, l2, l3 }
  })
  return { ...newsroom, ...ids }
}

async function say(unit: Unit, device: Id, provenance: Id, said: Partial<Record<SpecificationName, string>>) {
  for (const [name, raw] of Object.entries(said) as [SpecificationName, string][])
    await sayOf(unit, { device, name, values: [readValue(name, raw) ?? { raw }], provenance })
}

/** The text of a page, without its markup. */
const plain = (text: string) =>
  text
    .replace(/^[^]*<main/, '<main')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const seen = async ({ get }: Pick<Newsroom, 'get'>, path: string) => {
  const { status, text } = await get(path)
  assert.equal(status, 200, path)
  return { text, words: plain(text) }
}

describe('the page of a device', () => {
  it('says in each language what is known, what it means, and who says so when', async (test) => {
    const newsroom = await openCatalogue(test)
    const { text, words } = await seen(newsroom, '/gawai/lentera-l2/')
    assert.match(words, /Lentera L2 Dijual · dirilis 2 Mei 2025 \d/)
    assert.match(words, /Nama sandi: sumbu\./)
    assert.match(words, /Ukuran layar Panjang garis miring [^.]+\. 5,5 inci (\d)/)
    assert.match(words, /Sumber Lentera \(pembuatnya\), \d+ \w+ \d{4} Wiki \(himpunan data, CC BY-SA 3\.0 \)/)
    assert.match(text, /<a href="https:\/\/creativecommons\.org\/licenses\/by-sa\/3\.0\/" rel="license noopener"/)
    // Each number beside a value leads to a source that stands on the page.
    const notes = [...text.matchAll(/href="#(source-\d+)"/g)].map(([, id]) => id)
    assert.ok(notes.length >= 7)
    for (const id of notes) assert.ok(text.includes(`id="${id ?? ''}"`), id ?? '')
    const english = await seen(newsroom, '/en/devices/lentera-l2/')
    assert.match(english.words, /Display size How far it is [^.]+\. 5\.5 in/)
    assert.match(english.text, /hreflang="id" href="https:\/\/gawai\.example\/gawai\/lentera-l2\/"/)
  })

  it('shows what other sources say, and guesses nothing', async (test) => {
    const newsroom = await openCatalogue(test)
    const { words } = await seen(newsroom, '/gawai/lentera-l2/')
    assert.match(words, /4\.100 mAh \d Menurut sumber lain: 4\.000 mAh \d/)
    assert.doesNotMatch(words, /Kamera/)
    const bare = await seen(newsroom, '/gawai/lentera-l3/')
    assert.match(bare.words, /Sudah diumumkan · diumumkan sekitar 2026/)
    assert.match(bare.words, /Belum ada spesifikasi yang kami ketahui/)
    assert.doesNotMatch(bare.words, /Di mana bisa dibeli|Varian dan kode model/)
  })

  it('names its codes, markets, predecessor and successor', async (test) => {
    const newsroom = await openCatalogue(test)
    const { words, text } = await seen(newsroom, '/gawai/lentera-l2/')
    assert.match(words, /Kode model, Amerika Serikat L2-US\/DS \d L2X \d/)
    assert.match(words, /Indonesia Dijual, Mei 2025 \d/)
    assert.match(text, /Pendahulunya: <a href="\/gawai\/lentera-l1\/">Lentera L1<\/a>/)
    assert.match((await seen(newsroom, '/gawai/lentera-l1/')).words, /Penerusnya: Lentera L2/)
  })

  it('shows the news about it, and the news shows the device', async (test) => {
    const newsroom = await openCatalogue(test)
    const { gawai, l2 } = newsroom
    const { see, warm } = await openReader(test, newsroom)
    const { id, path } = await newsroom.publish({ title: 'Sumbu baru', slug: 'sumbu-baru' })
    await gawai.jobs.settle()
    const pages = ['/gawai/lentera-l2/', path]
    await warm(pages)
    for (const page of pages) assert.doesNotMatch((await see(page)).text, /device-articles|device-box/)
    await gawai.write(async (unit) => {
      const link = { role: 'subject', forms: '[]', confidence: 90, is_by_editor: 1, is_shown: 1 } as const
      await unit.tx
        .insertInto('article_device')
        .values({ article_id: id, device_id: l2, ...link })
        .execute()
      unit.drop(`article:${id}`, `device:${l2}`)
    })
    assert.match(plain((await see('/gawai/lentera-l2/')).text), /Berita tentang Lentera L2 .*Sumbu baru/)
    assert.match(plain((await see(path)).text), /Lentera L2 Ponsel · Dijual · 2 Mei 2025 5,5 inci · 4\.100 mAh/)
    // What changes of the device changes in the box, too.
    await warm(pages)
    await gawai.write((unit) => say(unit, l2, newsroom.maker, { battery: '4200 mAh' }))
    for (const page of pages) assert.match((await see(page)).text, /4\.200 mAh/, page)
  })

  it('stays to be found by its former words, and by the device that it became', async (test) => {
    const newsroom = await openCatalogue(test)
    const { gawai, get, l1, l2 } = newsroom
    await gawai.write(async (unit) => {
      await unit.tx.insertInto('former_device_slug').values({ slug: 'lentera-el-dua', device_id: l2 }).execute()
      await unit.tx.updateTable('device').set({ merged_into: l2 }).where('id', '=', l1).execute()
    })
    for (const slug of ['lentera-el-dua', 'lentera-l1'])
      for (const ending of ['/', '.json', '.csv']) {
        const { status, headers } = await get(`/gawai/${slug}${ending}`)
        assert.deepEqual([status, headers.get('location')], [301, `/gawai/lentera-l2${ending}`])
      }
    assert.equal((await get('/gawai/lentera-l9/')).status, 404)
    assert.doesNotMatch((await get('/merek/lentera/gawai/')).text, /Lentera L1/)
  })

  it('is there for programs, too: every saying with its source, in units, and as a table without formulas', async (test) => {
    const newsroom = await openCatalogue(test)
    const { gawai, get, l2, wiki } = newsroom
    await gawai.write((unit) => say(unit, l2, wiki, { materials: '=HYPERLINK("x")' }))
    const json = await get('/gawai/lentera-l2.json')
    assert.match(json.headers.get('content-type') ?? '', /^application\/json/)
    const told = JSON.parse(json.text) as { specifications: Record<string, unknown>[]; released: string }
    const batteries = told.specifications.filter(({ name }) => name === 'battery')
    assert.deepEqual(
      batteries.map(({ counts, values }) => [counts, values]),
      [
        [false, [{ value: 4000, unit: 'mAh', raw: '4000 mAh' }]],
        [true, [{ value: 4100, unit: 'mAh', raw: '4100 mAh' }]],
      ],
    )
    const csv = await get('/gawai/lentera-l2.csv')
    assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/)
    assert.match(csv.text, /^display_size,,5\.5,,in,5\.5,,yes,Wiki,dataset,https:\/\/wiki\.example\/,CC BY-SA 3\.0,/m)
    assert.match(csv.text, /^materials,,"'=HYPERLINK\(""x""\)"/m)
  })

  it('tells search engines the product with its units, and no more than it shows', async (test) => {
    const { get } = await openCatalogue(test)
    const { text } = await get('/gawai/lentera-l2/')
    const [, script = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    const graph = JSON.parse(script) as { '@graph': Record<string, unknown>[] }
    const [product] = graph['@graph']
    const { '@type': type, name, releaseDate, mpn, additionalProperty } = product ?? {}
    assert.deepEqual([type, name, releaseDate], ['Product', 'Lentera L2', '2025-05-02'])
    assert.deepEqual(mpn, ['L2-US/DS', 'L2X'])
    const properties = additionalProperty as Record<string, unknown>[]
    assert.deepEqual(
      properties.map(({ propertyID, value, unitCode }) => [propertyID, value, unitCode]),
      [
        ['display_size', 5.5, 'INH'],
        ['battery', 4100, 'E09'],
        ['has_nfc', 'Ya', undefined],
        ['sensors', 'giroskop', undefined],
      ],
    )
  })
})

describe('the lists of devices', () => {
  it('are those of a brand, of a family, what came last and what is awaited', async (test) => {
    const newsroom = await openCatalogue(test)
    const names = async (path: string) =>
      [...(await seen(newsroom, path)).text.matchAll(/<h[23]><a href="\/gawai\/lentera-[^"]+">([^<]+)<\/a>/g)].map(
        ([, name]) => name,
      )
    assert.deepEqual(await names('/merek/lentera/'), ['Lentera L2', 'Lentera L1', 'Lentera L3'])
    assert.deepEqual(await names('/merek/lentera/gawai/'), ['Lentera L2', 'Lentera L1', 'Lentera L3'])
    assert.deepEqual(await names('/merek/lentera/l/'), ['Lentera L2', 'Lentera L1', 'Lentera L3'])
    assert.deepEqual(await names('/gawai/terbaru/'), ['Lentera L2', 'Lentera L1'])
    assert.deepEqual(await names('/gawai/mendatang/'), ['Lentera L3'])
    assert.deepEqual(await names('/'), ['Lentera L2', 'Lentera L1'])
    assert.equal((await newsroom.get('/merek/lentera/x/')).status, 404)
    assert.match((await newsroom.get('/merek/')).text, /href="\/merek\/lentera\/"/)
  })

  it('name every device that carries a code, in the order of the markets', async (test) => {
    const newsroom = await openCatalogue(test)
    const { words } = await seen(newsroom, '/gawai/kode/L2X/')
    assert.match(words, /Ada 2 gawai dengan kode L2X.*Indonesia Lentera L1.*Amerika Serikat Lentera L2/)
    assert.match((await seen(newsroom, '/gawai/kode/L2-US~DS/')).words, /L2-US\/DS/)
    const small = await newsroom.get('/gawai/kode/l2x/')
    assert.deepEqual([small.status, small.headers.get('location')], [301, '/gawai/kode/L2X/'])
    assert.equal((await newsroom.get('/gawai/kode/NICHTS/')).status, 404)
  })

  it('stand in the menu and in the sitemap as soon as there is a device, and not before', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const { see, warm } = await openReader(test, newsroom)
    await newsroom.publish({})
    await warm(['/', '/sitemap.xml'])
    assert.doesNotMatch((await see('/')).text, /href="\/gawai\/"/)
    await gawai.write(async (unit) => {
      const id = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
      await addDevice(unit, { brand: { id, name: 'Lentera' }, name: 'L2', category: 'phone', released: '2025' })
    })
    assert.match((await see('/')).text, /href="\/gawai\/"/)
    assert.match((await see('/sitemap.xml')).text, /\/sitemaps\/devices-0\.xml/)
    const { text } = await see('/sitemaps/devices-0.xml')
    assert.match(text, /<loc>https:\/\/gawai\.example\/gawai\/lentera-l2\/<\/loc>/)
    assert.match(text, /<loc>https:\/\/gawai\.example\/en\/devices\/lentera-l2\/<\/loc>/)
    assert.equal((await newsroom.get('/sitemaps/devices-7.xml')).status, 404)
  })
})

describe('a report of an error', () => {
  const form = '/gawai/lentera-l2/lapor/'
  const sent = { about: 'battery', words: 'Baterainya 4.150 mAh.', evidence: '', email: '' }

  async function post({ fetch }: Newsroom, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(
      new Request(`https://gawai.example${form}`, {
        method: 'POST',
        headers: { origin: 'https://gawai.example', ...headers },
        body: new URLSearchParams(fields),
      }),
      { address: '203.0.113.7' },
    )
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  it('is kept for the editors, whose form nobody keeps and no search engine finds', async (test) => {
    const newsroom = await openCatalogue(test)
    const asked = await newsroom.get(form)
    assert.deepEqual(
      [asked.status, asked.headers.get('cache-control'), asked.headers.get('x-robots-tag')],
      [200, 'no-store', 'noindex'],
    )
    const { status, headers } = await post(newsroom, sent)
    assert.equal(status, 303)
    assert.match((await newsroom.get(headers.get('location') ?? '')).text, /laporan Anda kami terima/)
    const rows = await newsroom.gawai.db.selectFrom('device_report').selectAll().execute()
    assert.deepEqual(
      rows.map(({ device_id, about, words, evidence, email, settled_at }) => [
        device_id === newsroom.l2,
        about,
        words,
        evidence,
        email,
        settled_at,
      ]),
      [[true, 'battery', 'Baterainya 4.150 mAh.', null, null, null]],
    )
  })

  it('says what is wrong with it and forgets nothing that was typed', async (test) => {
    const newsroom = await openCatalogue(test)
    const { status, text } = await post(newsroom, {
      about: 'battery',
      words: '  ',
      evidence: 'javascript:alert(1)',
      email: 'wulan@news.example',
    })
    assert.equal(status, 422)
    assert.match(text, /Tulis apa yang keliru/)
    assert.match(text, /Alamat buktinya tidak terbaca/)
    assert.doesNotMatch(text, /Alamat surel itu tidak terbaca/)
    assert.match(text, /value="wulan@news\.example"/)
    assert.match(text, /<option value="battery" selected/)
  })

  it('comes from a page of this site, and not without end from one address', async (test) => {
    const newsroom = await openCatalogue(test)
    assert.equal((await post(newsroom, sent, { origin: 'https://evil.example' })).status, 403)
    for (let count = 0; count < 10; count += 1) assert.equal((await post(newsroom, sent)).status, 303)
    const { status, headers } = await post(newsroom, sent)
    assert.equal(status, 429)
    assert.ok(Number(headers.get('retry-after')) > 0)
  })
})
