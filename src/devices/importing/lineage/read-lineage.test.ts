import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import type { SpecificationName } from '../../specifications/registry.ts'
import { lineageRecord, readLineage, readLineageLines } from './read-lineage.ts'

const read = (yaml: string) => readLineage(`vendor: Xiaomi\nname: Mi 8\ncodename: dipper\n${yaml}`, 'dipper.yml')
const record = (yaml: string) => read(yaml).records[0]
const values = (yaml: string, name: SpecificationName) =>
  record(yaml)
    ?.says.find((said) => said.name === name)
    ?.values.map((value) => Object.fromEntries(Object.entries(value).filter(([part]) => part !== 'raw')))

describe('a device of the LineageOS wiki', () => {
  it('has a display, or one for each model, or an inner and an outer one, or none', () => {
    assert.deepEqual(values('screen: {size: 6.21, resolution: 1080x2248}', 'display_size'), [{ number: 621 }])
    assert.deepEqual(values('screen: [{A1: {size: 5.5}}, {A2: {size: 6}}]', 'display_size'), [
      { number: 550, label: 'A1' },
      { number: 600, label: 'A2' },
    ])
    assert.deepEqual(values('screen: [{Cover: {size: 5.8}}, {Inner: {size: 7.6}}]', 'display_size'), [
      { number: 580, label: 'outer' },
      { number: 760, label: 'inner' },
    ])
    assert.deepEqual(values('screen: 139.7 mm (5.5 in)', 'display_size'), [{ number: 550 }])
    for (const none of ['screen: None', 'screen:', 'screen: []', 'other: x'])
      assert.equal(values(none, 'display_size'), undefined)
  })

  it('has a battery, or one for each market; what is the same for all is said once', () => {
    const two = 'battery: [{EU: {capacity: 5200, removable: false}}, {Global: {capacity: 6800, removable: false}}]'
    assert.deepEqual(values(two, 'battery'), [
      { number: 5200, label: 'EU' },
      { number: 6800, label: 'Global' },
    ])
    assert.deepEqual(values(two, 'is_battery_removable'), [{ number: 0 }])
    assert.deepEqual(values('battery: 3400 mAh', 'battery'), [{ number: 3400 }])
  })

  it('came out on a day, in a month, in a year, or with each model on another', () => {
    for (const [yaml, released] of [
      ['release: 2018', '2018'],
      ['release: 2018-05', '2018-05'],
      ['release: 2018-5-31', '2018-05-31'],
      ['release: [{A1: 2018-07}, {A2: 2018-06}]', '2018-06'],
    ] as const)
      assert.equal(record(yaml)?.released, released)
    assert.deepEqual(record('release: [{A1: 2018-07}, {A2: 2018-06}]')?.releases, [
      { at: '2018-07', label: 'A1' },
      { at: '2018-06', label: 'A2' },
    ])
    const { records, problems } = read('release: soon')
    assert.equal(records[0]?.released, undefined)
    assert.deepEqual(
      problems.map(({ where, what }) => [where, what]),
      [['dipper.yml', 'its release "soon" is no date']],
    )
  })

  it('keeps its codes as they are written, whatever they stand in', () => {
    for (const models of ['[007, 1.50]', '007, 1.50', '[{A: 007}, {B: [1.50]}]', '{A: [007, 1.50]}'])
      assert.deepEqual(
        record(`models: ${models}`)?.codes.map(({ code }) => code),
        ['007', '1.50'],
      )
    assert.deepEqual(record('models: None')?.codes, [])
  })

  it('keeps as words what its specification cannot hold, and everything in what was said', () => {
    assert.deepEqual(values('storage: Sdcard', 'storage'), [{ words: 'Sdcard' }])
    assert.deepEqual(values('cpu_cores: several', 'cpu_cores'), [{ words: 'several' }])
    assert.deepEqual(values('battery: {capacity: large}', 'battery'), [{ words: 'large' }])
    assert.match(record('quirks: [a, {b: c}]')?.raw ?? '', /"quirks":\["a",\{"b":"c"\}\]/)
  })

  it('has cores, clocks, cameras and parts', () => {
    assert.deepEqual(values('cpu_cores: 2+4', 'cpu_cores'), [{ number: 6 }])
    assert.deepEqual(values('cpu_freq: 4 x 2.8 GHz + 4 x 1.8 GHz', 'cpu_clock'), [
      { number: 2800, label: '4 ×' },
      { number: 1800, label: '4 ×' },
    ])
    const cameras = 'cameras: [{info: 12 MP (wide), flash: LED}, {info: 5 MP or 8 MP, flash: None}, {info: VGA}]'
    assert.deepEqual(values(cameras, 'camera'), [
      { number: 120, label: 'main' },
      { number: 50 },
      { number: 80 },
      { words: 'VGA' },
    ])
    assert.deepEqual(values(cameras, 'flash'), [{ words: 'LED' }])
    assert.deepEqual(values('peripherals: [NFC, Compass]', 'has_nfc'), [{ number: 1 }])
    assert.equal(values('peripherals: [Compass]', 'has_nfc'), undefined)
  })

  it('is called what its name says with a note or alternatives in it, unless the note tells it from another', () => {
    const others = (name: string) =>
      lineageRecord({ vendor: 'X', name }, 'x', 'x').records[0]?.names.map(({ words }) => words)
    assert.deepEqual(others('Galaxy S4 (GT-I9505)'), ['Galaxy S4'])
    assert.deepEqual(others('Redmi Note 4 / 4X'), ['Redmi Note 4', 'Redmi Note 4X'])
    for (const name of ['Galaxy A3 (2016)', 'Phone (2)', 'Redmi 4(X)', 'Mi 8']) assert.deepEqual(others(name), [])
  })

  it('is refused without a name, or when it is no YAML, and says where', () => {
    for (const text of ['vendor: X', '- a', 'a: [', '\t', 'vendor: {a: b', ''])
      assert.deepEqual(
        readLineage(text, 'x.yml').problems.map(({ where }) => where),
        ['x.yml'],
      )
    const { records, problems } = readLineageLines(
      '{"file":"a.yml","device":{"vendor":"X","name":"1"}}\n\n{"file":1}\nx',
    )
    assert.deepEqual([records.map(({ key }) => key), problems.map(({ where }) => where)], [['a'], ['line 3', 'line 4']])
  })

  const fields = [
    'release',
    'models',
    'screen',
    'battery',
    'cameras',
    'dimensions',
    'ram',
    'storage',
    'sdcard',
    'network',
  ]
  const more = ['peripherals', 'cpu_cores', 'cpu_freq', 'soc', 'bluetooth', 'architecture', 'name', 'type', 'codename']
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.double(),
      fc.date(),
      fc.constantFrom(null, 'None', '2018-05', '2/3 GB', '5.5', true),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(
        fc.oneof(
          fc.constantFrom('size', 'capacity', 'info', 'height', 'slot', '__proto__', 'constructor'),
          fc.string(),
        ),
        tie('node'),
        { maxKeys: 3 },
      ),
    ),
  })).node

  it('never throws, whatever its fields hold', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields, ...more), value), (device) => {
        const { records } = lineageRecord({ vendor: 'X', name: 'Y', ...device }, 'x', 'x.yml')
        for (const { says } of records)
          for (const { values } of says)
            for (const { number, words, raw } of values) {
              assert.ok(typeof raw === 'string' && (number !== undefined || words !== undefined))
              assert.ok(!raw.includes('\0') && raw.isWellFormed())
            }
      }),
      { numRuns: 500 },
    ))

  it('never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.string(), (text) => void readLineage(text, 'x.yml')))
    fc.assert(
      fc.property(value, (held) => {
        let text = ''
        try {
          text = stringify({ vendor: 'X', name: 'Y', screen: held })
        } catch {
          return
        }
        readLineage(text, 'x.yml')
      }),
    )
  })
})
