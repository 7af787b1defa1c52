import type { Id } from '#platform/database/tables.ts'

/** What the doors tell, so that whoever owns an account hears of it by mail. */
declare module '#platform/events.ts' {
  interface Events {
    'account.changed': { account: Id; what: 'password' | 'factors' | 'roles' }
    /** Somebody tried five passwords. The account is null when nobody has that address, which only the reaction learns. */
    'account.tried': { account: Id | null }
    /** They came in from where they never came from before. */
    'account.new-place': { account: Id; browser: string }
  }
}
