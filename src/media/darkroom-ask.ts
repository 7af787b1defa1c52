import { type ChildProcess, fork } from 'node:child_process'
import { answerSchema, type Failed, type Work } from './darkroom-work.ts'

export type Answer = { print: unknown } | Failed

/** The darkroom's process, as the program sees it. It takes one piece of work at a time. */
export interface DarkroomProcess {
  readonly pid: number | undefined
  isAlive(): boolean
  /** @param longest in milliseconds; after that the process is killed */
  ask(work: Work, longest: number): Promise<Answer>
  end(): Promise<void>
}

/** Starts it. It holds the program open only while it works, and ends when the program does, however that ends. */
export function startDarkroomProcess(): DarkroomProcess {
  const child = fork(new URL('./darkroom-process.ts', import.meta.url), {
    serialization: 'advanced',
    // Else a test's own flags, or a debugger's port, would be taken over.
    execArgv: [],
    env: environment(),
    // Decoders write to it what they think of a file: whoever sends one could fill the log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let finish: (answer: Answer) => void = () => undefined
  const die = () => finish({ trouble: 'died' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void ended.then(die)
  child.on('message', (message) => finish(answerIn(message)))
  child.on('error', die)
  holdOpen(child, false)

  return {
    pid: child.pid,
    isAlive: () => child.connected && !child.killed,
    async ask(work, longest) {
      holdOpen(child, true)
      const answer = await new Promise<Answer>((resolve) => {
        const giveUp = () => {
          resolve({ trouble: 'late' })
          child.kill('SIGKILL')
        }
        const late = setTimeout(giveUp, longest)
        finish = (first) => {
          clearTimeout(late)
          resolve(first)
        }
        child.send(work, (error) => error && die())
      })
      holdOpen(child, false)
      return answer
    },
    async end() {
      finish({ trouble: 'closed' })
      holdOpen(child, true)
      child.kill('SIGKILL')
      await ended
    },
  }
}

/**
 * Nothing of the program's: what took over a decoder finds no password here, and is not shown where the server keeps
 * compiled code. Windows starts nothing without its root.
 */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot, TEMP } = process.env
  const plain = { PATH, HOME, SystemRoot, TEMP }
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
}

function holdOpen(child: ChildProcess, isHeld: boolean): void {
  const held = isHeld ? 'ref' : 'unref'
  child[held]()
  child.channel?.[held]()
}

function answerIn(message: unknown): Answer {
  const { data } = answerSchema.safeParse(message)
  if (data && 'print' in data) return { print: data.print }
  return data ?? { trouble: 'broken', reason: 'the answer is none' }
}
