import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readValue, showValues, type SpecificationName } from '#devices'
import { readWords } from '#platform/i18n.ts'

const words = readWords([new URL('../words/', import.meta.url)])
const tongues = (['id', 'en'] as const).map((lang) => ({ lang, say: words.in(lang) }))

/** How what was said is shown, in Indonesian and in English. */
const shown = (name: SpecificationName, said: string, label?: string) => {
  const value = readValue(name, said) ?? { raw: said }
  return tongues.map((tongue) => showValues(name, [{ ...value, ...(label !== undefined && { label }) }], tongue))
}

const cases: [name: SpecificationName, said: string, indonesian: string, english: string][] = [
  ['display_size', '5.5', '5,5 inci', '5.5 in'],
  ['display_size', '6,21 inci', '6,21 inci', '6.21 in'],
  ['depth', '0.85 cm', '8,5 mm', '8.5 mm'],
  ['weight', '175', '175 g', '175 g'],
  ['ram', '4 GB', '4 GB', '4 GB'],
  ['ram', '512 MB', '512 MB', '512 MB'],
  ['storage', '1 TB', '1 TB', '1 TB'],
  ['battery', '3400 mAh', '3.400 mAh', '3,400 mAh'],
  ['cpu_clock', '2.8 GHz', '2,8 GHz', '2.8 GHz'],
  ['cpu_clock', '800 MHz', '800 MHz', '800 MHz'],
  ['camera', '12.2 MP', '12,2 MP', '12.2 MP'],
  ['brightness', '1000 nits', '1.000 nit', '1,000 nits'],
  ['display_resolution', '1080x2248', '1080 × 2248 piksel', '1080 × 2248 pixels'],
  ['has_nfc', 'yes', 'Ya', 'Yes'],
  ['has_nfc', 'no', 'Tidak', 'No'],
  ['generations', '4G, 3G', '3G, 4G', '3G, 4G'],
  ['bands_lte', 'B1 B3 B5', '1, 3, 5', '1, 3, 5'],
  ['sensors', 'Gyroscope, Hall effect sensor', 'giroskop, sensor magnet', 'gyroscope, magnet (Hall effect)'],
  ['update_years', '1', '1 tahun', '1 year'],
  ['update_years', '4', '4 tahun', '4 years'],
  ['battery_endurance', '42 h', '42 jam', '42 h'],
  ['battery_endurance', '95', '1 jam 35 menit', '1 h 35 min'],
  ['battery', 'about as much as a brick', 'about as much as a brick', 'about as much as a brick'],
]

describe('a value in words', () => {
  for (const [name, said, indonesian, english] of cases)
    it(`says "${said}" of ${name} as "${indonesian}" and "${english}"`, () => {
      assert.deepEqual(shown(name, said), [indonesian, english])
    })

  it('names which of several it is about, in the words of the source where ours have none', () => {
    assert.deepEqual(shown('camera', '8 MP', 'front'), ['8 MP (depan)', '8 MP (front)'])
    assert.deepEqual(shown('camera', '8 MP', 'Night'), ['8 MP (Night)', '8 MP (Night)'])
  })
})
