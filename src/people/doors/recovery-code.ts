import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { record } from '../audit.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    recovery_code: { id: Id; account_id: Id; hash: string; used_at: Instant | null }
  }
}

const atOnce = 10
/** 120 bits: so many that a plain digest is enough (ASVS 5.0, 6.5.3). */
const bytesOfCode = 15
/** No letter that looks like a digit (RFC 4648, base 32). */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Ten new codes instead of those that are left. @returns them as they are written down; kept nowhere */
export async function newRecoveryCodes(unit: Unit, account: Id): Promise<string[]> {
  const codes = Array.from({ length: atOnce }, newCode)
  await unit.tx.deleteFrom('recovery_code').where('account_id', '=', account).execute()
  const rows = codes.map((code) => ({ id: unit.newId(), account_id: account, hash: hashOf(code), used_at: null }))
  await unit.tx.insertInto('recovery_code').values(rows).execute()
  return codes
}

/** New codes in place of all that there are. */
export async function renewRecoveryCodes(unit: Unit, account: Id): Promise<string[]> {
  const codes = await newRecoveryCodes(unit, account)
  await record(unit, { by: account, action: 'account.recovery-codes-made', object: `account:${account}` })
  unit.tell({ kind: 'account.changed', account, what: 'factors' })
  return codes
}

function newCode(): string {
  const bits = [...randomBytes(bytesOfCode)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits.match(/.{5}/g)?.map((five) => alphabet[Number.parseInt(five, 2)]) ?? []
  return letters.join('').replace(/.{4}(?!$)/g, '$&-')
}

/** As somebody types it from paper: small letters, without lines, the digits that look like letters. */
const plain = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B')
    .replace(/[^A-Z2-7]/g, '')

const hashOf = (code: string): string => createHash('sha256').update(plain(code)).digest('base64url')

/** Uses a code up. @returns whether it was one of theirs and not used yet */
export async function useRecoveryCode(unit: Unit, { account, code }: { account: Id; code: string }): Promise<boolean> {
  const used = await unit.tx
    .updateTable('recovery_code')
    .set({ used_at: unit.now })
    .where('account_id', '=', account)
    .where('hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .returning('id')
    .execute()
  return used.length > 0
}
