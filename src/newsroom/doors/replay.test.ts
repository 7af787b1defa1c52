import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hashPassword } from '#people'
import { authenticator } from '#test/authenticator.ts'
import { openNewsroom, type Newsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'

const password = 'empat kuda di ladang'
const email = 'bagas.prakoso@gawai.example'

interface People {
  newsroom: Newsroom
  owner: Visitor
  /** Somebody else, where they work. */
  bagas: Visitor
  /** The same person in another browser. */
  elsewhere: Visitor
}

/** What ends the session elsewhere, in the words of a report. */
const ends: Record<string, (people: People) => Promise<unknown>> = {
  'they sign out there': ({ elsewhere }) => elsewhere.post('/newsroom/sign-out/'),
  'they end it from here': ({ bagas }) => bagas.post('/newsroom/me/sessions/ending/'),
  'their password changes': ({ bagas }) => bagas.post('/newsroom/me/password/', { newPassword: 'tiga ekor merpati' }),
  'they add a passkey': ({ bagas }) => register(bagas),
  'their code app is removed': ({ bagas }) => bagas.post('/newsroom/me/app/removal/'),
  'an owner removes their factors': ({ owner, bagas }) =>
    owner.post(`/newsroom/people/${bagas.account}/factors/removal/`),
  'their roles change': ({ owner, bagas }) =>
    owner.post(`/newsroom/people/${bagas.account}/roles/`, { grant: 'editor' }),
  'they are suspended': ({ owner, bagas }) => owner.post(`/newsroom/people/${bagas.account}/suspending/`),
  'an owner ends their sessions': ({ owner, bagas }) =>
    owner.post(`/newsroom/people/${bagas.account}/sessions/ending/`),
  'they prove there that it is still them': ({ elsewhere }) => elsewhere.post('/newsroom/proof/', { password }),
  'eight hours go by': async ({ newsroom }) => newsroom.clock.move(8 * 3600_000 + 1),
}

async function register(visitor: Visitor): Promise<void> {
  const asked = await visitor.post('/newsroom/me/passkeys/challenge/')
  const { challenge } = JSON.parse(asked.text) as { challenge: string }
  const made = authenticator().make({ challenge })
  assert.equal((await visitor.post('/newsroom/me/passkeys/', { answer: made, passkeyName: 'Kunci' })).status, 200)
}

describe('the token of a session', () => {
  for (const [what, end] of Object.entries(ends))
    it(`opens nothing any more when ${what}`, async (test) => {
      const newsroom = await openNewsroom(test)
      const owner = await visitorOf(newsroom)
      const bagas = await visitorOf(newsroom, {
        name: 'Bagas Prakoso',
        grants: [{ role: 'writer' }],
        password: await hashPassword(newsroom.gawai, password),
      })
      const elsewhere = stranger(newsroom)
      await elsewhere.post('/newsroom/sign-in/', { email, password })
      const old = elsewhere.token
      assert.equal((await elsewhere.get('/newsroom/')).status, 200)
      await end({ newsroom, owner, bagas, elsewhere })
      elsewhere.token = old
      assert.equal((await elsewhere.get('/newsroom/')).status, 401)
      assert.equal((await elsewhere.post('/newsroom/me/language/', { lang: 'en' })).status, 401)
    })
})
