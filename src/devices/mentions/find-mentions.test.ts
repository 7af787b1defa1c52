import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readFuzzyDate } from '#platform/fuzzy-date.ts'
import type { Language } from '#platform/settings.ts'
import { findMentions } from './find-mentions.ts'
import { openGazetteer } from './gazetteer.ts'
import { wellKnownMakers } from './well-known-makers.ts'

const catalogue: Record<string, string[]> = {
  Samsung: [
    'Galaxy A10s',
    'Galaxy A30s',
    'Galaxy A50',
    'Galaxy A50s',
    'Galaxy S8',
    'Galaxy S10',
    'Galaxy S10+',
    'Galaxy Note10',
    'Galaxy Note9',
    'Galaxy Note8',
  ],
  Huawei: ['Mate 30', 'Mate 30 Pro', 'Mate 20', 'P30', 'P30 Pro'],
  Apple: [
    'iPhone 11',
    'iPhone 11 Pro',
    'iPhone 4',
    'iPhone 7',
    'iPad (7th generation)',
    'iPad Pro (11-inch)',
    'iPad Pro (9.7-inch)',
    'iPad Air',
    'Watch Series 5',
    'Watch Series 4',
    'Watch SE',
  ],
  Xiaomi: [
    'Redmi 8',
    'Redmi 8A',
    'Redmi Note 8',
    'Redmi Note 8 Pro',
    'Mi 9',
    'Mi 9 Pro',
    'Mi 8',
    '14 Ultra',
    '12',
    '13',
  ],
  OnePlus: ['OnePlus 7T', 'OnePlus 7T Pro', 'OnePlus 6', 'OnePlus 5'],
  OPPO: ['A9 2020', 'A5 2020', 'A5', 'A9'],
  Google: ['Pixel 3', 'Pixel 4', 'Pixel 4 XL', 'Pixel 4a 5G'],
  Honor: ['Honor 20', 'Honor 20 Lite', 'Honor 9X', '10'],
  Yes: ['Altitude'],
}

function gazetteerOf(names: Record<string, string[]>) {
  const gazetteer = openGazetteer()
  const words: string[] = []
  for (const [brand, devices] of Object.entries(names)) {
    const own = gazetteer.addBrand({
      id: words.length + 1,
      names: [brand],
      isKnown: brand in wellKnownMakers || brand === 'Honor',
    })
    for (const device of devices)
      gazetteer.addName(device, { device: words.push(`${brand}/${device}`) - 1, brand: own, needsBrand: false })
  }
  return { gazetteer, nameOf: (device: number | undefined) => (device === undefined ? '?' : words[device]) }
}

const own = gazetteerOf(catalogue)

/** What is found, as `words = Brand/Device`; `?` for a device that is not in the catalogue. */
const found = (text: string, lang: Language = 'id') =>
  findMentions(own.gazetteer, { text, lang }).map(({ start, end, kind, device, brand }) => {
    const words = text.slice(start, end)
    return kind === 'device' ? `${words} = ${own.nameOf(device)}` : `${words}: ${kind} of ${brand.name}`
  })

describe('what a text says of devices', () => {
  it('is found with its brand, which is no mention of its own', () => {
    assert.deepEqual(found('Samsung Galaxy A10s Resmi Dijual'), ['Samsung Galaxy A10s = Samsung/Galaxy A10s'])
    assert.deepEqual(found('Ponsel Samsung Terbaru'), ['Samsung: brand of Samsung'])
  })

  it('is the longest name that stands there', () => {
    assert.deepEqual(found('Mate 30 Pro dari Huawei'), ['Mate 30 Pro = Huawei/Mate 30 Pro', 'Huawei: brand of Huawei'])
    assert.deepEqual(found('iPhone 11 Pro'), ['iPhone 11 Pro = Apple/iPhone 11 Pro'])
  })

  it('is the same however it is written', () => {
    for (const words of ['Galaxy Note10', 'Galaxy Note 10', 'galaxy note 10', 'GALAXY NOTE 10', 'Galaxy-Note 10'])
      assert.deepEqual(found(words), [`${words} = Samsung/Galaxy Note10`])
    assert.deepEqual(found('Galaxy S10 Plus'), ['Galaxy S10 Plus = Samsung/Galaxy S10+'])
    assert.deepEqual(found('iPad Generasi 7 Meluncur'), ['iPad Generasi 7 = Apple/iPad (7th generation)'])
  })

  it('takes over from its equal what it leaves out', () => {
    assert.deepEqual(found('Huawei Mate 30 dan 30 Pro'), [
      'Huawei Mate 30 = Huawei/Mate 30',
      '30 Pro = Huawei/Mate 30 Pro',
    ])
    assert.deepEqual(found('Samsung Galaxy A10s, A30s, A50s Rilis'), [
      'Samsung Galaxy A10s = Samsung/Galaxy A10s',
      'A30s = Samsung/Galaxy A30s',
      'A50s = Samsung/Galaxy A50s',
    ])
    assert.deepEqual(found('Galaxy S10 and Note 10', 'en'), [
      'Galaxy S10 = Samsung/Galaxy S10',
      'Note 10 = Samsung/Galaxy Note10',
    ])
    assert.deepEqual(found('OnePlus 7T, 7T Pro'), [
      'OnePlus 7T = OnePlus/OnePlus 7T',
      '7T Pro = OnePlus/OnePlus 7T Pro',
    ])
    assert.deepEqual(found('OPPO A9 2020 dan A5 2020'), ['OPPO A9 2020 = OPPO/A9 2020', 'A5 2020 = OPPO/A5 2020'])
  })

  it('is understood with the brand that was named before', () => {
    assert.deepEqual(found('Huawei akan menjual P30 bulan depan'), ['Huawei: brand of Huawei', 'P30 = Huawei/P30'])
    assert.deepEqual(found('Ponsel itu adalah P30'), [])
    assert.deepEqual(found('Samsung A50 Turun Harga'), ['Samsung A50 = Samsung/Galaxy A50'])
  })

  it('is a series where none of its devices is meant', () => {
    assert.deepEqual(found('Pengguna iPhone dan iPad Pro'), ['iPhone: series of Apple', 'iPad Pro: series of Apple'])
    assert.deepEqual(found('Galaxy A50, S8 Series'), [
      'Galaxy A50 = Samsung/Galaxy A50',
      'S8 Series: series of Samsung',
    ])
    assert.deepEqual(found('Harga Trio iPhone 11'), ['iPhone 11: series of Apple'])
    assert.deepEqual(found('Apple Watch Series 5'), ['Apple Watch Series 5 = Apple/Watch Series 5'])
  })

  it('is an unknown device where the catalogue has none of that name, and never its neighbour', () => {
    assert.deepEqual(found('Bocoran Galaxy S99 Ultra'), ['Galaxy S99 Ultra = ?'])
    assert.deepEqual(found('Apple iPad Air 9'), ['Apple iPad Air 9 = ?'])
    assert.deepEqual(found('Google Pixel 4 XL 5G'), ['Google Pixel 4 XL 5G = ?'])
    assert.deepEqual(found('Huawei Mate 30 RS Porsche Design Meluncur'), ['Huawei Mate 30 RS Porsche Design = ?'])
    assert.deepEqual(found('Samsung Galaxy S10, S10e dan S10+'), [
      'Samsung Galaxy S10 = Samsung/Galaxy S10',
      'S10e = ?',
      'S10+ = Samsung/Galaxy S10+',
    ])
  })

  it('is nothing where words only look like it', () => {
    for (const text of [
      'Honor Guru Honorer Dibayar Bulan Depan',
      'Honor 20 Pegawai Dipotong',
      'Honor Guru Dipotong untuk Beli Ponsel',
      'A pixel-perfect design',
      'Android 10 dan iOS 13',
      'Jaringan 5G mulai tahun 2020',
      'Rp 1,9 Juta untuk 30 orang',
      'Yes, we can',
      'kirim ke @samsung atau samsung.com',
    ])
      assert.deepEqual(found(text), [], text)
    assert.deepEqual(found('Xiaomi Mi 50W Power Bank'), ['Xiaomi: brand of Xiaomi'])
    assert.deepEqual(found('Xiaomi jual 10 juta unit'), ['Xiaomi: brand of Xiaomi'])
    assert.deepEqual(found('Honor 20 Lite, ponsel 4 kamera'), ['Honor 20 Lite = Honor/Honor 20 Lite'])
  })

  it('is told by its name in full, also where the text leaves some of it out', () => {
    const names = findMentions(own.gazetteer, { text: 'Samsung Galaxy A10s, A30s dan A99s', lang: 'id' }).map(
      ({ name }) => name,
    )
    assert.deepEqual(names, ['Galaxy A10s', 'Galaxy A30s', 'Galaxy A99s'])
  })

  it('means of two devices of one name the one that was announced around the day of the article', () => {
    const gazetteer = openGazetteer()
    const brand = gazetteer.addBrand({ id: 1, names: ['Motorola'], isKnown: true })
    for (const [device, date] of [
      [1, '2013-08'],
      [2, '2019-11'],
      [3, '2025'],
    ] as const) {
      const { from, to } = readFuzzyDate(date) ?? {}
      gazetteer.addName('Moto X4', { device, brand, needsBrand: false, from, to })
    }
    const meant = (date: string) => {
      const [mention] = findMentions(gazetteer, {
        text: 'Motorola Moto X4',
        lang: 'en',
        day: readFuzzyDate(date)?.from,
      })
      return [mention?.device, (mention?.confidence ?? 0) > 50]
    }
    assert.deepEqual(meant('2014-06-01'), [1, true])
    assert.deepEqual(meant('2019-06-01'), [2, true])
    assert.deepEqual(meant('2017-06-01'), [1, false])
  })

  it('is no longer found when its name is taken out', () => {
    const { gazetteer } = gazetteerOf({ Samsung: ['Galaxy A50', 'Galaxy A51', 'Galaxy A52'] })
    const brand = gazetteer.brandsAt('samsung')[0]
    assert.ok(brand)
    const size = gazetteer.size()
    const take = gazetteer.addName('Galaxy Fit e', { device: 99, brand, needsBrand: false })
    const device = () => findMentions(gazetteer, { text: 'Samsung Galaxy Fit e', lang: 'id' })[0]?.device
    assert.equal(device(), 99)
    take()
    assert.equal(device(), undefined)
    assert.equal(gazetteer.size(), size)
  })
})

describe('the finder of mentions', () => {
  const words = [
    'Samsung',
    'Galaxy',
    'A50',
    'Note',
    '10',
    'Pro',
    'dan',
    ',',
    'iPhone',
    '11',
    'Honor',
    'X',
    '+',
    '/',
    "'s",
    'Mate',
    '30',
    'Series',
    '5G',
    'Redmi',
    '2020',
    '(',
    ')',
    '\n',
    'ponsel',
    '-',
  ]
  const sentence = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 25,
  })

  it('never throws, and what it finds lies inside the text, is not empty and does not overlap', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom(' ', '', ', '),
        fc.constantFrom<Language>('id', 'en'),
        (parts, between, lang) => {
          const text = parts.join(between)
          let before = 0
          for (const { start, end, confidence, name, kind } of findMentions(own.gazetteer, { text, lang })) {
            assert.ok(
              start >= before && end > start && end <= text.length,
              `${start}-${end} in ${JSON.stringify(text)}`,
            )
            assert.ok(confidence > 0 && confidence <= 100)
            assert.ok(kind === 'brand' || name !== '')
            before = end
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('finds a name of the catalogue wherever it stands with its brand', () => {
    const names = Object.entries(catalogue)
      .filter(([brand]) => brand !== 'Yes' && brand !== 'Honor')
      .flatMap(([brand, devices]) => devices.map((device) => ({ brand, device })))
      .filter(({ device }) => !/[(]/.test(device))
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom('Ini dia', 'Harga terbaru untuk', 'Mengapa'),
        ({ brand, device }, before) => {
          const said = device.startsWith(brand) ? device : `${brand} ${device}`
          const [mention] = found(`${before} ${said}.`)
          assert.equal(mention, `${said} = ${brand}/${device}`)
        },
      ),
    )
  })
})
