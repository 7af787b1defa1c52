import type { Gawai } from '#platform/gawai.ts'
import type { SpecificationName } from '../specifications/registry.ts'
import type { Resolved, Saying } from '../specifications/resolve.ts'
import type { MarketCode, Radio } from '../tables.ts'
import { type Carrier, carriersOf } from './carrier-bands.ts'
import { type BandVerdict, type DeviceBands, verdictOf } from './verdict.ts'

const bandsOfRadio: Record<Radio, SpecificationName> = {
  gsm: 'bands_gsm',
  umts: 'bands_umts',
  lte: 'bands_lte',
  nr: 'bands_nr',
}
const radios = Object.keys(bandsOfRadio) as Radio[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- its own keys

/** What a device receives, by what counts of all that is said of it. */
export function deviceBands(specifications: ReadonlyMap<SpecificationName, Resolved>): DeviceBands {
  const known = radios.flatMap((radio): [Radio, Set<number>][] => {
    const values = specifications.get(bandsOfRadio[radio])?.values ?? []
    const read = values.flatMap(({ words }) => bandsIn(words))
    return read.length > 0 ? [[radio, new Set(read)]] : []
  })
  return new Map(known)
}

/** Who says what a device receives. */
export const bandSources = (specifications: ReadonlyMap<SpecificationName, Resolved>): Saying['provenance'][] =>
  radios.flatMap((radio) => specifications.get(bandsOfRadio[radio])?.provenance ?? [])

/** Words that are no list of bands tell none: `quad band` is not known. */
const bandsIn = (words = ''): number[] => (/^\d+(?: \d+)*$/.test(words) ? words.split(' ').map(Number) : [])

export interface CarrierVerdict extends BandVerdict {
  carrier: Carrier
}

/** How a device, by its specifications, works with each carrier of a market. */
export async function checkBands(
  gawai: Pick<Gawai, 'db'>,
  specifications: ReadonlyMap<SpecificationName, Resolved>,
  market: MarketCode,
): Promise<CarrierVerdict[]> {
  const received = deviceBands(specifications)
  return (await carriersOf(gawai, market)).map((carrier) => ({ carrier, ...verdictOf(carrier.bands, received) }))
}
