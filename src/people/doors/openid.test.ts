import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { hashPassword } from '#people'
import { lettersIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openOidcProvider, type OidcProvider } from '#test/oidc-provider.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'

const start = '/newsroom/sign-in/openid/'

async function open(test: TestContext) {
  const house = await openOidcProvider(test)
  const newsroom = await openNewsroom(test, undefined, house)
  return { house, newsroom }
}

/** There and back. @returns what the door answers */
async function comeIn(visitor: Visitor, house: OidcProvider, path = `${start}?to=/newsroom/me/`) {
  const sent = await visitor.get(path)
  const back = new URL(await house.visit(sent.headers.get('location') ?? ''))
  return visitor.get(back.pathname + back.search)
}

describe('the sign-in of another house', () => {
  it('is offered only where the operator named one', async (test) => {
    const { newsroom, house } = await open(test)
    assert.match(
      (await stranger(newsroom).get('/newsroom/')).text,
      new RegExp(`Masuk dengan ${new URL(house.issuer).host}`),
    )
    const without = await openNewsroom(test)
    assert.doesNotMatch((await stranger(without).get('/newsroom/')).text, /openid/)
    assert.equal((await stranger(without).get(start)).status, 404)
  })

  it('lets somebody in by a verified address, and from then on by its subject, whatever the address is', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    const sari = stranger(newsroom)
    const { status, headers } = await comeIn(sari, house)
    assert.equal(status, 303)
    assert.equal(headers.get('location'), '/newsroom/me/')
    assert.equal((await sari.get('/newsroom/me/')).status, 200)
    house.says = { email: 'another@gawai.example' }
    assert.equal((await comeIn(stranger(newsroom), house)).status, 303)
  })

  it('says by mail that an account can be entered in another way from now on, once', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    for (let time = 0; time < 2; time += 1) await comeIn(stranger(newsroom), house)
    const { gawai, data } = newsroom
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
    const letters = await lettersIn(data)
    assert.deepEqual(
      letters.map(({ to }) => to),
      ['sari.wening@gawai.example'],
    )
  })

  it('takes up an open invitation, with its name and roles', async (test) => {
    const { newsroom, house } = await open(test)
    const owner = await visitorOf(newsroom)
    const inviting = { name: 'Bagas Prakoso', email: 'bagas@gawai.example', lang: 'id', grant: 'writer' }
    await owner.post('/newsroom/people/invitations/new/', inviting)
    house.says = { sub: 'bagas-1', email: 'Bagas@gawai.example' }
    const bagas = stranger(newsroom)
    await comeIn(bagas, house)
    assert.match((await bagas.get('/newsroom/')).text, /Halo, Bagas Prakoso/)
    assert.equal((await bagas.get('/newsroom/audit/')).status, 403)
    const seen = (await owner.get('/newsroom/people/')).text
    assert.doesNotMatch(seen, /Sudah diundang/)
    assert.match(seen, /akun di penyedia lain/)
  })

  it('makes nobody an account, and takes no address that the house has not verified or has given to somebody else', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    for (const says of [
      { email: 'nobody.here@gawai.example' },
      { email_verified: false },
      { email_verified: 'true' },
    ]) {
      house.says = says
      assert.equal((await comeIn(stranger(newsroom), house)).status, 422, JSON.stringify(says))
    }
    house.says = {}
    assert.equal((await comeIn(stranger(newsroom), house)).status, 303)
    house.says = { sub: 'sari-2' }
    assert.equal((await comeIn(stranger(newsroom), house)).status, 422)
  })

  it('gives an invitation to nobody whose address only looks like the one that it went to', async (test) => {
    const { newsroom, house } = await open(test)
    const owner = await visitorOf(newsroom)
    const inviting = { name: 'Kiki Amalia', email: 'kiki@gawai.example', lang: 'id', grant: 'editor' }
    await owner.post('/newsroom/people/invitations/new/', inviting)
    // The sign for kelvin becomes a k when it is composed and small.
    house.says = { sub: 'other-1', email: '\u212aiki@gawai.example' }
    assert.equal((await comeIn(stranger(newsroom), house)).status, 422)
    house.says = { sub: 'kiki-1', email: 'kiki@gawai.example' }
    assert.equal((await comeIn(stranger(newsroom), house)).status, 303)
  })

  it('keeps out who is suspended', async (test) => {
    const { newsroom, house } = await open(test)
    const owner = await visitorOf(newsroom, { name: 'Ayu Lestari' })
    const sari = await visitorOf(newsroom)
    await owner.post(`/newsroom/people/${sari.account}/suspending/`)
    assert.equal((await comeIn(stranger(newsroom), house)).status, 422)
  })

  it('refuses a word that was meant for another, is too old, or is signed by nobody', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    for (const says of [{ nonce: 'another' }, { aud: 'another' }, { iss: 'https://evil.example' }, { exp: 1000 }]) {
      house.says = says
      assert.equal((await comeIn(stranger(newsroom), house)).status, 422, JSON.stringify(says))
    }
    house.says = {}
    house.isForged = true
    assert.equal((await comeIn(stranger(newsroom), house)).status, 422)
  })

  it('refuses who comes back in another browser, a second time, or too late', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    const [sari, mallory] = [stranger(newsroom), stranger(newsroom)]
    const sent = await sari.get(start)
    const back = new URL(await house.visit(sent.headers.get('location') ?? ''))
    const there = back.pathname + back.search
    assert.equal((await mallory.get(there)).status, 422)
    await mallory.get(start)
    assert.equal((await mallory.get(there)).status, 422)
    assert.equal((await sari.get(there)).status, 303)
    assert.equal((await sari.get(there)).status, 422)
    const late = stranger(newsroom)
    const again = new URL(await house.visit((await late.get(start)).headers.get('location') ?? ''))
    newsroom.clock.move(10 * 60_000 + 1)
    assert.equal((await late.get(again.pathname + again.search)).status, 422)
  })

  it('goes on only to pages of the newsroom', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    for (const to of ['https://evil.example/', '//evil.example/'])
      assert.equal(
        (await comeIn(stranger(newsroom), house, `${start}?to=${encodeURIComponent(to)}`)).headers.get('location'),
        '/newsroom/',
      )
  })

  it('proves that it is still them, asked anew, and for nobody else', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso' })
    const sari = stranger(newsroom)
    await comeIn(sari, house)
    newsroom.clock.move(15 * 60_000 + 1)
    const asked = await sari.get('/newsroom/people/invitations/new/')
    assert.equal(asked.status, 403)
    const proof = /href="(\/newsroom\/proof\/openid\/[^"]*)"/.exec(asked.text)?.[1] ?? ''
    assert.match((await sari.get(proof)).headers.get('location') ?? '', /prompt=login/)
    const proved = await comeIn(sari, house, proof)
    assert.equal(proved.headers.get('location'), '/newsroom/people/invitations/new/')
    assert.equal((await sari.get('/newsroom/people/invitations/new/')).status, 200)
    assert.equal((await comeIn(bagas, house, proof)).status, 422)
    house.says = { auth_time: Math.floor(Date.now() / 1000) - 3600 }
    assert.equal((await comeIn(sari, house, proof)).status, 422, 'they did not show it anew')
  })

  it('opens no account that has a password, a passkey or a code app, before its owner has linked it from inside', async (test) => {
    const { newsroom, house } = await open(test)
    const { gawai } = newsroom
    const sari = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, 'empat kuda di ladang') })
    const refused = await comeIn(stranger(newsroom), house)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /belum tertaut/)
    house.says = { email: 'nobody.here@gawai.example' }
    const unknown = await comeIn(stranger(newsroom), house)
    assert.equal(unknown.text, refused.text, 'nor does it say who has an account')
    house.says = {}
    const set = (password: string | null) =>
      gawai.write((unit) => unit.tx.updateTable('account').set({ password }).execute())
    for (const factor of ['totp', 'passkey'] as const) {
      await set(null)
      const row = { account_id: sari.account }
      await gawai.write(async (unit) => {
        if (factor === 'totp')
          await unit.tx
            .insertInto('totp')
            .values({ ...row, secret: 'x', confirmed_at: 0, last_step: 0 })
            .execute()
        else
          await unit.tx
            .insertInto('passkey')
            .values({
              ...row,
              id: 'x',
              public_key: '',
              counter: 0,
              transports: '[]',
              name: 'x',
              made_at: 0,
              used_at: null,
            })
            .execute()
      })
      assert.equal((await comeIn(stranger(newsroom), house)).status, 422, factor)
      await gawai.write((unit) => unit.tx.deleteFrom(factor).execute())
    }
    assert.equal((await comeIn(stranger(newsroom), house)).status, 303, 'who has nothing else comes in')
  })

  it('is not asked again and again for who only pretends to be back, and puts nobody off who is', async (test) => {
    const { newsroom, house } = await open(test)
    await visitorOf(newsroom)
    const warned = test.mock.method(newsroom.gawai.log, 'warn')
    const one = stranger(newsroom)
    for (let time = 0; time < 31; time += 1) assert.equal((await comeIn(one, house)).status, 303)
    await one.get(start)
    const kept = new Map(one.cookies)
    let last = 0
    for (let time = 0; time < 40; time += 1) {
      for (const [name, value] of kept) one.cookies.set(name, value)
      last = (await one.get(`${start}back/?code=made-up&state=made-up`)).status
    }
    assert.equal(last, 429)
    assert.equal(warned.mock.callCount(), 30)
  })

  it('says in a sentence that the house does not answer', async (test) => {
    const newsroom = await openNewsroom(test, undefined, { issuer: 'http://127.0.0.1:1', client: 'a', secret: 'b' })
    const { status, text } = await stranger(newsroom).get(start)
    assert.equal(status, 422)
    assert.match(text, /Masuk lewat penyedia lain tidak berhasil/)
  })
})
