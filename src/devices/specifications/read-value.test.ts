import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readValue } from './read-value.ts'
import { type SpecificationName, specificationNames } from './registry.ts'

const read = (name: SpecificationName, raw: string) => {
  const value = readValue(name, raw)
  return value && [value.number, value.number2, value.words].filter((part) => part !== undefined)
}

describe('a value as somebody says it', () => {
  const cases: [SpecificationName, string, (number | string)[] | undefined][] = [
    ['display_size', '5.5', [550]],
    ['display_size', '5,5 inci', [550]],
    ['display_size', '5,5 in', [550]],
    ['display_size', '13.97 cm', [550]],
    ['battery', '4100 mAh', [4100]],
    ['battery', '4,100 mAh', [4100]],
    ['battery', '5 Ah', [5000]],
    ['battery', '4100 W', undefined],
    ['ram', '4 GB', [4096]],
    ['storage', '1 TB', [1_048_576]],
    ['cpu_clock', '2.0 GHz', [2000]],
    ['weight', '0.165 kg', [1650]],
    ['camera', '12.2 MP', [122]],
    ['depth', '8.5', [850]],
    ['display_resolution', '1080 x 1920 pixels', [1080, 1920]],
    ['display_resolution', 'Full HD', undefined],
    ['has_nfc', 'ya', [1]],
    ['has_nfc', 'None', [0]],
    ['has_nfc', 'perhaps', undefined],
    ['bands_lte', 'B40, 1, 3,5 , 8, 3', ['1 3 5 8 40']],
    ['bands_lte', 'all', undefined],
    ['generations', '5G, 4G, Gen Z', ['4g 5g']],
    ['energy_class', 'B', ['B']],
    ['energy_class', 'Z', undefined],
    ['system', 'Android 8.1', ['Android 8.1']],
    ['system', '  ', undefined],
  ]
  for (const [name, raw, wanted] of cases)
    it(`reads ${name} "${raw}" as ${wanted ? wanted.join(' by ') : 'nothing'}`, () =>
      assert.deepEqual(read(name, raw), wanted))

  it('is whole in its numbers and keeps what was said, whatever that was', () =>
    fc.assert(
      fc.property(fc.constantFrom(...specificationNames), fc.string(), (name, raw) => {
        const value = readValue(name, raw)
        if (!value) return
        assert.equal(value.raw, raw)
        for (const number of [value.number, value.number2])
          assert.ok(number === undefined || Number.isSafeInteger(number), `${number}`)
      }),
    ))
})
