import { z } from 'zod'
import type { Session } from '#people'
import type { Vouched } from '#platform/openid.ts'
import { Invalid } from '#platform/refusals.ts'
import { siteKey } from '#platform/site-key.ts'
import { cookie, cookieIn } from '../cookie.ts'
import type { Knock, Onward, Visit } from '../route.ts'

/** Where somebody says yes to what the other house said of them. */
export const linkingPath = '/newsroom/me/openid/linking/'

const lastsFor = 10 * 60 * 1000

const sealedForm = z.object({
  session: z.number(),
  vouched: z.object({ issuer: z.string(), subject: z.string(), email: z.string().optional() }),
  due: z.number(),
})

const keyOf = ({ gawai }: Knock) => siteKey(gawai.storage, 'openid linking')

/**
 * Leads who is back from the other house to a page that asks whether that account is theirs. Nothing is linked before:
 * a foreign page could have sent them there and back, with an account that it had signed them in to.
 */
export async function askToLink(
  knock: Knock,
  { session, vouched }: { session: Session; vouched: Vouched },
): Promise<Onward> {
  const { gawai } = knock
  const kept = { session: session.id, vouched, due: gawai.clock.now() + lastsFor }
  const sealed = (await keyOf(knock)).seal(JSON.stringify(kept))
  return { to: linkingPath, cookies: [cookie('openid', sealed, gawai.origin)] }
}

/**
 * What the house said of who is here and was not asked yet.
 *
 * @throws Invalid when it said so to another session, too long ago, or not at all
 */
export async function vouchedIn(visit: Visit): Promise<Vouched> {
  const { gawai, request, session } = visit
  const key = await keyOf(visit)
  try {
    const kept = sealedForm.parse(JSON.parse(key.open(cookieIn(request, 'openid', gawai.origin) ?? '')))
    const { email, ...who } = kept.vouched
    if (kept.due >= gawai.clock.now() && kept.session === session.id)
      return { ...who, ...(email !== undefined && { email }) }
  } catch {
    // Nothing of ours: as good as none.
  }
  throw new Invalid('This was not begun in this session, or too long ago', { key: 'factors.openidRefused' })
}
