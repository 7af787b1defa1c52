import type { Gawai } from '#platform/gawai.ts'
import { isChallenge, type Asked } from './challenge.ts'
import type { Session } from './session.ts'

export type Doors = Pick<Gawai, 'db' | 'write' | 'use' | 'storage' | 'clock' | 'origin' | 'settings'>

/** Loaded when somebody has a passkey in hand. */
export const webauthn = () => import('@simplewebauthn/server')

/** A passkey belongs to a host name: not to a port, and never to an address in numbers. */
export const relyingParty = ({ origin }: Pick<Gawai, 'origin'>): string => new URL(origin).hostname

/**
 * EdDSA, ES256, RS256 (IANA COSE): what authenticators have. Named, because the library would try out what comes after
 * them, and Node warns of that.
 */
export const algorithms = [-8, -7, -257]

/** Challenges of a session; those of a browser at the door are held by the token in its cookie. */
export const heldBySession = ({ id }: Session): string => `session ${id}`
export const heldByBrowser = (token: string): string => `browser ${token}`

/** The challenge that was signed, once it is known to be ours. */
export interface Said {
  challenge?: string
}

/** What every answer of a passkey is held to. */
export const expected = (gawai: Doors, asked: Asked, said: Said) => ({
  expectedOrigin: gawai.origin,
  expectedRPID: relyingParty(gawai),
  expectedChallenge: async (challenge: string) => {
    said.challenge = challenge
    return isChallenge(gawai, challenge, asked)
  },
  requireUserVerification: true,
})
