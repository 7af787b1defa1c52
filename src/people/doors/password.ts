import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Gawai } from '#platform/gawai.ts'
import { Invalid } from '#platform/refusals.ts'
import { openHashing } from './hashing.ts'

/** OWASP Password Storage Cheat Sheet (argon2id, 19 MiB): about 50 ms of one core. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltLength = 16
const hashLength = 32

const shortest = 8
const longest = 256

type Hashers = Pick<Gawai, 'use'>

const hashed = ({ use }: Hashers, password: string, nonce: Uint8Array): Promise<Uint8Array> =>
  use(openHashing).hash({ message: password.normalize('NFKC'), nonce, tagLength: hashLength, ...cost })

/**
 * The password as the database may keep it (PHC string format).
 *
 * @throws NotNow when too many wait already
 */
export async function hashPassword(gawai: Hashers, password: string): Promise<string> {
  const salt = randomBytes(saltLength)
  return phc(salt, await hashed(gawai, password, salt))
}

const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

const phc = (salt: Uint8Array, hash: Uint8Array): string =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(hash)}`

/** Of nobody: costs as much to compare with as somebody's. */
const nobody = phc(randomBytes(saltLength), randomBytes(hashLength))

/**
 * Whether it is the password that was hashed. Takes the same time when there is none.
 *
 * @throws NotNow when too many wait already
 */
export async function isPassword(gawai: Hashers, password: string, kept: string | undefined): Promise<boolean> {
  const [, , , , salt = '', hash = ''] = (kept ?? nobody).split('$')
  const given = await hashed(gawai, password, Buffer.from(salt, 'base64'))
  const right = Buffer.from(hash, 'base64')
  return timingSafeEqual(given, right) && kept !== undefined
}

/** What stands for a person and this site: what somebody tries who knows them. */
export const ownWords = (site: string, { name, email }: { name: string; email: string }): string[] => [
  name,
  ...name.split(' '),
  email.split('@')[0] ?? '',
  site,
]

/**
 * @param own as `ownWords` has them: a password made of one of them is the first guess
 * @throws Invalid when it is too short, too long, or among the first that somebody would try
 */
export async function proveNewPassword(password: string, own: readonly string[]): Promise<void> {
  const normal = password.normalize('NFKC')
  const length = Array.from(normal).length
  if (length < shortest || length > longest)
    throw new Invalid(`A password has ${shortest} to ${longest} characters, and this one has ${length}`, {
      key: 'password.length',
      values: { shortest, longest, count: length },
    })
  const { isCommonPassword } = await import('./common-passwords.ts')
  const bare = normal.toLowerCase()
  if (isCommonPassword(bare))
    throw new Invalid('This password is one of the first that anybody tries: choose another', {
      key: 'password.common',
    })
  const known = own.find((word) => lettersOf(word).length > 3 && lettersOf(bare) === lettersOf(word))
  if (known !== undefined)
    throw new Invalid(`This password is "${known}" with a few signs around it: choose one that says nothing of you`, {
      key: 'password.own',
      values: { word: known },
    })
}

const lettersOf = (word: string): string => word.toLowerCase().replace(/[^\p{L}]+/gu, '')
