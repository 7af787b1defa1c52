import type { Assets } from '#look/assets.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'
import { type Language, siteLanguage, siteZone } from '#platform/settings.ts'
import { cookieIn } from './cookie.ts'
import type { Knock } from './route.ts'

/** What a request says, before anybody is asked anything. */
type Heard = Pick<Knock, 'request' | 'params'> & { peer: Peer | undefined }

/** A request that came without a server: a test's. */
const nobody: Peer = { address: '127.0.0.1' }

/** Hears a request out, without the database. Who knocks is spoken to in the site's language until they are known. */
export function hear(gawai: Gawai, assets: Assets, { request, params, peer = nobody }: Heard): Knock {
  return {
    gawai,
    assets,
    request,
    peer,
    params,
    url: new URL(request.url),
    token: cookieIn(request, 'session', gawai.origin),
    entered: {},
    wrong: {},
    ...speaking(gawai, gawai.settings.get(siteLanguage)),
  }
}

/** What a page needs to speak a language. */
export const speaking = ({ words, settings }: Gawai, lang: Language): Pick<Knock, 'lang' | 'say' | 'time'> => ({
  lang,
  say: words.in(lang),
  time: { lang, zone: settings.get(siteZone) },
})
