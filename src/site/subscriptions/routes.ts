import { subscriptionPaths } from '#people'
import type { Peer } from '#platform/http/peer.ts'
import type { Language } from '#platform/settings.ts'
import type { Edition } from '../edition.ts'
import { ask, askedPage, homePage } from './asking.ts'
import { end, endPage } from './ending.ts'
import { changeOwn, ownPage } from './own-page.ts'

/** A request with what its address and the network say. */
export interface Asked {
  request: Request
  params: Record<string, string>
  peer?: Peer | undefined
}

/** An address that is answered to one person, kept by nobody. */
export interface UnkeptRoute {
  method: 'GET' | 'POST'
  path: string
  answer(own: Edition, asked: Asked): Promise<Response>
}

/** The addresses of subscriptions, which stand at the root in either language. */
export function subscriptionRoutes(lang: Language): UnkeptRoute[] {
  const { home, asked, own, end: ending } = subscriptionPaths[lang]
  return [
    { method: 'GET', path: home, answer: (edition) => homePage(edition) },
    { method: 'POST', path: home, answer: ask },
    { method: 'GET', path: asked, answer: askedPage },
    { method: 'GET', path: own(':token'), answer: ownPage },
    { method: 'POST', path: own(':token'), answer: changeOwn },
    { method: 'GET', path: ending(':token'), answer: endPage },
    { method: 'POST', path: ending(':token'), answer: end },
  ]
}
