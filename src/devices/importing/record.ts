import type { Provenance } from '../provenance.ts'
import type { SpecificationName } from '../specifications/registry.ts'
import type { Value } from '../specifications/value.ts'
import type { AliasKind, Category, MarketCode } from '../tables.ts'

/** What a source says of one device: what a reader makes of a file, and what `keepRecords` writes. */
export interface DeviceRecord {
  /** By what its source calls it; the same in every version of the file. */
  key: string
  /** Where it stands in the file, such as `line 12`. */
  where: string
  brand: string
  /** Without the brand's. */
  name: string
  category?: Category | undefined
  /** EDTF. */
  announced?: string | undefined
  released?: string | undefined
  /** Where versions of it came out on different days: what the version is called, and its day in EDTF. */
  releases: readonly { label: string; at: string }[]
  codes: readonly { code: string; market?: MarketCode | undefined }[]
  /** Its other names. */
  names: readonly { kind: AliasKind; words: string; needsBrand?: boolean; market?: MarketCode | undefined }[]
  says: readonly Said[]
  /** Who says it, where each record has a page of its own. */
  provenance?: Provenance | undefined
  /** All that the source says, also what nobody here understands. */
  raw: string
}

interface Said {
  name: SpecificationName
  values: readonly Value[]
}

/** What of a file could not be read, and what to do about it. */
export interface Problem {
  where: string
  what: string
  todo: string
  /** Whether only a part of the record is concerned, and the rest was kept. */
  isPart?: true
}

export interface ReadRecords {
  records: DeviceRecord[]
  problems: Problem[]
}
