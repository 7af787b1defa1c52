import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it, type TestContext } from 'node:test'
import { newsroomRoutes } from '#newsroom'
import { type Grant, isRole, roles } from '#people'
import { addressOf, type NewsroomRoute, patternOf, valuesIn } from '#test/newsroom-addresses.ts'
import { type Newsroom, openNewsroom, type Seen } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'
import { openSession, type SessionState } from '../src/people/doors/session.ts'

const text = await readFile(new URL('../docs/rights.md', import.meta.url), 'utf8')
const [byRole = [], byAddress = []] = text.split('\n## ').map(rowsOf)

function rowsOf(markdown: string): string[][] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('| '))
  return lines.map((line) =>
    line
      .slice(2, -2)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

/** How far an action goes for a role, as `docs/rights.md` says. */
function reachOf(action: string, role: string): string {
  const row = byRole.find(([name]) => name === action)
  const cell = row?.[byRole[0]?.indexOf(role) ?? -1]
  assert.ok(cell, `docs/rights.md says nothing of ${action} for ${role}`)
  return cell
}

interface Line {
  needs: string
  wantsProof: boolean
}

/** The line of `docs/rights.md` that stands for an address: the longest that it begins with. */
function lineOf(route: NewsroomRoute): Line | undefined {
  const pattern = patternOf(route)
  const isHere = (address = '') => pattern === address || (address !== '/newsroom/' && pattern.startsWith(address))
  const [line] = byAddress
    .filter(([address]) => isHere(address))
    .toSorted(([one = ''], [other = '']) => other.length - one.length)
  const [, see = '–', act = '–', proof = ''] = line ?? []
  const needs = route.method === 'GET' ? see : act
  return needs === '–' ? undefined : { needs, wantsProof: proof.includes(route.method === 'GET' ? 'see' : 'do') }
}

const nameOf = (route: NewsroomRoute) => `${route.method} ${patternOf(route)}`

interface Person {
  name: string
  /** What the table calls them; undefined for who is not in. */
  role?: string
  grants: readonly Grant[]
  state?: SessionState
  isSuspended?: boolean
}

const owner: Person = { name: 'Owner', role: 'owner', grants: [{ role: 'owner' }] }

const peopleIn = ({ ponsel }: Newsroom): Person[] => [
  ...roles.map((role) => ({ name: `Seorang ${role}`, role, grants: [{ role }] })),
  { name: 'Penyunting serubrik', role: 'editor', grants: [{ role: 'editor', section: ponsel }] },
  { name: 'Setengah masuk', grants: [{ role: 'owner' }], state: 'first' },
  { name: 'Tertahan', grants: [{ role: 'owner' }], isSuspended: true },
]

async function comeIn(newsroom: Newsroom, { name, grants, isSuspended = false }: Person): Promise<Visitor> {
  const visitor = await visitorOf(newsroom, { name, grants })
  const when = { suspended_at: newsroom.clock.now() }
  if (isSuspended)
    await newsroom.gawai.write(async (unit) => {
      await unit.tx.updateTable('account').set(when).where('id', '=', visitor.account).execute()
    })
  return visitor
}

/** A new session: some of what is asked ends it. */
async function signInAnew({ gawai }: Newsroom, visitor: Visitor, state: SessionState = 'full'): Promise<void> {
  const session = { account: visitor.account, state, address: '', browser: '' }
  visitor.token = await gawai.write((unit) => openSession(unit, session))
}

const send = (visitor: Visitor, { method }: NewsroomRoute, address: string): Promise<Seen> =>
  method === 'GET' ? visitor.get(address) : visitor.post(address)

/** Which answers keep to the table; `isOwn`: the person stands in the things that the address names. */
function allowedOf({ needs }: Line, { role, grants }: Person, route: NewsroomRoute, isOwn: boolean): 'in' | 401 | 403 {
  if (needs === 'anybody') return 'in'
  if (role === undefined) return 401
  const reach = reachOf(needs, role)
  if (reach === '–') return 403
  if (reach === 'all' || valuesIn(route).length === 0 || isOwn) return 'in'
  return reach === 'section' && grants.some(({ section }) => section === undefined) ? 'in' : 403
}

/** Another house's sign-in is there only when the operator names one. */
const isClosed = ({ path }: NewsroomRoute, status: number) => path.includes('/openid/') && status === 404

const isKept = (status: number, allowed: 'in' | 401 | 403) =>
  allowed === 'in' ? ![401, 403, 404, 405].includes(status) && status < 500 : status === allowed

async function openWith(test: TestContext) {
  // Another house that does not answer: its addresses are there.
  const openid = { issuer: 'http://127.0.0.1:1', client: 'gawai', secret: 'rahasia' }
  const newsroom = await openNewsroom(test, undefined, openid)
  const other = await visitorOf(newsroom, { name: 'Pemilik Lain', grants: [{ role: 'owner' }] })
  return { newsroom, others: { owner: other.account, section: newsroom.pasar } }
}

describe('every address of the newsroom', () => {
  it('stands in docs/rights.md, and everything there is an address', () => {
    for (const route of newsroomRoutes)
      assert.ok(
        lineOf(route),
        `docs/rights.md does not say who may ask for ${nameOf(route)}: add it to "Which address asks for what"`,
      )
    for (const [address = ''] of byAddress.filter(([cell]) => cell?.startsWith('/')))
      assert.ok(
        newsroomRoutes.some((route) => patternOf(route).startsWith(address)),
        `docs/rights.md names ${address}, and there is nothing`,
      )
  })

  it('answers each role, and who has none, as docs/rights.md says', async (test) => {
    const { newsroom, others } = await openWith(test)
    const mismatches: string[] = []
    const there = new Map<string, string>()
    for (const person of peopleIn(newsroom)) {
      const visitor = await comeIn(newsroom, person)
      if (person.state) await signInAnew(newsroom, visitor, person.state)
      const own = { owner: visitor.account, section: newsroom.ponsel }
      for (const route of newsroomRoutes)
        for (const whose of valuesIn(route).length > 0 ? [own, others] : [own]) {
          const line = lineOf(route) ?? { needs: '', wantsProof: false }
          const thing = `${nameOf(route)} ${whose.owner}`
          const address = there.get(thing) ?? (await addressOf(newsroom, route, whose))
          const { status } = await send(visitor, route, address)
          // What was done may have used up the thing, and the session.
          const isDone = route.method === 'POST' && ![401, 403].includes(status)
          if (isDone) await signInAnew(newsroom, visitor, person.state)
          if (isDone) there.delete(thing)
          else there.set(thing, address)
          const allowed = allowedOf(line, person, route, whose === own)
          // What belongs to one account alone is not there for another, and an empty form may be refused first.
          const isHidden = whose === others && status === 404 && allowed === 'in'
          if (!isKept(status, allowed) && !isHidden && !isClosed(route, status))
            mismatches.push(`${nameOf(route)} answered ${person.name} ${status}, not ${allowed}`)
        }
    }
    assert.deepEqual(mismatches, [])
  })

  it('answers who is not signed in, or shows a token that is none, with the sign-in and nothing else', async (test) => {
    const { newsroom, others } = await openWith(test)
    const mismatches: string[] = []
    for (const token of ['', 'A'.repeat(43)])
      for (const route of newsroomRoutes) {
        const nobody = stranger(newsroom)
        nobody.token = token
        const { status } = await send(nobody, route, await addressOf(newsroom, route, others))
        const allowed = lineOf(route)?.needs === 'anybody' ? 'in' : 401
        if (!isKept(status, allowed) && !isClosed(route, status))
          mismatches.push(`${nameOf(route)} answered ${status}, not ${allowed}`)
      }
    assert.deepEqual(mismatches, [])
  })

  it('asks for a new proof where docs/rights.md says so, and nowhere else', async (test) => {
    const { newsroom, others } = await openWith(test)
    const visitor = await comeIn(newsroom, owner)
    const mismatches: string[] = []
    for (const route of newsroomRoutes) {
      const address = await addressOf(newsroom, route, others)
      await signInAnew(newsroom, visitor)
      newsroom.clock.move(15 * 60 * 1000 + 1)
      const { status } = await send(visitor, route, address)
      // An owner is refused nothing else.
      const isAsked = status === 403
      if (isAsked !== lineOf(route)?.wantsProof) mismatches.push(`${nameOf(route)} ${status}`)
    }
    assert.deepEqual(mismatches, [])
  })

  it('has roles that the program knows', () => assert.ok(byRole[0]?.slice(2).every(isRole)))
})
