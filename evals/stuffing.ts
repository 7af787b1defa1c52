import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cpuOf, privateMemoryOf, type Server } from '../bench/processes.ts'
import { fillWithAccounts, knownEmail, unknownEmail } from './doors/accounts.ts'
import { knock, startDoors } from './doors/knocking.ts'
import type { Eval } from './run.ts'

interface Try {
  email: string
  address: string
  network: string
}

/** What the doors promise within a quarter of an hour; written here again, so that a limit that grows is seen. */
const most = { network: 100, address: 30, password: 5, account: 25 } as const
/** Behind the 25th try for an account, one try more after so many seconds, and so on. */
const pauses = [60, 120, 240, 480, 900]
const networks = 6
const addressesInEach = 25
const accounts = 300
/** Fewer than are hashed in a second: on a quiet machine nobody is sent away because others are being served. */
const atOnce = 12

/**
 * Sends stolen pairs of address and password from many network addresses, as programs do, half of them for accounts
 * that are there. How many were compared with a hash is told twice: by what was answered, and by what the server's
 * processor did.
 *
 * Then a thousand tries for one account, each from a network of its own: no more are compared than the limit of an
 * account lets through.
 *
 * Arguments: tries (20,000)
 */
export const run: Eval = async ([count = '20000'], out) => {
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  try {
    await fillWithAccounts(folder, accounts + 1, 'tiga ekor merpati')
    const server = await startDoors(folder)
    // A program that is not warm yet works more for each try, and takes the memory that it needs once.
    await costsOf(server)
    const tries = Array.from({ length: Number(count) }, (_, number) => tryOf(number))
    const before = { cpu: cpuOf(server.pids()), memory: privateMemoryOf(server.pids()) }
    const answers = await sendAll(server, tries)
    const cpu = cpuOf(server.pids()) - before.cpu
    const memoryMB = privateMemoryOf(server.pids()) - before.memory
    const begun = performance.now()
    const aimed = await sendAll(server, aimedTries(1000))
    const aimedAllowed = allowedWithin(performance.now() - begun)
    const cost = await costsOf(server)
    await server.stop()
    const allowed = allowedOf(tries)
    const compared = answers.get('compared') ?? 0
    const beyond = tries.length - allowed
    for (const [answer, times] of answers) out(`${answer}: ${times}`)
    for (const [answer, times] of aimed) out(`for one account, ${answer}: ${times}`)
    return {
      tries: tries.length,
      allowed,
      compared,
      beyondShare: Math.max(0, compared - allowed) / beyond,
      comparedByProcessor: Math.round((cpu - tries.length * cost.refused) / (cost.compared - cost.refused)),
      cpuMsEach: cpu / tries.length,
      memoryMB: Math.round(memoryMB),
      aimedAllowed,
      aimedCompared: aimed.get('compared') ?? 0,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function tryOf(number: number): Try {
  const network = `20.${number % networks}.0`
  const address = `${network}.${1 + (Math.floor(number / networks) % addressesInEach)}`
  const account = (number * 7919) % (accounts * 2)
  return { email: account < accounts ? knownEmail(account) : unknownEmail(account), address, network }
}

/** How many the limits let through, counted anew: each kind is asked only when the wider ones let it through. */
function allowedOf(tries: readonly Try[]): number {
  const counted = new Map<string, number>()
  const isWithin = (key: string, limit: number) => {
    const times = (counted.get(key) ?? 0) + 1
    counted.set(key, times)
    return times <= limit
  }
  return tries.filter(
    ({ email, address, network }) =>
      isWithin(`network ${network}`, most.network) &&
      isWithin(`address ${address}`, most.address) &&
      isWithin(`password ${email} ${network}`, most.password) &&
      isWithin(`account ${email}`, most.account),
  ).length
}

/** One account that is tried for nowhere else, each try from a network of its own. */
const aimedTries = (count: number): Try[] =>
  Array.from({ length: count }, (_, number) => {
    const network = `40.${number >> 8}.${number & 255}`
    return { email: knownEmail(accounts), address: `${network}.1`, network }
  })

/** How many of them are let through within so many milliseconds. */
function allowedWithin(took: number): number {
  let end = 0
  const ended = pauses.filter((seconds) => (end += seconds * 1000) <= took)
  return most.account + ended.length
}

async function sendAll({ url }: Server, tries: readonly Try[]): Promise<Map<string, number>> {
  const answers = new Map<string, number>()
  let next = 0
  const send = async (one: Try): Promise<void> => {
    const fields = { email: one.email, password: 'curian dari tempat lain' }
    const { status, body } = await knock(url, '/newsroom/sign-in/', fields, one.address)
    const answer = meaningOf(status, body)
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    if (answer !== 'busy') return
    // Not compared and not counted: on a busy machine fewer may wait than come from here.
    await pause(1000)
    await send(one)
  }
  const client = async () => {
    for (let one = tries[next]; one; one = tries[next]) {
      next += 1
      await send(one)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, client))
  return answers
}

function meaningOf(status: number, body: string): string {
  if (status === 429 && body.includes('Sudah terlalu sering dicoba')) return 'slow'
  if (status === 503 && body.includes('Terlalu banyak orang')) return 'busy'
  return status === 422 && body.includes('tidak cocok') ? 'compared' : `another answer, ${status}`
}

/** Milliseconds of the server's processor for a try that is compared, and for one that is refused before. */
async function costsOf({ url, pids }: Server): Promise<{ compared: number; refused: number }> {
  const costOf = async (times: number, ask: (number: number) => Promise<unknown>) => {
    for (let number = 0; number < times / 5; number += 1) await ask(number)
    const before = cpuOf(pids())
    for (let number = 0; number < times; number += 1) await ask(times + number)
    return (cpuOf(pids()) - before) / times
  }
  const fields = { email: unknownEmail(999_999), password: 'x' }
  const compared = await costOf(20, (number) =>
    knock(url, '/newsroom/sign-in/', { ...fields, email: unknownEmail(900_000 + number) }, `30.${number}.0.1`),
  )
  // Refused as nearly all below are: for their network, which has had its hundred before the counting begins.
  const refused = await costOf(500, (number) => knock(url, '/newsroom/sign-in/', fields, `31.0.0.${number % 50}`))
  return { compared, refused }
}
