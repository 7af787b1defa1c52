import { z } from 'zod'
import { askHouse, proveByOpenid, sessionOf, signInByOpenid } from '#people'
import type { Agreed, Openid } from '#platform/openid.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { siteKey } from '#platform/site-key.ts'
import { awayTo } from '../answer.ts'
import { cookie, cookieIn } from '../cookie.ts'
import { onwardField } from '../forms/form.ts'
import { askToLink } from './openid-linking.ts'
import { type Knock, type Onward, route } from '../route.ts'
import { tokenOf } from './sign-in.ts'

const lastsFor = 10 * 60 * 1000

/** What a browser keeps, sealed, while its person is at the other house. */
const sealedForm = z.object({
  agreed: z.object({ verifier: z.string(), state: z.string(), nonce: z.string() }),
  to: onwardField,
  /** Somebody who is signed in proves that it is them, or links the house to their account; without it somebody comes in. */
  inside: z.object({ session: z.number(), wants: z.enum(['proof', 'link']) }).optional(),
  due: z.number(),
})

type Inside = NonNullable<z.infer<typeof sealedForm>['inside']>

const keyOf = ({ gawai }: Knock) => siteKey(gawai.storage, 'openid')

function houseOf({ gawai }: Knock): Openid {
  if (!gawai.openid) throw new NotFound('No other house’s sign-in counts here', { key: 'refused.nothingHere' })
  return gawai.openid
}

/**
 * Sends somebody there. A link, because a page may send forms only to this site; whoever is signed in is asked there
 * again who they are.
 */
export async function goToHouse(knock: Knock, inside?: Inside): Promise<Response> {
  const { gawai, url, peer } = knock
  const house = houseOf(knock)
  const { address, agreed } = await askHouse(gawai, peer, () => house.begin(inside !== undefined))
  const to = onwardField.parse(url.searchParams.get('to') ?? undefined)
  const kept = { agreed, to, inside, due: gawai.clock.now() + lastsFor }
  return awayTo(address, cookie('openid', (await keyOf(knock)).seal(JSON.stringify(kept)), gawai.origin))
}

async function keptIn(knock: Knock): Promise<z.infer<typeof sealedForm>> {
  const { gawai, request } = knock
  const key = await keyOf(knock)
  try {
    const kept = sealedForm.parse(JSON.parse(key.open(cookieIn(request, 'openid', gawai.origin) ?? '')))
    if (kept.due >= gawai.clock.now()) return kept
  } catch {
    // Nothing of ours: as good as none.
  }
  throw new Invalid('This sign-in was not begun in this browser, or too long ago', { key: 'factors.openidRefused' })
}

/** Whoever is back from there. */
async function end(knock: Knock): Promise<Onward> {
  const { gawai, url, token, peer, request } = knock
  const { agreed, inside, to = '/newsroom/' } = await keptIn(knock)
  const house = houseOf(knock)
  const vouched = await askHouse(gawai, peer, () =>
    house.end(url.search, agreed satisfies Agreed, inside !== undefined),
  )
  const cookies = [cookie('openid', '', gawai.origin)]
  if (!inside) {
    const came = await signInByOpenid(gawai, { vouched, peer, browser: request.headers.get('user-agent') ?? '' })
    return { to, token: tokenOf(came, 'factors.openidUnknown'), cookies }
  }
  const session = token === undefined ? undefined : await sessionOf(gawai, token)
  if (session?.id !== inside.session) throw new Invalid('That session has ended', { key: 'factors.openidRefused' })
  if (inside.wants === 'link') return askToLink(knock, { session, vouched })
  return { to, token: tokenOf(await proveByOpenid(gawai, { session, vouched }), 'factors.openidUnknown'), cookies }
}

export const openidRoutes = [
  route.doorPage('/sign-in/openid/', (knock) => goToHouse(knock)),
  route.doorPage('/sign-in/openid/back/', end),
  route.page('/proof/openid/', 'newsroom.enter', (visit) =>
    goToHouse(visit, { session: visit.session.id, wants: 'proof' }),
  ),
]
