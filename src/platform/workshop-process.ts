import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'

/** What a process said to what it was asked, or why it says nothing. */
export type Told = { told: unknown } | { lost: Lost }
export type Lost = 'died' | 'late' | 'closed'

/** A process beside the program, as the program sees it. It takes one piece of work at a time. */
export interface WorkshopProcess {
  readonly pid: number | undefined
  isAlive(): boolean
  /**
   * @param work is copied into the process
   * @param longest in milliseconds; after that the process is killed
   */
  ask(work: object, longest: number): Promise<Told>
  end(): Promise<void>
}

/**
 * Starts it. It holds the program open only while it works, and ends when the program does, however that ends.
 *
 * @param script answers by `workOn`
 */
export function startWorkshopProcess(script: URL): WorkshopProcess {
  const child = fork(script, {
    serialization: 'advanced',
    // Else a test's own flags, or a debugger's port, would be taken over.
    execArgv: [],
    env: environment(),
    // Libraries write to it what they think of their input: whoever sends that could fill the log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  giveWay(child)
  let finish: (told: Told) => void = () => undefined
  const die = () => finish({ lost: 'died' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void ended.then(die)
  child.on('message', (told) => finish({ told }))
  child.on('error', die)
  holdOpen(child, false)

  return {
    pid: child.pid,
    isAlive: () => child.connected && !child.killed,
    async ask(work, longest) {
      holdOpen(child, true)
      const answer = await new Promise<Told>((resolve) => {
        const giveUp = () => {
          resolve({ lost: 'late' })
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
      finish({ lost: 'closed' })
      holdOpen(child, true)
      child.kill('SIGKILL')
      await ended
    },
  }
}

/**
 * Readers come first; but some of them wait for this. Said from here, before the process has threads of its own: on
 * Linux a thread has the priority of the one that made it, and a process that says so itself says it of one thread.
 */
function giveWay({ pid }: ChildProcess): void {
  if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
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
