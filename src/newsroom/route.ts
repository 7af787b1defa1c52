import type { z } from 'zod'
import type { Action, Actor, Owned, Session } from '#people'
import type { Assets } from '#look/assets.ts'
import type { TimeStyle } from '#look/time.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'
import type { Html } from '#platform/html.ts'
import type { Say } from '#platform/i18n.ts'
import type { Language } from '#platform/settings.ts'

/** A request to the newsroom, as somebody's who asks for something: all that a handler may know of it. */
export interface Knock {
  gawai: Gawai
  assets: Assets
  request: Request
  peer: Peer
  url: URL
  /** The values in the path, by their names. */
  params: Readonly<Record<string, string>>
  lang: Language
  say: Say
  time: TimeStyle
  /** Their session's token, as the cookie says. */
  token: string | undefined
  /** What a form held that could not be used, to be shown again, and why. */
  entered: Readonly<Record<string, string>>
  problem?: string
  /** The same for each field that is to blame, by its name. */
  wrong: Readonly<Record<string, string>>
}

/** A knock of somebody who is signed in. */
export interface Visit extends Knock {
  actor: Actor
  session: Session
}

/** A page of the newsroom before it has its frame. */
export interface Page {
  title: string
  /** What can be done here, in a sentence. */
  lead?: string
  body: Html
  /** The address in the navigation that it belongs to. */
  room?: string
  /** Needs the whole width: a table, a grid. */
  isWide?: boolean
  /** The name of a script that only this page loads. */
  script?: 'editor.js'
}

/** Where to go on after something was done, and what was done. */
export interface Onward {
  to: string
  /** See `tellDone`. */
  notice?: number
  /** A new session, or none any more (''). */
  token?: string
  /** Other cookies of the door. */
  cookies?: readonly string[]
}

export type Answer = Page | Onward | Response

interface Common {
  /** Below `/newsroom`, in Hono's pattern language. */
  path: string
}

/** A door: for who is not signed in, or not yet whole. */
interface DoorPage extends Common {
  kind: 'door'
  method: 'GET'
  handle(knock: Knock): Promise<Answer>
}

interface DoorDeed<Form extends z.ZodType> extends Common {
  kind: 'door'
  method: 'POST'
  form: Form
  handle(knock: Knock, form: z.output<Form>): Promise<Answer>
  /** The page that the form stood on, when what was entered cannot be used. */
  again?(knock: Knock): Promise<Page>
}

/** A room: for who is signed in and has the right. */
interface RoomPage extends Common {
  kind: 'room'
  method: 'GET'
  needs: Action
  /** Leads to something dangerous: the proof is asked for before somebody fills in a form. */
  isDangerous?: boolean
  handle(visit: Visit): Promise<Answer>
}

interface RoomDeed<Form extends z.ZodType> extends Common {
  kind: 'room'
  method: 'POST'
  needs: Action
  /** Wants a proof that it is still them; where that hangs on what is asked, says so. */
  isDangerous?: boolean | ((visit: Visit) => Promise<boolean>)
  /** What it is done to, as far as rights ask: who may not is refused before the form is read. */
  on?(visit: Visit): Promise<Owned>
  /** The largest request, in bytes; a megabyte when nothing is said. */
  mostBytes?: number
  form: Form
  handle(visit: Visit, form: z.output<Form>): Promise<Answer>
  again?(visit: Visit): Promise<Page>
}

export type DoorRoute = DoorPage | DoorDeed<z.ZodType>
export type RoomRoute = RoomPage | RoomDeed<z.ZodType>
export type Route = DoorRoute | RoomRoute

/** Routes as they are written: each form gives its handler the type of what it proved. */
export const route = {
  doorPage: (path: string, handle: DoorPage['handle']): Route => ({ kind: 'door', method: 'GET', path, handle }),
  doorDeed: <Form extends z.ZodType>(deed: Omit<DoorDeed<Form>, 'kind' | 'method'>): Route =>
    ({ kind: 'door', method: 'POST', ...deed }) as unknown as Route, // oxlint-disable-line typescript/no-unsafe-type-assertion -- the handler gets what its own form proved
  page: (path: string, needs: Action, handle: RoomPage['handle']): Route => ({
    kind: 'room',
    method: 'GET',
    path,
    needs,
    handle,
  }),
  guardedPage: (path: string, needs: Action, handle: RoomPage['handle']): Route => ({
    kind: 'room',
    method: 'GET',
    path,
    needs,
    isDangerous: true,
    handle,
  }),
  deed: <Form extends z.ZodType>(deed: Omit<RoomDeed<Form>, 'kind' | 'method'>): Route =>
    ({ kind: 'room', method: 'POST', ...deed }) as unknown as Route, // oxlint-disable-line typescript/no-unsafe-type-assertion -- as above
}
