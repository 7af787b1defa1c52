import { setTimeout as pause } from 'node:timers/promises'
import { fillWithAccounts, knownEmail, unknownEmail } from '../evals/doors/accounts.ts'
import { type Answered, knock, proxyEnvironment } from '../evals/doors/knocking.ts'
import { copyOf } from './copies.ts'
import { type Measured, putLoad, quantile } from './load.ts'
import { placesOf } from './places.ts'
import { cpuOf, type Server, startSite } from './processes.ts'
import { median, printTable } from './table.ts'

const signInsASecond = 200
const readsASecond = 500
const most = 500
const duration = 5000
const times = 4
const accounts = 200
const password = 'tiga ekor merpati'

interface Round {
  p50: number
  p99: number
  /** Milliseconds of the processor in a second. */
  cpu: number
}

/**
 * What readers of articles notice while 200 people a second sign in, one in four with the right password and each from
 * a network of their own, as when somebody tries stolen passwords: the same reads with and without them, in turn.
 */
export async function doors(folder: string): Promise<Record<string, number>> {
  const copy = copyOf(folder)
  await fillWithAccounts(copy.data, accounts, password)
  const server = await startSite('Gawai', copy.data, proxyEnvironment)
  const kept = placesOf(folder).articles.slice(-most)
  let asked = 0
  const next = () => kept[asked++ % kept.length] ?? '/'
  // The store holds what readers of a day read; else the making of pages would be measured.
  for (const path of kept) await (await fetch(server.url + path)).arrayBuffer()
  const [quiet, busy]: [Round[], Round[]] = [[], []]
  const answers: Answered[] = []
  for (let round = 0; round < times; round += 1) {
    quiet.push(await read(server, next))
    const [reading, signingIn] = await Promise.all([read(server, next), signIn(server, round)])
    busy.push(reading)
    answers.push(...signingIn)
  }
  await server.stop()
  copy.remove()
  return report(quiet, busy, answers)
}

async function read(server: Server, next: () => string): Promise<Round> {
  const before = cpuOf(server.pids())
  const measured = await putLoad({ url: server.url, next, connections: 8, duration, rate: readsASecond })
  if (measured.failed > 0) throw new Error(`${measured.failed} articles were not answered`)
  const cpu = (cpuOf(server.pids()) - before) / measured.seconds
  return { p50: quantile(measured, 0.5), p99: quantile(measured, 0.99), cpu }
}

/** Sends at its own pace, whatever is answered. */
async function signIn({ url }: Server, round: number): Promise<Answered[]> {
  const sent: Promise<Answered>[] = []
  const began = performance.now()
  for (let number = 0; number < (signInsASecond * duration) / 1000; number += 1) {
    const due = began + (number * 1000) / signInsASecond
    if (due > performance.now()) await pause(due - performance.now())
    const isRight = number % 4 === 0
    const email = isRight ? knownEmail(number % accounts) : unknownEmail(number)
    const from = `${20 + round}.${number >> 8}.${number & 255}.1`
    sent.push(knock(url, '/newsroom/sign-in/', { email, password: isRight ? password : 'bukan itu' }, from))
  }
  return Promise.all(sent)
}

function report(quiet: readonly Round[], busy: readonly Round[], answers: readonly Answered[]): Record<string, number> {
  const of = (rounds: readonly Round[], name: keyof Round) => median(rounds.map((round) => round[name]))
  const row = (name: string, rounds: readonly Round[]) => [
    name,
    of(rounds, 'p50'),
    of(rounds, 'p99'),
    of(rounds, 'cpu'),
  ]
  printTable(
    [`${readsASecond} articles/s`, 'p50 ms', 'p99 ms', 'CPU ms/s'],
    [row('alone', quiet), row(`beside ${signInsASecond} sign-ins/s`, busy)],
  )
  const groups = Map.groupBy(answers, kindOf)
  const tookOf = (some: readonly Answered[]): Measured => ({
    requests: some.length,
    failed: 0,
    seconds: 0,
    latencies: some.map(({ took }) => took).toSorted((left, right) => left - right),
  })
  const rows = [...groups].map(([kind, some]) => [
    kind,
    some.length,
    quantile(tookOf(some), 0.5),
    quantile(tookOf(some), 0.99),
  ])
  printTable(['sign-ins', 'answers', 'p50 ms', 'p99 ms'], rows)
  return {
    articleP50: of(quiet, 'p50'),
    articleP99: of(quiet, 'p99'),
    besideP50: of(busy, 'p50'),
    besideP99: of(busy, 'p99'),
    besideCpu: of(busy, 'cpu'),
    signInsIn: groups.get('in')?.length ?? 0,
  }
}

function kindOf({ status, body }: Answered): string {
  if (status === 303) return 'in'
  if (status === 503) return 'busy'
  if (status === 429) return 'slow'
  return status === 422 && body.includes('tidak cocok') ? 'wrong' : `another answer, ${status}`
}
