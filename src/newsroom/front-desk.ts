import { Hono } from 'hono'
import { can, isFreshlyProved, must } from '#people'
import type { Assets } from '#look/assets.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'
import { refuseForeign } from '#platform/http/same-site.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import { refuseLarge } from './forms/body.ts'
import { codePage } from './doors/code.ts'
import { carryOut } from './deed.ts'
import { enrolFirst, mustEnrol } from './doors/enrolment.ts'
import { doorFrame, roomFrame } from './frame.ts'
import { hear } from './knock.ts'
import { proofPage } from './doors/proof.ts'
import type { DoorRoute, Knock, RoomRoute, Route, Visit } from './route.ts'
import { pageAnswer, sentFromDoor, sentFromRoom } from './sending.ts'
import { signInPage } from './doors/sign-in.ts'
import { nothingHere, troubled } from './trouble.ts'
import { visitOf } from './visit.ts'

/** What stands around the routes of the newsroom. */
export interface FrontDesk {
  gawai: Gawai
  assets: Assets
  routes: readonly Route[]
}

type Binding = { Bindings: { peer?: Peer } }

const base = '/newsroom'
const usualBytes = 1024 * 1024
/** Whoever has shown nothing yet has little to say. */
const bytesAtDoors = 64 * 1024

/** Every request to the newsroom comes by here: who is it, do they come from this site, may they, is the form sound. */
export function frontDesk({ gawai, assets, routes }: FrontDesk): Hono<Binding> {
  const app = new Hono<Binding>({ strict: true })
  for (const route of routes) {
    app.on(route.method, `${base}${route.path}`, async ({ req, env }) => {
      const knock = hear(gawai, assets, { request: req.raw, params: req.param(), peer: env?.peer })
      return answered(knock, route).catch((error: unknown) => troubled(knock, error))
    })
  }
  app.all(`${base}/*`, ({ req, env }) =>
    nothingHere(hear(gawai, assets, { request: req.raw, params: {}, peer: env?.peer })),
  )
  return app
}

/** Each step may be the last one; their order is what holds. No form is read before all the others have let it by. */
async function answered(knock: Knock, route: Route): Promise<Response> {
  refuseLarge(knock.request, mostBytesOf(route))
  refuseUnfindable(knock.url)
  if (route.method === 'POST') refuseForeign(knock.request, knock.gawai.origin)
  return route.kind === 'door' ? atDoor(knock, route) : atRoom(knock, route)
}

async function atDoor(knock: Knock, route: DoorRoute): Promise<Response> {
  if (route.method === 'GET') return sentFromDoor(knock, await route.handle(knock))
  const form = { ...route, most: mostBytesOf(route) }
  return sentFromDoor(knock, await carryOut(knock, form, (held) => route.handle(knock, held)))
}

async function atRoom(knock: Knock, route: RoomRoute): Promise<Response> {
  const visit = await visitOf(knock)
  if (!visit) return pageAnswer(doorFrame(knock, signInPage(knock)), 401)
  if (visit.session.state === 'first') return pageAnswer(doorFrame(visit, await codePage(visit)), 401)
  if (await mustEnrol(visit, route)) return sentFromRoom(visit, enrolFirst(route))
  await refuseUnentitled(visit, route)
  if (await mustProve(visit, route)) return pageAnswer(roomFrame(visit, await proofPage(visit), undefined), 403)
  if (route.method === 'GET') return sentFromRoom(visit, await route.handle(visit))
  const form = { ...route, most: mostBytesOf(route) }
  return sentFromRoom(visit, await carryOut(visit, form, (held) => route.handle(visit, held)))
}

function mostBytesOf(route: Route): number {
  if (route.kind === 'door') return bytesAtDoors
  return route.method === 'POST' ? (route.mostBytes ?? usualBytes) : usualBytes
}

/** PostgreSQL keeps no such sign, so nothing can be found by it. */
function refuseUnfindable({ search }: URL): void {
  if (search.includes('%00')) throw new NotFound('There is nothing here', { key: 'refused.nothingHere' })
}

/** First whether they may do such things at all, then whether with this one. */
async function refuseUnentitled(visit: Visit, route: RoomRoute): Promise<void> {
  if (!can(visit.actor, route.needs))
    throw new Forbidden(`Your roles do not reach that far (${route.needs})`, { key: 'refused.forbidden' })
  if (route.method === 'POST' && route.on) must(visit.actor, route.needs, await route.on(visit))
}

async function mustProve(visit: Visit, { isDangerous = false }: RoomRoute): Promise<boolean> {
  if (isFreshlyProved(visit.session, visit.gawai.clock.now())) return false
  return typeof isDangerous === 'function' ? isDangerous(visit) : isDangerous
}
