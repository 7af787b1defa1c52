import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { type Line, readLine } from './lines.ts'

export type Acknowledged = Extract<Line, { is: 'acknowledged' }>
type Asked = Extract<Line, { is: 'asked' }>

/** A publisher at work, as seen from outside. */
export interface Publishing {
  child: ChildProcess
  /** Of the publisher itself, once it is ready: the child may be a program around it. */
  pid: number | undefined
  /** The newest edition of each article that was acknowledged, by token. */
  acknowledged: Map<string, Acknowledged>
  acknowledgements: number
  /** Asked for and never answered: it may be there, whole, or not. */
  open: Map<string, Asked>
  ready: Promise<void>
  /** The child is gone and everything it said was read. */
  over: Promise<void>
  complaints: string
}

export interface PublishingWish {
  folder: string
  /** Told from the names of other rounds. */
  name: string
  writers?: number
  env?: Record<string, string>
  /** What runs the program, such as strace with its options. */
  under?: readonly string[]
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

const script = fileURLToPath(new URL('./publisher.ts', import.meta.url))

/** Starts a program that publishes until it is killed, and keeps the log of what it acknowledged. */
export function startPublishing({ folder, name, writers = 6, env = {}, under = [] }: PublishingWish): Publishing {
  const [program, ...words] = [...under, process.execPath, script, folder, name, String(writers)]
  const child = spawn(program, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const ready = Promise.withResolvers<void>()
  const publishing: Publishing = {
    child,
    pid: undefined,
    acknowledged: new Map(),
    acknowledgements: 0,
    open: new Map(),
    ready: ready.promise,
    over: new Promise((resolve) => child.once('close', () => resolve())),
    complaints: '',
  }
  child.stderr.on('data', (chunk) => (publishing.complaints += String(chunk)))
  onLines(child.stdout, (line) => {
    if (line.is !== 'ready') return note(publishing, line)
    publishing.pid = line.pid
    ready.resolve()
  })
  return publishing
}

/** Whole lines only: a program that is killed may have begun one more. */
function onLines(stream: Readable, hear: (line: Line) => void): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(readLine(line))
  })
}

function note(publishing: Publishing, line: Asked | Acknowledged): void {
  if (line.is === 'asked') return void publishing.open.set(line.token, line)
  publishing.open.delete(line.token)
  publishing.acknowledged.set(line.token, line)
  publishing.acknowledgements += 1
}
