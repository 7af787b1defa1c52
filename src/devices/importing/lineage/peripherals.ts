import { readValue } from '../../specifications/read-value.ts'
import type { SpecificationName } from '../../specifications/registry.ts'
import type { Value } from '../../specifications/value.ts'
import { leavesOf, type Tree } from '../tree.ts'

/** What the list of parts says by naming one; what it does not name may still be there. */
const flags: [SpecificationName, RegExp][] = [
  ['has_nfc', /\bNFC\b/i],
  ['has_headphone_jack', /3\.5\s*mm/i],
  ['has_infrared', /^IR blaster/i],
  ['has_radio', /FM radio/i],
  ['has_esim', /\beSIM\b/i],
]
const words: [SpecificationName, RegExp][] = [
  ['fingerprint', /fingerprint/i],
  ['loudspeakers', /speaker/i],
  ['usb', /USB/],
  ['positioning', /^(?:A-)?GPS|GLONASS|Galileo|BeiDou|QZSS|SBAS|NavIC|GNSS/i],
  ['sim', /^(?:dual|triple|single)\s+SIM/i],
  ['wireless_charging', /wireless charging/i],
]
const sensors: [RegExp, string][] = [
  [/accelerometer/i, 'accelerometer'],
  [/gyro/i, 'gyroscope'],
  [/compass|magnetometer/i, 'compass'],
  [/barometer/i, 'barometer'],
  [/proximity/i, 'proximity'],
  [/light sensor|ambient light/i, 'light'],
  [/hall effect/i, 'hall'],
  [/heart rate/i, 'heart-rate'],
  [/thermometer/i, 'thermometer'],
  [/pedometer/i, 'pedometer'],
  [/hygrometer/i, 'hygrometer'],
]

export function peripherals(tree: Tree | undefined): [SpecificationName, Value[]][] {
  const said = leavesOf(tree).map(({ words, label }) => (label === undefined ? words : `${label}: ${words}`))
  const naming = (pattern: RegExp) => said.filter((part) => pattern.test(part))
  return [
    ...flags.map(([name, pattern]): [SpecificationName, Value[]] => [
      name,
      naming(pattern)
        .slice(0, 1)
        .map((raw) => ({ number: 1, raw })),
    ]),
    ...words.map(([name, pattern]): [SpecificationName, Value[]] => [name, together(naming(pattern))]),
    ['sensors', sensorsAmong(said)],
  ]
}

const together = (parts: readonly string[]): Value[] =>
  parts.length === 0 ? [] : [{ words: parts.join(', '), raw: parts.join(', ') }]

function sensorsAmong(said: readonly string[]): Value[] {
  const known = said.filter((part) => sensors.some(([pattern]) => pattern.test(part)))
  const names = known.flatMap((part) => sensors.filter(([pattern]) => pattern.test(part)).map(([, name]) => name))
  const value = readValue('sensors', names.join(', '))
  return value ? [{ ...value, raw: known.join(', ') }] : []
}
