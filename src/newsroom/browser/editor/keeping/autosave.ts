import { type Filled, isSame, type Known, type Token } from './filled.ts'
import { dueAt, pauseAfter } from './pace.ts'

/** One save. It is sent again as it is until it is answered: then it is clear what the newsroom has. */
export interface Attempt {
  key: string
  on: Token
  filled: Filled
}

export interface Holder {
  name: string
  since: number
  isYou: boolean
}

export type Answer =
  | { outcome: 'saved'; version: number; revision: number; at: number }
  | { outcome: 'behind' }
  | { outcome: 'held'; by: Holder }
  | { outcome: 'signedOut' | 'otherAccount' | 'unreachable' }
  /** It holds something that cannot be kept as it is: in which fields, and what is wrong with each. */
  | { outcome: 'refused'; problem: string; fields?: Readonly<Record<string, string>> }

/** `same`: there was nothing to save. */
export type Told = Answer | { outcome: 'saving' | 'same' }

/** What autosave stands in: all of it comes from outside, so that it is tested without a browser. */
export interface AutosaveParts {
  known: Known
  read(): Filled
  send(attempt: Attempt): Promise<Answer>
  /** Called before a save is sent and after it was answered. */
  keep(attempt: Attempt | undefined): Promise<void>
  told(what: Told): void
  newKey(): string
  clock: { now(): number; after(milliseconds: number, work: () => void): () => void }
}

export interface Autosave {
  known: Known
  readonly attempt: Attempt | undefined
  readonly isUnderWay: boolean
  changed(): void
  /** Saves what differs, without waiting for the hand to rest. */
  now(): Promise<void>
  /** Nothing is sent until `goOn`: somebody else writes, or somebody must choose. */
  stop(): void
  goOn(): void
}

export function autosave({ read, send, keep, told, newKey, clock, ...parts }: AutosaveParts): Autosave {
  let attempt: Attempt | undefined
  let changes: { first: number; last: number } | undefined
  let [isUnderWay, isStopped, failures] = [false, false, 0]
  let cancel = () => {}

  function plan(): void {
    cancel()
    if (isUnderWay || isStopped || (!changes && !attempt)) return
    const now = clock.now()
    const due = failures > 0 || !changes ? now + pauseAfter(Math.max(1, failures)) : dueAt(changes)
    cancel = clock.after(Math.max(0, due - now), () => void save())
  }

  async function save(): Promise<void> {
    cancel()
    if (isUnderWay || isStopped) return
    attempt ??= nextAttempt()
    if (!attempt) return told({ outcome: 'same' })
    isUnderWay = true
    told({ outcome: 'saving' })
    await keep(attempt)
    const answer = await send(attempt)
    isUnderWay = false
    take(answer, attempt)
    await keep(attempt)
  }

  function nextAttempt(): Attempt | undefined {
    const filled = read()
    changes = undefined
    const { version, revision } = self.known
    return isSame(filled, self.known.filled) ? undefined : { key: newKey(), on: { version, revision }, filled }
  }

  function take(answer: Answer, { filled }: Attempt): void {
    const isLost = ['unreachable', 'signedOut', 'otherAccount'].includes(answer.outcome)
    failures = isLost ? failures + 1 : 0
    if (!isLost) attempt = undefined
    if (answer.outcome === 'saved') self.known = { version: answer.version, revision: answer.revision, filled }
    if (answer.outcome === 'behind' || answer.outcome === 'held') isStopped = true
    told(answer)
    plan()
  }

  const self: Autosave = {
    known: parts.known,
    get attempt() {
      return attempt
    },
    get isUnderWay() {
      return isUnderWay
    },
    changed() {
      const now = clock.now()
      changes = { first: changes?.first ?? now, last: now }
      // What failed has its own time.
      if (failures === 0) plan()
    },
    async now() {
      await save()
    },
    stop() {
      isStopped = true
      cancel()
    },
    goOn() {
      isStopped = false
      failures = 0
      self.changed()
    },
  }
  return self
}
