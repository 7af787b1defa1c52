/** What a value is: see `readValue` for what each is read from, and `SpecificationTable` for where it is kept. */
export type ValueType = 'flag' | 'count' | 'quantity' | 'resolution' | 'choice' | 'words' | 'set' | 'bands'

/** The units of quantities, as they are kept and shown. */
export type Unit = 'mm' | 'g' | 'mAh' | 'Hz' | 'MHz' | 'nit' | 'W' | 'MB' | 'MP' | 'in' | 'year' | 'min' | '%'

export interface Specification {
  group: Group
  type: ValueType
  unit?: Unit
  /** How many of the whole number that is kept make one unit: 100 for hundredths. 1 when it is not said. */
  scale?: number
  /** Which is better, where one is. */
  better?: 'high' | 'low'
  /** How the finder offers it: each choice, steps of a quantity, or a yes. */
  facet?: 'choice' | 'steps' | 'flag'
  /** Several at once, each with a label: cameras, displays, memory sizes. */
  isMany?: true
  /** What a choice or a set may hold; whatever else is said stays words. */
  choices?: readonly string[]
  /** Among the few that stand at the top of a device's page. */
  isKey?: true
}

export const groups = [
  'body',
  'display',
  'platform',
  'memory',
  'camera',
  'battery',
  'network',
  'connections',
  'sensors',
  'sound',
  'software',
  'care',
] as const
export type Group = (typeof groups)[number]

const generations = ['2g', '3g', '4g', '5g'] as const
const grades = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const

/** Everything that can be known of a device, in the order in which it is shown. The words of each stand in `words`. */
export const specifications = {
  height: { group: 'body', type: 'quantity', unit: 'mm', scale: 100 },
  width: { group: 'body', type: 'quantity', unit: 'mm', scale: 100 },
  depth: { group: 'body', type: 'quantity', unit: 'mm', scale: 100, better: 'low' },
  weight: { group: 'body', type: 'quantity', unit: 'g', scale: 10, better: 'low', facet: 'steps' },
  materials: { group: 'body', type: 'words' },
  ip_rating: { group: 'body', type: 'words', facet: 'choice' },
  sim: { group: 'body', type: 'words' },

  display_size: {
    group: 'display',
    type: 'quantity',
    unit: 'in',
    scale: 100,
    facet: 'steps',
    isMany: true,
    isKey: true,
  },
  display_resolution: { group: 'display', type: 'resolution', isMany: true },
  display_technology: { group: 'display', type: 'words', isMany: true },
  display_density: { group: 'display', type: 'count', isMany: true, better: 'high' },
  refresh_rate: { group: 'display', type: 'quantity', unit: 'Hz', better: 'high', facet: 'steps', isMany: true },
  brightness: { group: 'display', type: 'quantity', unit: 'nit', better: 'high', isMany: true },
  display_protection: { group: 'display', type: 'words' },

  chipset: { group: 'platform', type: 'words', facet: 'choice', isMany: true, isKey: true },
  cpu: { group: 'platform', type: 'words', isMany: true },
  cpu_cores: { group: 'platform', type: 'count', facet: 'steps', isMany: true },
  cpu_clock: { group: 'platform', type: 'quantity', unit: 'MHz', better: 'high', isMany: true },
  gpu: { group: 'platform', type: 'words', isMany: true },
  architecture: { group: 'platform', type: 'words' },

  ram: { group: 'memory', type: 'quantity', unit: 'MB', better: 'high', facet: 'steps', isMany: true, isKey: true },
  storage: { group: 'memory', type: 'quantity', unit: 'MB', better: 'high', facet: 'steps', isMany: true, isKey: true },
  storage_type: { group: 'memory', type: 'words' },
  card_slot: { group: 'memory', type: 'words', facet: 'choice' },
  card_most: { group: 'memory', type: 'quantity', unit: 'MB', better: 'high' },

  camera: { group: 'camera', type: 'quantity', unit: 'MP', scale: 10, better: 'high', isMany: true, isKey: true },
  flash: { group: 'camera', type: 'words', isMany: true },
  video: { group: 'camera', type: 'words' },

  battery: {
    group: 'battery',
    type: 'quantity',
    unit: 'mAh',
    better: 'high',
    facet: 'steps',
    isMany: true,
    isKey: true,
  },
  battery_technology: { group: 'battery', type: 'words' },
  is_battery_removable: { group: 'battery', type: 'flag', facet: 'flag' },
  charging: { group: 'battery', type: 'quantity', unit: 'W', scale: 10, better: 'high', facet: 'steps' },
  wireless_charging: { group: 'battery', type: 'quantity', unit: 'W', scale: 10, better: 'high', facet: 'steps' },

  generations: { group: 'network', type: 'set', facet: 'choice', choices: generations },
  bands_gsm: { group: 'network', type: 'bands' },
  bands_umts: { group: 'network', type: 'bands' },
  bands_lte: { group: 'network', type: 'bands' },
  bands_nr: { group: 'network', type: 'bands' },
  has_esim: { group: 'network', type: 'flag', facet: 'flag' },

  wifi: { group: 'connections', type: 'words' },
  bluetooth: { group: 'connections', type: 'words' },
  has_nfc: { group: 'connections', type: 'flag', facet: 'flag' },
  usb: { group: 'connections', type: 'words' },
  has_infrared: { group: 'connections', type: 'flag', facet: 'flag' },
  has_radio: { group: 'connections', type: 'flag', facet: 'flag' },
  positioning: { group: 'connections', type: 'words' },

  sensors: { group: 'sensors', type: 'set' },
  fingerprint: { group: 'sensors', type: 'words' },

  has_headphone_jack: { group: 'sound', type: 'flag', facet: 'flag' },
  loudspeakers: { group: 'sound', type: 'words' },

  system: { group: 'software', type: 'words', isKey: true },
  update_years: { group: 'software', type: 'quantity', unit: 'year', better: 'high', facet: 'steps' },

  energy_class: { group: 'care', type: 'choice', choices: grades, facet: 'choice' },
  repair_class: { group: 'care', type: 'choice', choices: grades, facet: 'choice' },
  drop_class: { group: 'care', type: 'choice', choices: grades },
  battery_endurance: { group: 'care', type: 'quantity', unit: 'min', better: 'high' },
  battery_cycles: { group: 'care', type: 'count', better: 'high' },
} as const satisfies Record<string, Specification>

export type SpecificationName = keyof typeof specifications

export const specificationNames = Object.keys(specifications) as SpecificationName[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- its own keys

export const isSpecification = (word: string): word is SpecificationName => Object.hasOwn(specifications, word)

/** A specification with what its kind allows, whatever its name. */
export const specificationOf = (name: SpecificationName): Specification => specifications[name]
