import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Mapping, readMapping } from './mapping.ts'
import { readJson } from './read-json.ts'
import { readTable } from './read-table.ts'
import type { ReadRecords } from './record.ts'

const says = ({ records }: ReadRecords) =>
  records.map(({ says }) => Object.fromEntries(says.map(({ name, values }) => [name, values])))

function mappingIn(text: string): Mapping {
  const mapping = readMapping(text)
  if (typeof mapping === 'string') assert.fail(mapping)
  return mapping
}

describe('a table of devices', () => {
  const mapping = mappingIn(
    `columns:
       Maker: brand
       Model: name
       RAM: {is: ram, unit: GB}
       Colours of the LED: {is: flash, split: '|'}
       Selfie: {is: camera, unit: MP, label: front}
       Code: {is: code, split: ' ', market: ID}`,
  )

  it('is read as the mapping says, with units, several values and labels, and everything kept as it was said', () => {
    const read = readTable(
      'Maker;Model;RAM;Colours of the LED;Selfie;Code;Else\nXiaomi;Xiaomi Mi 8;6;a|b;20;M1 M2;?',
      mapping,
    )
    assert.deepEqual(read.problems, [])
    assert.deepEqual(
      read.records.map(({ name, codes, raw }) => [name, codes, JSON.parse(raw).Else]),
      [
        [
          'Mi 8',
          [
            { code: 'M1', market: 'ID' },
            { code: 'M2', market: 'ID' },
          ],
          '?',
        ],
      ],
    )
    assert.deepEqual(says(read), [
      {
        ram: [{ number: 6144, raw: '6' }],
        flash: [
          { words: 'a', raw: 'a' },
          { words: 'b', raw: 'b' },
        ],
        camera: [{ number: 200, raw: '20', label: 'front' }],
      },
    ])
  })

  it('says which line is wrong, and which column is not there', () => {
    const { records, problems } = readTable('Maker,Model\nXiaomi,\n"","\n"\nXiaomi,Mi 8', mapping)
    assert.equal(records.length, 1)
    assert.deepEqual(
      problems.map(({ where }) => where),
      ['line 1', 'line 1', 'line 1', 'line 1', 'line 2'],
    )
  })

  it('needs no mapping where its columns are called what they are', () =>
    assert.deepEqual(says(readTable('brand,name,battery,nonsense\nXiaomi,Mi 8,"3,400 mAh",1')), [
      { battery: [{ number: 3400, raw: '3,400 mAh' }] },
    ]))

  it('is refused with a mapping that names no field', () => {
    for (const text of ['columns: {A: nothing}', 'columns: {A: {is: ram, what: x}}', 'a: [', 'x'])
      assert.equal(typeof readMapping(text), 'string', text)
  })
})

describe('devices in JSON', () => {
  it('are a list, stand below "devices" or a line each, with specifications beside or below', () => {
    const device = {
      brand: 'Xiaomi',
      name: 'Mi 8',
      released: '2018-05-31',
      specifications: { storage: ['64 GB', '128 GB'] },
    }
    for (const text of [
      JSON.stringify([device]),
      JSON.stringify({ devices: [device] }),
      `${JSON.stringify(device)}\n\n`,
    ]) {
      const read = readJson(text)
      assert.equal(read.records[0]?.released, '2018-05-31')
      assert.deepEqual(says(read), [
        {
          storage: [
            { number: 65_536, raw: '64 GB' },
            { number: 131_072, raw: '128 GB' },
          ],
        },
      ])
    }
  })

  it('are refused where they are none', () => {
    assert.deepEqual(
      readJson('{"brand":"X","name":"1"}\nno').problems.map(({ where }) => where),
      ['line 2'],
    )
    assert.deepEqual(
      readJson('[1]').problems.map(({ where }) => where),
      ['device 1'],
    )
  })

  it('never throw', () => fc.assert(fc.property(fc.json(), (text) => void readJson(text))))
})
