import type { Account } from '#people'
import type { Visit } from '../route.ts'

/** With what somebody comes in, in a line. */
export function waysLine({ say }: Visit, { hasPassword, factors }: Account): string {
  const { hasCodeApp, passkeys, hasOpenid } = factors
  return [
    hasPassword ? say('factors.hasPassword') : '',
    hasCodeApp ? say('factors.hasApp') : '',
    passkeys > 0 ? say('factors.hasPasskeys', { count: passkeys }) : '',
    hasOpenid ? say('factors.hasOpenid') : '',
  ]
    .filter((words) => words !== '')
    .join(', ')
}
