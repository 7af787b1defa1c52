import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { Invalid } from '#platform/refusals.ts'

const derive = promisify(argon2)

/** OWASP Password Storage Cheat Sheet (argon2id, 19 MiB): about 50 ms of one core. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltLength = 16
const hashLength = 32

const shortest = 8
const longest = 256

/**
 * One core is left to readers, however many people sign in. Whoever finds this many waiting is told to come again:
 * a second's work on one core.
 */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1))
const mostWaiting = 20

/** The program is busy with other people's passwords. */
export class Busy extends Error {}

let working = 0
const waiting: (() => void)[] = []

/** @throws Busy when too many wait already */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Busy('Too many sign-ins at this moment')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else working += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }
}

const hashed = (password: string, nonce: Uint8Array): Promise<Uint8Array> =>
  inTurn(() => derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: hashLength, ...cost }))

/** The password as the database may keep it (PHC string format). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength)
  return phc(salt, await hashed(password, salt))
}

const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')

const phc = (salt: Uint8Array, hash: Uint8Array): string =>
  `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(hash)}`

/** Of nobody: costs as much to compare with as somebody's. */
const nobody = phc(randomBytes(saltLength), randomBytes(hashLength))

/**
 * Whether it is the password that was hashed. Takes the same time when there is none.
 *
 * @throws Busy
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, , , , salt = '', hash = ''] = (kept ?? nobody).split('$')
  const given = await hashed(password, Buffer.from(salt, 'base64'))
  const right = Buffer.from(hash, 'base64')
  return timingSafeEqual(given, right) && kept !== undefined
}

/**
 * @param own words that stand for this person and this site: a password made of one of them is the first guess
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
