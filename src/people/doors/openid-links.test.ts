import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { hashPassword } from '#people'
import { lettersIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openOidcProvider, type OidcProvider } from '#test/oidc-provider.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'

const quarterHour = 15 * 60 * 1000
const me = '/newsroom/me/'
const linking = '/newsroom/me/openid/linking/'
const ending = '/newsroom/me/openid/ending/'

async function open(test: TestContext) {
  const house = await openOidcProvider(test)
  const newsroom = await openNewsroom(test, undefined, house)
  const sari = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, 'empat kuda di ladang') })
  return { house, newsroom, sari, issuer: house.issuer, host: new URL(house.issuer).host }
}

/** There and back. */
async function through(visitor: Visitor, house: OidcProvider, path: string) {
  const sent = await visitor.get(path)
  const back = new URL(await house.visit(sent.headers.get('location') ?? ''))
  return visitor.get(back.pathname + back.search)
}

const comeIn = (visitor: Visitor, house: OidcProvider) => through(visitor, house, '/newsroom/sign-in/openid/')

async function link(visitor: Visitor, house: OidcProvider) {
  await through(visitor, house, '/newsroom/me/openid/')
  return visitor.post(linking)
}

describe('a link to another house', () => {
  it('is made from inside, once somebody has said that the account there is theirs, whatever its address', async (test) => {
    const { house, newsroom, sari, host } = await open(test)
    house.says = { email: 'sari.pribadi@mail.example' }
    assert.match((await sari.get(me)).text, new RegExp(`Tautkan ${host}`))
    const sent = await sari.get('/newsroom/me/openid/')
    assert.match(sent.headers.get('location') ?? '', /prompt=login/, 'the house asks them anew')
    const back = await through(sari, house, '/newsroom/me/openid/')
    assert.equal(back.headers.get('location'), linking)
    assert.match((await sari.get(linking)).text, /sari\.pribadi@mail\.example/)
    assert.equal((await comeIn(stranger(newsroom), house)).status, 422, 'nothing is linked by coming back')
    await through(sari, house, '/newsroom/me/openid/')
    const said = await sari.postOn(linking)
    assert.match(said.text, new RegExp(`lewat ${host}`))
    assert.match(said.text, /Tertaut sejak/)
    assert.doesNotMatch(said.text, new RegExp(`Tautkan ${host}`))
    assert.equal((await comeIn(stranger(newsroom), house)).status, 303)
    assert.equal((await sari.post(linking)).status, 422, 'an answer counts once')
  })

  it('is not made for another session than the one that asked, nor too late', async (test) => {
    const { house, newsroom, sari } = await open(test)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    await through(sari, house, '/newsroom/me/openid/')
    bagas.cookies = sari.cookies
    assert.equal((await bagas.post(linking)).status, 422)
    newsroom.clock.move(quarterHour - 1000)
    assert.equal((await sari.post(linking)).status, 422)
  })

  it('is one for each house, and to an account that nobody else here has linked', async (test) => {
    const { house, newsroom, sari } = await open(test)
    assert.equal((await link(sari, house)).status, 303)
    house.says = { sub: 'sari-2' }
    assert.equal((await link(sari, house)).status, 409)
    house.says = {}
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    assert.equal((await link(bagas, house)).status, 409)
  })

  it('ends when its owner says so: other sessions end, a letter goes out, and the house’s word is none any more', async (test) => {
    const { house, newsroom, sari, issuer, host } = await open(test)
    const { gawai, data } = newsroom
    await link(sari, house)
    const there = stranger(newsroom)
    await comeIn(there, house)
    const said = await sari.postOn(ending, { issuer })
    assert.match(said.text, new RegExp(`Tautan dengan ${host} berakhir`))
    assert.doesNotMatch(said.text, /Tertaut sejak/)
    assert.equal((await there.get('/newsroom/')).status, 401)
    assert.equal((await comeIn(stranger(newsroom), house)).status, 422, 'its verified address does not make it again')
    assert.equal((await sari.post(ending, { issuer })).status, 404)
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
    const subjects = (await lettersIn(data)).map(({ subject }) => subject)
    assert.deepEqual(new Set(subjects), new Set(['Cara masuk Anda ke Gawai berubah']))
    const written = await gawai.db.selectFrom('audit').select('action').execute()
    const actions = written.map(({ action }) => action).filter((action) => action.startsWith('account.openid'))
    assert.deepEqual(actions, ['account.openid-linked', 'account.openid-ended'])
  })

  it('says when it was last used', async (test) => {
    const { house, newsroom, sari } = await open(test)
    await link(sari, house)
    const used = /Tertaut sejak[^·]*· Terakhir dipakai/
    assert.doesNotMatch((await sari.get(me)).text, used)
    newsroom.clock.move(60_000)
    await comeIn(stranger(newsroom), house)
    assert.match((await sari.get(me)).text, used)
  })

  it('is somebody else’s to end only for an owner, and does not end where nothing else is left to come in by', async (test) => {
    const { house, newsroom, sari, issuer } = await open(test)
    house.says = { sub: 'bagas-1', email: 'bagas@gawai.example' }
    await sari.post('/newsroom/people/invitations/new/', {
      name: 'Bagas',
      email: 'bagas@gawai.example',
      lang: 'id',
      grant: 'writer',
    })
    const bagas = stranger(newsroom)
    await comeIn(bagas, house)
    assert.equal((await sari.post(ending, { issuer })).status, 404, 'theirs, not another’s')
    const refused = await bagas.post(ending, { issuer })
    assert.equal(refused.status, 409)
    assert.match(refused.text, /Tidak akan ada cara masuk yang tersisa/)
    assert.equal((await comeIn(stranger(newsroom), house)).status, 303)
  })

  it('goes with the second factors when an owner takes them away', async (test) => {
    const { house, newsroom, sari } = await open(test)
    const password = await hashPassword(newsroom.gawai, 'lima ekor merpati')
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }], password })
    await link(bagas, house)
    const page = `/newsroom/people/${bagas.account}/`
    assert.match((await sari.get(page)).text, /Hapus semua faktor kedua dan tautan/)
    assert.match((await sari.postOn(`${page}factors/removal/`)).text, /masuk dengan kata sandi saja/)
    assert.equal((await comeIn(stranger(newsroom), house)).status, 422)
    assert.equal((await bagas.get(me)).status, 401)
  })
})
