import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'
import { hashPassword } from './password.ts'
import { endSessions, forgetSessions, sessionOf } from './session.ts'

const aMinute = 60 * 1000
const anHour = 60 * aMinute
const password = 'tiga ekor merpati'

async function openWith(test: TestContext, options: Parameters<typeof visitorOf>[1] = {}) {
  const newsroom = await openNewsroom(test)
  return { newsroom, clock: newsroom.clock, visitor: await visitorOf(newsroom, options) }
}

const statusOf = async (visitor: Visitor) => (await visitor.get('/newsroom/')).status

describe('a session', () => {
  it('ends when nobody used it for eight hours', async (test) => {
    const { clock, visitor } = await openWith(test)
    clock.move(8 * anHour)
    assert.equal(await statusOf(visitor), 200)
    clock.move(8 * anHour)
    assert.equal(await statusOf(visitor), 200, 'it was used')
    clock.move(8 * anHour + 1)
    assert.equal(await statusOf(visitor), 401)
  })

  it('ends after seven days, however much it is used', async (test) => {
    const { clock, visitor } = await openWith(test)
    for (let hours = 0; hours < 7 * 24; hours += 8) {
      assert.equal(await statusOf(visitor), 200, `after ${hours} hours`)
      clock.move(8 * anHour)
    }
    assert.equal(await statusOf(visitor), 200)
    clock.move(1)
    assert.equal(await statusOf(visitor), 401)
  })

  it('that waits for a second factor opens nothing, and ends after ten minutes', async (test) => {
    const { newsroom, clock, visitor } = await openWith(test, { state: 'first' })
    assert.equal(await statusOf(visitor), 401)
    clock.move(10 * aMinute)
    assert.equal((await sessionOf(newsroom.gawai, visitor.token))?.state, 'first')
    clock.move(1)
    assert.equal(await sessionOf(newsroom.gawai, visitor.token), undefined)
  })

  it('is kept without the token that opens it', async (test) => {
    const { newsroom, visitor } = await openWith(test)
    const rows = JSON.stringify(await newsroom.gawai.db.selectFrom('session').selectAll().execute())
    assert.ok(!rows.includes(visitor.token))
  })

  it('that is over is taken out, and one that is not stays', async (test) => {
    const { newsroom, clock, visitor } = await openWith(test)
    clock.move(8 * anHour + 1)
    const other = await visitorOf(newsroom, { name: 'Orang Lain' })
    await newsroom.gawai.write(forgetSessions)
    const rows = await newsroom.gawai.db.selectFrom('session').select('account_id').execute()
    assert.deepEqual(
      rows.map(({ account_id }) => account_id),
      [other.account],
    )
    assert.equal(await statusOf(visitor), 401)
  })
})

/** What ends a session, and what is done with it before its old token is shown again. */
const endings: Record<string, (meant: { newsroom: Newsroom; visitor: Visitor; owner: Visitor }) => Promise<unknown>> = {
  'they signed out': ({ visitor }) => visitor.post('/newsroom/sign-out/'),
  'their roles were changed': ({ visitor, owner }) =>
    owner.post(`/newsroom/people/${visitor.account}/roles/`, { grant: ['writer', 'editor'] }),
  'they changed their password elsewhere': async ({ newsroom }) => {
    const elsewhere = stranger(newsroom)
    await elsewhere.post('/newsroom/sign-in/', { email: 'bagas@gawai.example', password })
    const changed = await elsewhere.post('/newsroom/me/password/', { newPassword: 'lima ekor merpati' })
    assert.equal(changed.status, 303)
    assert.equal(await statusOf(elsewhere), 200, 'the one it was changed in stays')
  },
  'they were suspended': ({ visitor, owner }) => owner.post(`/newsroom/people/${visitor.account}/suspending/`),
  'they were suspended and let in again': async ({ visitor, owner }) => {
    await owner.post(`/newsroom/people/${visitor.account}/suspending/`)
    await owner.post(`/newsroom/people/${visitor.account}/restoring/`)
  },
  'an owner ended their sessions': ({ visitor, owner }) =>
    owner.post(`/newsroom/people/${visitor.account}/sessions/ending/`),
  'they ended the others from another one': async ({ newsroom }) => {
    const elsewhere = stranger(newsroom)
    await elsewhere.post('/newsroom/sign-in/', { email: 'bagas@gawai.example', password })
    assert.equal((await elsewhere.post('/newsroom/me/sessions/ending/')).status, 303)
  },
  'they proved again who they are': ({ visitor }) => visitor.post('/newsroom/proof/', { password }),
}

describe('an old token', () => {
  for (const [when, end] of Object.entries(endings))
    it(`opens nothing after ${when}`, async (test) => {
      const newsroom = await openNewsroom(test)
      const owner = await visitorOf(newsroom)
      const kept = await hashPassword(newsroom.gawai, password)
      const email = 'bagas@gawai.example'
      const visitor = await visitorOf(newsroom, { name: 'Bagas', email, grants: [{ role: 'writer' }], password: kept })
      const { token } = visitor
      assert.equal(await statusOf(visitor), 200)
      await end({ newsroom, visitor, owner })
      const replaying = stranger(newsroom)
      replaying.token = token
      assert.equal(await statusOf(replaying), 401)
      assert.equal((await replaying.post('/newsroom/me/language/', { lang: 'en' })).status, 401)
    })

  it('opens nothing after every session of the account ended', async (test) => {
    const { newsroom, visitor } = await openWith(test)
    await newsroom.gawai.write((unit) => endSessions(unit, visitor.account))
    assert.equal(await statusOf(visitor), 401)
  })
})
