import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { newsroomRoutes } from '#newsroom'
import { addressOf, patternOf } from '#test/newsroom-addresses.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'
import { openSession } from '../src/people/doors/session.ts'

const own = 'https://gawai.example'

/** What a browser says when another site makes it ask, or says nothing. */
const foreign: readonly Record<string, string>[] = [
  {},
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://gawai.example' },
  { origin: 'https://gawai.example.evil.example' },
  { origin: 'https://sub.gawai.example' },
  { origin: 'https://gawai.example:8443' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: own, 'sec-fetch-site': 'cross-site' },
  { origin: own, 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
]

const right: readonly Record<string, string>[] = [
  { origin: own },
  { 'sec-fetch-site': 'same-origin' },
  { origin: own, 'sec-fetch-site': 'same-origin' },
]

/** Of every row of every table. */
async function everything({ gawai }: Newsroom): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select name from sqlite_master where type = 'table' order by name`.execute(gawai.db)
  const digest = createHash('sha256')
  for (const { name } of rows)
    digest.update(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(gawai.db)).rows))
  return digest.digest('hex')
}

describe('every form of the newsroom', () => {
  const forms = newsroomRoutes.filter(({ method }) => method === 'POST')

  it('is refused when another site sent it, and nothing is done', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const whose = { owner: owner.account, section: newsroom.ponsel }
    for (const route of forms) {
      const address = await addressOf(newsroom, route, whose)
      const before = await everything(newsroom)
      for (const headers of foreign) {
        const { status } = await owner.post(address, {}, headers)
        assert.equal(status, 403, `${patternOf(route)} with ${JSON.stringify(headers)}`)
      }
      assert.equal(await everything(newsroom), before, patternOf(route))
    }
  })

  it('is read when a page of this site sent it', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const session = { account: owner.account, state: 'full', address: '', browser: '' } as const
    const whose = { owner: owner.account, section: newsroom.ponsel }
    for (const route of forms)
      for (const headers of right) {
        owner.token = await newsroom.gawai.write((unit) => openSession(unit, session))
        const { status } = await owner.post(await addressOf(newsroom, route, whose), {}, headers)
        assert.ok(![401, 403].includes(status), `${patternOf(route)} with ${JSON.stringify(headers)}: ${status}`)
      }
  })
})

describe('an address of the newsroom that only has a page', () => {
  it('takes no form, whatever method it is sent with', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const cookie = `__Host-gawai=${owner.token}`
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const address of ['/newsroom/audit/', '/newsroom/people/']) {
        const asked = new Request(own + address, { method, headers: { origin: own, cookie } })
        assert.equal((await newsroom.fetch(asked)).status, 404, `${method} ${address}`)
      }
  })
})
