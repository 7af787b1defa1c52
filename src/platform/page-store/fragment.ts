import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { Instant } from '../database/tables.ts'
import { crc32Combine } from './crc32-combine.ts'

/** A rendered piece of a page, compressed so that its bytes can stand anywhere inside a gzip stream. */
export interface Fragment {
  readonly subject: string
  readonly view: string
  /** Raw deflate blocks that end at a byte (sync flush) and are not the last of their stream. */
  readonly bytes: Buffer
  /** CRC-32 and length in bytes of the text. */
  readonly crc: number
  readonly length: number
  /** From this instant on the text is out of date; Infinity for most. */
  readonly until: Instant
  /** The count of drops when its data began to be read; see `Drops`. */
  readonly asOf: number
}

export const fragmentKey = (subject: string, view: string): string => `${subject} ${view}`

/** Level 6 takes longer on long texts and saves less than a percent; see docs/decisions/005. */
const level = 5
const levelOfLiterals = 1

export function makeFragment(
  { subject, view }: { subject: string; view: string },
  text: string,
  { asOf, until = Infinity }: { asOf: number; until?: Instant | undefined },
): Fragment {
  return { subject, view, until, asOf, ...compressed(text, level) }
}

/** Text that belongs to one page only and is kept in its composition; it is compressed again at each joining. */
export const literal = (text: string): Fragment => ({ ...nobodys, ...compressed(text, levelOfLiterals) })

/** A whole page for one answer. */
export const whole = (text: string): Fragment => ({ ...nobodys, ...compressed(text, level) })

const nobodys = { subject: '', view: '', until: Infinity, asOf: Infinity }

/**
 * The parts as one piece of memory of just their length. What zlib gives is the beginning of 16 KB that it took, and
 * small buffers are cut from a shared piece: kept as they are, few bytes would hold many.
 */
function ownMemory(parts: readonly Buffer[]): Buffer {
  const own = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) at += part.copy(own, at)
  return own
}

function compressed(text: string, effort: number): Pick<Fragment, 'bytes' | 'crc' | 'length'> {
  const raw = Buffer.from(text)
  const bytes = ownMemory([deflateRawSync(raw, { level: effort, finishFlush: constants.Z_SYNC_FLUSH })])
  return { bytes, crc: crc32(raw), length: raw.length }
}

/** Magic number, deflate, no flags, no time, no extra flags, unknown system (RFC 1952 §2.3). */
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** An empty last block with fixed codes (RFC 1951 §3.2.3): it closes the stream. */
const lastBlock = Buffer.from([3, 0])

export interface Joined {
  gzip: Buffer
  /** CRC-32 and length in bytes of the whole text. */
  crc: number
  length: number
}

/** Lays fragments one after the other inside one gzip member: no byte is compressed again. */
export function joinFragments(fragments: readonly Fragment[]): Joined {
  let crc = 0
  let length = 0
  for (const fragment of fragments) {
    crc = length === 0 ? fragment.crc : crc32Combine(crc, fragment.crc, fragment.length)
    length += fragment.length
  }
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc, 0)
  trailer.writeUInt32LE(length % 2 ** 32, 4)
  const parts = [header, ...fragments.map(({ bytes }) => bytes), lastBlock, trailer]
  return { gzip: ownMemory(parts), crc, length }
}
