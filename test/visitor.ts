import { type Grant, makeAccount } from '#people'
import type { Id } from '#platform/database/tables.ts'
import { openSession, type SessionState } from '../src/people/doors/session.ts'
import type { Newsroom, Seen } from '#test/newsroom.ts'

const origin = 'https://gawai.example'
const sessionName = '__Host-gawai'

/** Somebody at the doors of the newsroom: keeps the cookie that they are given, as a browser does. */
export interface Visitor {
  account: Id
  /** The token of their session; '' when they have none. */
  token: string
  /** The other cookies of the door. */
  cookies: Map<string, string>
  get(path: string): Promise<Seen>
  /** Sends a form. A field with several values is sent so often. @param headers instead of a page's own Origin */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Seen & { location: string | null }>
  /** The same, and then the page that it leads to. */
  postOn(path: string, fields?: Fields): Promise<Seen>
}

type Fields = Record<string, string | File | readonly (string | File)[]>

/** Somebody who is signed in. Without roles: an owner. */
export async function visitorOf(
  newsroom: Newsroom,
  {
    grants = [{ role: 'owner' }],
    name = 'Sari Wening',
    email = `${name.toLowerCase().replaceAll(' ', '.')}@gawai.example`,
    password,
    state = 'full',
  }: { grants?: readonly Grant[]; name?: string; email?: string; password?: string; state?: SessionState } = {},
): Promise<Visitor> {
  const { account, token } = await newsroom.gawai.write(async (unit) => {
    const id = await makeAccount(unit, { name, email, lang: 'id', grants, password })
    return { account: id, token: await openSession(unit, { account: id, state, address: '', browser: '' }) }
  })
  return visitor(newsroom, account, token)
}

/** Somebody whom nobody knows yet. */
export const stranger = (newsroom: Newsroom): Visitor => visitor(newsroom, 0, '')

function visitor({ fetch }: Newsroom, account: Id, given: string): Visitor {
  const ask = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    const kept = [...self.cookies, ...(self.token === '' ? [] : [[sessionName, self.token]])]
    if (kept.length > 0) headers.set('cookie', kept.map((pair) => pair.join('=')).join('; '))
    const response = await fetch(new Request(new URL(path, origin), { ...init, headers }))
    for (const [, name = '', value = ''] of response.headers
      .getSetCookie()
      .map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []))
      if (name === sessionName) self.token = value
      else self.cookies.set(name, value)
    const { status, headers: said } = response
    return { status, headers: said, text: await response.text(), location: said.get('location') }
  }
  const self: Visitor = {
    account,
    token: given,
    cookies: new Map(),
    get: (path) => ask(path, {}),
    post: (path, fields = {}, headers = { origin }) => ask(path, { method: 'POST', headers, body: bodyOf(fields) }),
    async postOn(path, fields) {
      const sent = await self.post(path, fields)
      return sent.location === null ? sent : self.get(sent.location)
    },
  }
  return self
}

/** As a browser sends it: with a file in it, in parts. */
function bodyOf(fields: Fields): URLSearchParams | FormData {
  const body = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
  const plain = [...body].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return plain.length === [...body].length ? new URLSearchParams(plain) : body
}
