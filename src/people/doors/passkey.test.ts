import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { hashPassword } from '#people'
import { authenticator, type Ceremony } from '#test/authenticator.ts'
import { openNewsroom, type Newsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'

const password = 'empat kuda di ladang'
const email = 'sari.wening@gawai.example'
const fiveMinutes = 5 * 60_000

const challengeAt = async (visitor: Visitor, path: string): Promise<string> =>
  (JSON.parse((await visitor.post(path)).text) as { challenge: string }).challenge

const register = async (visitor: Visitor, key = authenticator(), ceremony: Partial<Ceremony> = {}) => {
  const challenge = await challengeAt(visitor, '/newsroom/me/passkeys/challenge/')
  const answer = key.make({ challenge, ...ceremony })
  const done = await visitor.post('/newsroom/me/passkeys/', { answer, passkeyName: 'Kunci biru' })
  return { key, done, answer }
}

const atDoor = '/newsroom/sign-in/passkey/'

const comeIn = async (visitor: Visitor, key: ReturnType<typeof authenticator>, ceremony: Partial<Ceremony> = {}) => {
  const challenge = await challengeAt(visitor, `${atDoor}challenge/`)
  return visitor.post(atDoor, { answer: key.sign({ challenge, ...ceremony }), to: '/newsroom/me/' })
}

async function openWithKey(test: TestContext): Promise<{ newsroom: Newsroom; owner: Visitor; key: Key }> {
  const newsroom = await openNewsroom(test)
  const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
  const { key } = await register(owner)
  return { newsroom, owner, key }
}
type Key = ReturnType<typeof authenticator>

describe('a passkey', () => {
  it('is added with recovery codes, named, and lets somebody in without an address or a password', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const { key, done } = await register(owner)
    assert.equal(done.text.match(/<li><code>/g)?.length, 10)
    assert.match((await owner.get('/newsroom/me/')).text, /Kunci biru/)
    const sari = stranger(newsroom)
    assert.equal((await comeIn(sari, key)).location, '/newsroom/me/')
    const { status, text } = await sari.get('/newsroom/me/')
    assert.equal(status, 200)
    assert.match(text, /Terakhir dipakai/)
    assert.match(text, /Satu kunci sandi berarti satu perangkat/)
  })

  it('is not added from another site, for another host, with another challenge, or by somebody whom it did not see', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const stale = await challengeAt(owner, '/newsroom/me/passkeys/challenge/')
    for (const ceremony of [
      { origin: 'https://gawai.example.evil' },
      { origin: 'http://gawai.example' },
      { host: 'evil.example' },
      { challenge: 'AAAA' },
      { isVerified: false },
    ])
      assert.equal((await register(owner, authenticator(), ceremony)).done.status, 422, JSON.stringify(ceremony))
    newsroom.clock.move(fiveMinutes + 1)
    assert.equal((await register(owner, authenticator(), { challenge: stale })).done.status, 422)
    assert.deepEqual(await newsroom.gawai.db.selectFrom('passkey').selectAll().execute(), [])
  })

  it('is not added twice with one challenge, nor with a challenge of somebody else or of the door', async (test) => {
    const newsroom = await openNewsroom(test)
    const [owner, bagas] = [await visitorOf(newsroom), await visitorOf(newsroom, { name: 'Bagas Prakoso' })]
    const { answer } = await register(owner)
    const again = await owner.post('/newsroom/me/passkeys/', { answer, passkeyName: 'Lagi' })
    assert.equal(again.status, 422)
    const theirs = await challengeAt(owner, '/newsroom/me/passkeys/challenge/')
    assert.equal((await register(bagas, authenticator(), { challenge: theirs })).done.status, 422)
    const atTheDoor = await challengeAt(stranger(newsroom), `${atDoor}challenge/`)
    assert.equal((await register(bagas, authenticator(), { challenge: atTheDoor })).done.status, 422)
  })

  it('does not open the door from another site, for another host, unseen, or as a copy that counts less', async (test) => {
    const { newsroom, key } = await openWithKey(test)
    const sari = stranger(newsroom)
    for (const ceremony of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { isVerified: false }])
      assert.equal((await comeIn(sari, key, ceremony)).status, 422, JSON.stringify(ceremony))
    assert.equal((await comeIn(sari, authenticator())).status, 422, 'nobody knows that one')
    assert.equal((await comeIn(sari, key, { counter: 7 })).status, 303)
    assert.equal((await comeIn(stranger(newsroom), key, { counter: 7 })).status, 422)
    assert.equal((await comeIn(stranger(newsroom), key, { counter: 8 })).status, 303)
  })

  it('does not open the door with an answer that was given before, by another browser, or too late', async (test) => {
    const { newsroom, key } = await openWithKey(test)
    const sari = stranger(newsroom)
    const challenge = await challengeAt(sari, `${atDoor}challenge/`)
    const answer = key.sign({ challenge })
    assert.equal((await stranger(newsroom).post(atDoor, { answer })).status, 422, 'the challenge is this browser’s')
    assert.equal((await sari.post(atDoor, { answer })).status, 303)
    assert.equal((await sari.post(atDoor, { answer })).status, 422, 'once')
    const late = stranger(newsroom)
    const old = await challengeAt(late, `${atDoor}challenge/`)
    newsroom.clock.move(fiveMinutes + 1)
    assert.equal((await late.post(atDoor, { answer: key.sign({ challenge: old }) })).status, 422)
  })

  it('lets in as many as come from one place, and puts off who tries there without one', async (test) => {
    const { newsroom, key } = await openWithKey(test)
    for (let time = 0; time < 31; time += 1) assert.equal((await comeIn(stranger(newsroom), key)).status, 303)
    const others = authenticator()
    for (let time = 0; time < 30; time += 1) assert.equal((await comeIn(stranger(newsroom), others)).status, 422)
    assert.equal((await comeIn(stranger(newsroom), others)).status, 429)
  })

  it('is the second factor after a password, and a new proof of who is in', async (test) => {
    const { newsroom, owner, key } = await openWithKey(test)
    const sari = stranger(newsroom)
    await sari.post('/newsroom/sign-in/', { email, password })
    const half = await sari.get('/newsroom/')
    assert.equal(half.status, 401)
    assert.match(half.text, /data-passkey="sign"/)
    const challenge = await challengeAt(sari, `${atDoor}challenge/`)
    assert.equal((await sari.post(atDoor, { answer: key.sign({ challenge }) })).status, 303)
    assert.equal((await sari.get('/newsroom/')).status, 200)

    newsroom.clock.move(15 * 60_000 + 1)
    assert.equal((await owner.post('/newsroom/me/passkeys/challenge/')).status, 403)
    const proof = await challengeAt(owner, '/newsroom/proof/passkey/challenge/')
    const old = owner.token
    assert.equal((await owner.post('/newsroom/proof/passkey/', { answer: key.sign({ challenge: proof }) })).status, 303)
    assert.equal((await owner.post('/newsroom/me/passkeys/challenge/')).status, 200)
    owner.token = old
    assert.equal((await owner.get('/newsroom/')).status, 401)
  })

  it('is a second factor also when somebody has typed too many wrong codes, and wrong ones use up no codes', async (test) => {
    const { newsroom, key } = await openWithKey(test)
    const sari = stranger(newsroom)
    await sari.post('/newsroom/sign-in/', { email, password })
    const code = () => sari.post('/newsroom/sign-in/code/', { code: '000000' })
    const show = async (one: typeof key) => {
      const answer = one.sign({ challenge: await challengeAt(sari, `${atDoor}challenge/`) })
      return sari.post(atDoor, { answer })
    }
    for (let time = 0; time < 5; time += 1) {
      assert.equal((await show(authenticator())).status, 422)
      assert.match((await code()).text, /Kode ini tidak berlaku/)
    }
    assert.match((await code()).text, /terlalu sering/)
    assert.equal((await show(key)).status, 303)
  })

  it('of one account proves nothing for another', async (test) => {
    const { newsroom, key } = await openWithKey(test)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso' })
    await register(bagas)
    const challenge = await challengeAt(bagas, '/newsroom/proof/passkey/challenge/')
    assert.equal((await bagas.post('/newsroom/proof/passkey/', { answer: key.sign({ challenge }) })).status, 422)
  })

  it('can be renamed and removed by who has it, and others’ sessions of the account end', async (test) => {
    const { newsroom, owner, key } = await openWithKey(test)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso' })
    const path = `/newsroom/me/passkeys/${key.id}/`
    assert.equal((await bagas.post(`${path}name/`, { passkeyName: 'Milik saya' })).status, 404)
    assert.equal((await bagas.post(`${path}removal/`)).status, 404)
    assert.match((await owner.postOn(`${path}name/`, { passkeyName: 'Kunci merah' })).text, /kini bernama Kunci merah/)
    const elsewhere = stranger(newsroom)
    await comeIn(elsewhere, key)
    assert.match((await owner.postOn(`${path}removal/`)).text, /Kunci sandi Kunci merah dihapus/)
    assert.equal((await elsewhere.get('/newsroom/')).status, 401)
    assert.equal((await comeIn(stranger(newsroom), key)).status, 422)
  })

  it('that is the last way to come in cannot be removed', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const { key } = await register(owner)
    const { status, text } = await owner.post(`/newsroom/me/passkeys/${key.id}/removal/`)
    assert.equal(status, 409)
    assert.match(text, /Tidak akan ada cara masuk yang tersisa/)
    assert.equal((await comeIn(stranger(newsroom), key)).status, 303)
  })

  it('of a suspended account opens nothing', async (test) => {
    const { newsroom, key } = await openWithKey(test)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso' })
    const { key: theirs } = await register(bagas)
    const owner = stranger(newsroom)
    await comeIn(owner, key)
    await owner.post(`/newsroom/people/${bagas.account}/suspending/`)
    assert.equal((await comeIn(stranger(newsroom), theirs)).status, 422)
  })

  it('is refused as a form when it is nothing that a browser says', async (test) => {
    const { newsroom } = await openWithKey(test)
    for (const answer of ['', '{', '[]', '{"id":"AAAA"}', JSON.stringify({ id: '../' })])
      assert.equal((await stranger(newsroom).post(atDoor, { answer })).status, 422, answer)
  })
})
