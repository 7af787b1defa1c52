import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import {
  type Actor,
  actorOf,
  can,
  factorsFor,
  hasSecondFactor,
  isFreshlyProved,
  must,
  secondFactor,
  type Session,
  sessionOf,
} from '#people'
import type { Assets } from '#look/assets.ts'
import { isDatabaseGone } from '#platform/database/gone.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type Html, html, markupOf } from '#platform/html.ts'
import type { Peer } from '#platform/http/peer.ts'
import { comeAgain } from '#platform/http/come-again.ts'
import { Forbidden, NotFound, Refusal } from '#platform/refusals.ts'
import { siteLanguage, siteZone } from '#platform/settings.ts'
import { answerHeaders as headers } from './answer.ts'
import { refuseLarge, TooLarge } from './body.ts'
import { codePage } from './code.ts'
import { cookie, cookieIn } from './cookie.ts'
import { enteredIn, proveForm, readForm } from './form.ts'
import { doorFrame, roomFrame } from './frame.ts'
import { findNotice } from './notice.ts'
import { proofPage } from './proof.ts'
import type { Answer, Knocking, Onward, Page, Route, Visit } from './route.ts'
import { refuseForeign } from '#platform/http/same-site.ts'
import { signInPage } from './sign-in.ts'

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
/** A request that came without a server: a test's. */
const nobody: Peer = { address: '127.0.0.1' }

/** Every request to the newsroom comes by here: who is it, do they come from this site, may they, is the form sound. */
export function frontDesk({ gawai, assets, routes }: FrontDesk): Hono<Binding> {
  const app = new Hono<Binding>({ strict: true })
  for (const route of routes) {
    app.on(route.method, `${base}${route.path}`, async ({ req, env }) => {
      const knocking = knock(gawai, assets, req.raw, req.param(), env?.peer ?? nobody)
      return answered(knocking, route).catch((error: unknown) => troubled(knocking, error))
    })
  }
  app.all(`${base}/*`, async ({ req, env }) => {
    const knocking = knock(gawai, assets, req.raw, {}, env?.peer ?? nobody)
    const { say } = knocking
    const body = html`<p><a href="/newsroom/">${say('rooms.desk')}</a></p>`
    return pageAnswer(doorFrame(knocking, { title: say('refused.nothingHere'), body }), 404)
  })
  return app
}

function mostBytesOf(route: Route): number {
  if (route.kind === 'door') return bytesAtDoors
  return route.method === 'POST' ? (route.mostBytes ?? usualBytes) : usualBytes
}

function knock(
  gawai: Gawai,
  assets: Assets,
  request: Request,
  params: Readonly<Record<string, string>>,
  peer: Peer,
): Knocking {
  const lang = gawai.settings.get(siteLanguage)
  return {
    gawai,
    assets,
    request,
    peer,
    params,
    url: new URL(request.url),
    token: cookieIn(request, 'session', gawai.origin),
    entered: {},
    ...speaking(gawai, lang),
  }
}

const speaking = ({ words, settings }: Gawai, lang: Knocking['lang']) => ({
  lang,
  say: words.in(lang),
  time: { lang, zone: settings.get(siteZone) },
})

async function answered(knocking: Knocking, route: Route): Promise<Response> {
  const { gawai, request, url } = knocking
  const most = mostBytesOf(route)
  refuseLarge(request, most)
  // PostgreSQL keeps no such sign, so nothing can be found by it.
  if (url.search.includes('%00')) throw new NotFound('There is nothing here', { key: 'refused.nothingHere' })
  if (route.method === 'POST') refuseForeign(request, gawai.origin)
  if (route.kind === 'door') {
    const answer =
      route.method === 'GET'
        ? route.handle(knocking)
        : deed(knocking, { ...route, most }, (form) => route.handle(knocking, form))
    return sent(knocking, await answer, (page, now) => doorFrame(now, page))
  }
  const visit = await visitOf(knocking)
  if (!visit) return pageAnswer(doorFrame(knocking, signInPage(knocking)), 401)
  if (visit.session.state === 'first') return pageAnswer(doorFrame(visit, await codePage(visit)), 401)
  if (!isOwnDoor(route) && (await mustEnrol(visit))) return enrolFirst(visit, route)
  if (!can(visit.actor, route.needs))
    throw new Forbidden(`Your roles do not reach that far (${route.needs})`, { key: 'refused.forbidden' })
  if (route.method === 'POST' && route.on) must(visit.actor, route.needs, await route.on(visit))
  if (!isFreshlyProved(visit.session, gawai.clock.now()) && (await isDangerous(route, visit)))
    return pageAnswer(roomFrame(visit, await proofPage(visit), undefined), 403)
  const answer =
    route.method === 'GET' ? route.handle(visit) : deed(visit, { ...route, most }, (form) => route.handle(visit, form))
  return sent(visit, await answer, async (page, now) => roomFrame(now, page, await noticeOf(now)))
}

const isDangerous = async (route: Route, visit: Visit): Promise<boolean> =>
  route.kind === 'room' &&
  (typeof route.isDangerous === 'function' ? route.isDangerous(visit) : route.isDangerous === true)

/** One's own ways of signing in, and what they ask for. */
const isOwnDoor = ({ path }: Route): boolean => path.startsWith('/me/') || path.startsWith('/proof/')

/** Where a second factor is required, somebody who has none sees nothing else. */
async function mustEnrol({ gawai, actor }: Visit): Promise<boolean> {
  return gawai.settings.get(secondFactor) === 'required' && !hasSecondFactor(await factorsFor(gawai.db, actor.account))
}

function enrolFirst(visit: Visit, { method }: Route): Response {
  if (method === 'GET') return onward(visit, { to: '/newsroom/me/' })
  throw new Forbidden('This newsroom asks for a second factor: add one first', { key: 'factors.enrolFirst' })
}

/** Whoever is signed in, in whole or with the second factor still to come. */
async function visitOf(knocking: Knocking): Promise<Visit | undefined> {
  const { gawai, token } = knocking
  if (token === undefined) return undefined
  const session = await sessionOf(gawai, token)
  if (!session) return undefined
  const actor = await actorOf(gawai, session.account)
  return actor && visiting(knocking, actor, session)
}

const visiting = (knocking: Knocking, actor: Actor, session: Session): Visit => ({
  ...knocking,
  ...speaking(knocking.gawai, actor.lang),
  actor,
  session,
})

/** Carries out a form. One that cannot be used is shown again with what was typed, and nothing of it was done. */
async function deed<Asking extends Knocking>(
  asking: Asking,
  { form, again, most }: { form: Parameters<typeof proveForm>[0]; again?(asking: Asking): Promise<Page>; most: number },
  handle: (form: never) => Promise<Answer>,
): Promise<Answer | Refused<Asking>> {
  const held = await readForm(asking.request, most)
  try {
    return await handle(proveForm(form, held, asking) as never) // oxlint-disable-line typescript/no-unsafe-type-assertion -- a route's own form and handler fit, see `route`
  } catch (error) {
    if (!(error instanceof Refusal) || !again) throw error
    const shown = { ...asking, entered: enteredIn(held), problem: sentenceOf(asking, error) }
    return { again: await again(shown), refusal: error, asking: shown }
  }
}

interface Refused<Asking> {
  again: Page
  refusal: Refusal
  asking: Asking
}

const sentenceOf = ({ say }: Knocking, { said, message }: Refusal): string =>
  said ? say(said.key, said.values) : message

async function noticeOf({ gawai, actor, url }: Visit) {
  const id = Number(url.searchParams.get('done') ?? '')
  return Number.isSafeInteger(id) && id > 0 ? findNotice(gawai, { id, account: actor.account }) : undefined
}

async function sent<Asking extends Knocking>(
  asking: Asking,
  answer: Answer | Refused<Asking>,
  framed: (page: Page, asking: Asking) => Html | Promise<Html>,
): Promise<Response> {
  if (answer instanceof Response) return answer
  if ('to' in answer) return onward(asking, answer)
  if ('again' in answer)
    return pageAnswer(await framed(answer.again, answer.asking), answer.refusal.status, answer.refusal.retryAfter)
  return pageAnswer(await framed(answer, asking), 200)
}

function onward({ gawai, url }: Knocking, { to, notice, token, cookies = [] }: Onward): Response {
  const there = new URL(to, url)
  // Every way on is written here or proven by `pathField`; what would lead to another host is a bug.
  if (there.origin !== url.origin || there.pathname.startsWith('//')) throw new Error(`"${to}" leads out of the site`)
  if (notice !== undefined) there.searchParams.set('done', String(notice))
  const sentHeaders = new Headers({ ...headers, location: there.pathname + there.search + there.hash })
  if (token !== undefined) sentHeaders.append('set-cookie', cookie('session', token, gawai.origin))
  for (const other of cookies) sentHeaders.append('set-cookie', other)
  return new Response(null, { status: 303, headers: sentHeaders })
}

async function pageAnswer(page: Html, status: number, retryAfter?: number): Promise<Response> {
  return new Response(await markupOf(page), {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', ...comeAgain(retryAfter) },
  })
}

/** A refusal says its sentence, an absent database asks for patience, a bug gets a number. */
async function troubled(knocking: Knocking, error: unknown): Promise<Response> {
  const { say, gawai, request } = knocking
  const page = (title: string, words: string, status: number, retryAfter?: number) =>
    pageAnswer(
      doorFrame(knocking, {
        title,
        body: html`<p>${words}</p>
          <p><a href="/newsroom/">${say('rooms.desk')}</a></p>`,
      }),
      status,
      retryAfter,
    )
  if (error instanceof TooLarge) return new Response('Too large\n', { status: 413, headers })
  if (error instanceof Refusal)
    return page(say('refused.title'), sentenceOf(knocking, error), error.status, error.retryAfter)
  if (isDatabaseGone(error)) return page(say('trouble.awayTitle'), say('trouble.awayWords'), 503)
  const id = randomUUID()
  gawai.log.error('A request to the newsroom met a bug', {
    id,
    method: request.method,
    path: knocking.url.pathname,
    error,
  })
  return page(say('trouble.title'), say('trouble.words', { id }), 500)
}
