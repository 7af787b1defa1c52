import { z } from 'zod'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { siteKey } from '#platform/site-key.ts'
import { tokenHash } from './token.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    /** Challenges that were answered: each counts once. */
    spent_challenge: { hash: string; due_at: Instant }
  }
}

const lastsFor = 5 * 60 * 1000

/** What a challenge is for, and whose: another session or another browser cannot use it. */
export interface Asked {
  use: 'register' | 'sign-in' | 'prove'
  /** A session, or the token of a browser that has none yet. */
  holder: string
}

const sealedForm = z.object({ use: z.string(), holder: z.string(), due: z.number() })

const keyOf = ({ storage }: Pick<Gawai, 'storage'>) => siteKey(storage, 'challenges')

/**
 * What a passkey signs. It says itself, sealed, what it is for, so that nothing has to be written down for everybody
 * who only looks at the door.
 */
export async function newChallenge(
  gawai: Pick<Gawai, 'storage' | 'clock'>,
  { use, holder }: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await keyOf(gawai)
  const sealed = key.seal(JSON.stringify({ use, holder, due: gawai.clock.now() + lastsFor }))
  return Uint8Array.from(Buffer.from(sealed, 'base64url'))
}

/** Whether it is ours, for this, for them, and young enough. */
export async function isChallenge(
  gawai: Pick<Gawai, 'storage' | 'clock'>,
  challenge: string,
  { use, holder }: Asked,
): Promise<boolean> {
  const key = await keyOf(gawai)
  try {
    const said = sealedForm.parse(JSON.parse(key.open(challenge)))
    return said.use === use && said.holder === holder && said.due >= gawai.clock.now()
  } catch {
    return false
  }
}

/** Uses a challenge up. @returns false when it was answered before */
export async function spendChallenge(unit: Unit, challenge: string): Promise<boolean> {
  const spent = await unit.tx
    .insertInto('spent_challenge')
    .values({ hash: tokenHash(challenge), due_at: unit.now + lastsFor })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .execute()
  return spent.length > 0
}

/** Takes out those that are too old to be answered again. */
export async function forgetChallenges(unit: Unit): Promise<void> {
  await unit.tx.deleteFrom('spent_challenge').where('due_at', '<', unit.now).execute()
}
