import { execFile, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fillWithAccounts } from '../evals/doors/accounts.ts'
import { proxyEnvironment } from '../evals/doors/knocking.ts'
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
/** As nice as the process that hashes. */
const politeness = 10

interface Round {
  p50: number
  p99: number
  /** Milliseconds of the processor in a second. */
  cpu: number
}

/**
 * What readers of articles notice while 200 people a second sign in, one in four with the right password and each from
 * a network of their own, as when somebody tries stolen passwords: the same reads alone, beside a process
 * that only counts and gives way, and beside them, in turn.
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
  const [quiet, nice, busy]: [Round[], Round[], Round[]] = [[], [], []]
  const answers: SignIn[] = []
  for (let round = 0; round < times; round += 1) {
    quiet.push(await read(server, next))
    const stop = countNicely()
    nice.push(await read(server, next))
    stop()
    const [reading, signingIn] = await Promise.all([read(server, next), signIn(server, round)])
    busy.push(reading)
    answers.push(...signingIn)
  }
  await server.stop()
  copy.remove()
  return report({ quiet, nice, busy }, answers)
}

async function read(server: Server, next: () => string): Promise<Round> {
  const before = cpuOf(server.pids())
  const measured = await putLoad({ url: server.url, next, connections: 8, duration, rate: readsASecond })
  if (measured.failed > 0) throw new Error(`${measured.failed} articles were not answered`)
  const cpu = (cpuOf(server.pids()) - before) / measured.seconds
  return { p50: quantile(measured, 0.5), p99: quantile(measured, 0.99), cpu }
}

interface SignIn {
  kind: string
  took: number
}

/** Two hundred a second, from a process of its own. */
async function signIn({ url }: Server, round: number): Promise<SignIn[]> {
  const script = fileURLToPath(new URL('./signing-in.ts', import.meta.url))
  const wanted = [url, round, accounts, password, signInsASecond, duration].map(String)
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...wanted], { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as SignIn[]
}

/** What a core loses to any process that gives way: the measure of what this machine allows. */
function countNicely(): () => void {
  const counting = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
  setPriority(counting.pid ?? 0, politeness)
  return () => void counting.kill('SIGKILL')
}

function report(
  { quiet, nice, busy }: Record<'quiet' | 'nice' | 'busy', readonly Round[]>,
  answers: readonly SignIn[],
): Record<string, number> {
  const of = (rounds: readonly Round[], name: keyof Round) => median(rounds.map((round) => round[name]))
  const row = (name: string, rounds: readonly Round[]) => [
    name,
    of(rounds, 'p50'),
    of(rounds, 'p99'),
    of(rounds, 'cpu'),
  ]
  printTable(
    [`${readsASecond} articles/s`, 'p50 ms', 'p99 ms', 'CPU ms/s'],
    [
      row('alone', quiet),
      row('beside a nice process that counts', nice),
      row(`beside ${signInsASecond} sign-ins/s`, busy),
    ],
  )
  const groups = Map.groupBy(answers, ({ kind }) => kind)
  const tookOf = (some: readonly SignIn[]): Measured => ({
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
    niceP99: of(nice, 'p99'),
    besideP50: of(busy, 'p50'),
    besideP99: of(busy, 'p99'),
    besideCpu: of(busy, 'cpu'),
    signInsIn: groups.get('in')?.length ?? 0,
  }
}
