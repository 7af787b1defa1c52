import type { Account } from '#people'
import type { Visit } from '../route.ts'

/** With what somebody comes in, in a line; somebody whose link nobody has used yet comes in with nothing. */
export function waysLine({ say }: Visit, { hasPassword, factors }: Account): string {
  const { hasCodeApp, passkeys, hasOpenid } = factors
  const ways = [
    hasPassword ? say('factors.hasPassword') : '',
    hasCodeApp ? say('factors.hasApp') : '',
    passkeys > 0 ? say('factors.hasPasskeys', { count: passkeys }) : '',
    hasOpenid ? say('factors.hasOpenid') : '',
  ].filter((words) => words !== '')
  return ways.length === 0 ? say('factors.noWay') : ways.join(', ')
}
