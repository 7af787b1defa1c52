import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** When a program is killed: after so many milliseconds, or where it passes a crash point for the n-th time. */
export type Moment = { is: 'random'; after: number } | { is: 'point'; name: string; nth: number }

/** A point that is not passed within this is not on the program's way. */
const patience = 20_000

/** Even rounds at random moments, odd ones at each crash point in turn. */
export function momentOf(round: number, points: readonly string[], longest: number, mostPassings: number): Moment {
  const name = points[Math.floor(round / 2) % points.length]
  if (round % 2 === 0 || name === undefined) return { is: 'random', after: Math.random() * longest }
  return { is: 'point', name, nth: 1 + Math.floor(Math.random() * mostPassings) }
}

export const wordsOf = (moment: Moment): string =>
  moment.is === 'random' ? `${moment.after.toFixed(0)} ms after its start` : `${moment.name}, passing ${moment.nth}`

export const armed = (moment: Moment): Record<string, string> =>
  moment.is === 'point' ? { GAWAI_CRASH_AT: `${moment.name}:${moment.nth}` } : {}

/**
 * Waits for the moment and for the end of the program.
 *
 * @param over settled when the program is gone and everything it said was read
 * @returns whether it was killed: a program may be done before its moment comes
 */
export async function killedAt(child: ChildProcess, moment: Moment, over: Promise<void>): Promise<boolean> {
  const alarm = new AbortController()
  const wait = pause(moment.is === 'random' ? moment.after : patience, undefined, { signal: alarm.signal })
  void wait.then(() => child.kill('SIGKILL')).catch(() => {})
  await over
  alarm.abort()
  return child.signalCode === 'SIGKILL'
}
