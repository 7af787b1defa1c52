import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { auditPage, hashPassword, inviteOwner } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { stranger, visitorOf } from '#test/visitor.ts'

const linkIn = (text: string) => /\/newsroom\/enter\/[\w-]{43}\//.exec(text)?.[0] ?? ''

describe('an invitation', () => {
  it('lets somebody in once, with the roles that it was made with', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const made = await owner.post('/newsroom/people/invitations/new/', {
      name: 'Bagas Prakoso',
      email: 'bagas@gawai.example',
      lang: 'id',
      grant: 'writer',
      role: 'editor',
      section: String(newsroom.ponsel),
    })
    assert.match(made.text, /Undangan untuk Bagas Prakoso/)
    const link = linkIn(made.text)
    assert.match((await owner.get('/newsroom/people/')).text, /Penulis, Penyunting untuk Ponsel/)

    const bagas = stranger(newsroom)
    assert.match((await bagas.get(link)).text, /value="Bagas Prakoso"/)
    const came = await bagas.postOn(link, {
      name: 'Bagas Prakoso',
      email: 'somebody.else@gawai.example',
      lang: 'id',
      password: 'tiga ekor merpati',
    })
    assert.match(came.text, /Halo, Bagas Prakoso/)
    assert.match((await bagas.get('/newsroom/me/')).text, /bagas@gawai\.example/, 'the address that was invited')
    assert.equal((await bagas.get('/newsroom/audit/')).status, 403)
    assert.equal((await stranger(newsroom).get(link)).status, 404)
    assert.doesNotMatch((await owner.get('/newsroom/people/')).text, /Sudah diundang/)
  })

  it('is of no use when it was withdrawn, is a week old, or the password is one that anybody tries for them', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const inviting = { name: 'Bagas Prakoso', email: 'bagas@gawai.example', lang: 'id', grant: 'writer' }
    const link = linkIn((await owner.post('/newsroom/people/invitations/new/', inviting)).text)
    const entering = { name: 'Bagas Prakoso', email: 'bagas@gawai.example', lang: 'id' }
    for (const password of ['password1', 'prakoso2026']) {
      const weak = await stranger(newsroom).post(link, { ...entering, password })
      assert.equal(weak.status, 422, password)
      assert.match(weak.text, /value="Bagas Prakoso"/)
    }
    const withdrawal = /\/newsroom\/people\/invitations\/\d+\/withdrawal\//.exec(
      (await owner.get('/newsroom/people/')).text,
    )?.[0]
    assert.match((await owner.postOn(withdrawal ?? '')).text, /Undangan ditarik/)
    assert.equal((await stranger(newsroom).get(link)).status, 404)

    const second = linkIn((await owner.post('/newsroom/people/invitations/new/', inviting)).text)
    newsroom.clock.move(7 * 24 * 60 * 60 * 1000)
    assert.equal((await stranger(newsroom).get(second)).status, 404)
  })
})

describe('the link of the owner', () => {
  it('makes nobody without a mail address, and can be used again', async (test) => {
    const newsroom = await openNewsroom(test)
    const link = `/newsroom/enter/${await newsroom.gawai.write((unit) => inviteOwner(unit, 'id'))}/`
    const entering = { name: 'Sari Wening', lang: 'id', password: 'empat kuda di ladang' }
    const refused = await stranger(newsroom).post(link, entering)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Isi alamat surel/)
    const came = await stranger(newsroom).postOn(link, { ...entering, email: 'sari@gawai.example' })
    assert.match(came.text, /Halo, Sari Wening/)
  })
})

describe('roles', () => {
  it('change at once for who has them, and can be taken back', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    const path = `/newsroom/people/${bagas.account}/`
    const changed = await owner.postOn(`${path}roles/`, { grant: ['writer', 'owner'] })
    assert.match(changed.text, /Peran Bagas Prakoso diubah/)
    assert.equal((await bagas.get('/newsroom/')).status, 401, 'an old session has old rights, so it ended')
    const undoing = undoPathIn(changed.text)
    assert.match((await owner.postOn(undoing, { to: path })).text, /Sudah diurungkan/)
    assert.match((await owner.get(path)).text, /<p class="summary">[^<]*· Penulis<\/p>/)
    assert.equal((await owner.post(undoing, { to: path })).status, 409, 'once')
  })

  it('of the last owner cannot be taken away, nor can they be suspended', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const path = `/newsroom/people/${owner.account}/`
    assert.equal((await owner.post(`${path}roles/`, { grant: 'writer' })).status, 409)
    assert.equal((await owner.post(`${path}suspending/`)).status, 409)
    assert.equal((await owner.get('/newsroom/audit/')).status, 200)
  })
})

describe('the list of people', () => {
  it('is walked page by page to the last, each person once', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const names = Array.from(
      { length: 51 },
      (_, index) => `Orang & ${String.fromCodePoint(65 + (index % 26))} ${index}`,
    )
    for (const [index, name] of names.entries()) await visitorOf(newsroom, { name, email: `o${index}@gawai.example` })
    const first = (await owner.get('/newsroom/people/')).text
    const [, next = ''] = /<p class="on"><a href="([^"]+)"/.exec(first) ?? []
    const second = (await owner.get(`/newsroom/people/${next.replaceAll('&amp;', '&')}`)).text
    const accountsIn = (text: string) => [...text.matchAll(/\/newsroom\/people\/(\d+)\//g)].map(([, id]) => id)
    const seen = [...accountsIn(first), ...accountsIn(second)]
    assert.equal(seen.length, names.length + 1)
    assert.equal(new Set(seen).size, names.length + 1)
    assert.doesNotMatch(second, /<p class="on">/)
  })
})

describe('whoever looks after accounts', () => {
  it('ends sessions and makes a link for another password, which the audit log says of them', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    await owner.post(`/newsroom/people/${bagas.account}/sessions/ending/`)
    assert.equal((await bagas.get('/newsroom/')).status, 401)
    await owner.post(`/newsroom/people/${bagas.account}/reset/`)
    const entries = await auditPage(newsroom.gawai, { object: `account:${bagas.account}`, limit: 2 })
    assert.deepEqual(
      entries.map(({ action, by }) => [action, by?.account]),
      [
        ['account.reset-link', owner.account],
        ['account.sessions-ended', owner.account],
      ],
    )
  })
})

describe('a suspended account', () => {
  it('is out at once, cannot come in, and is in again when it is restored', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const password = 'tiga ekor merpati'
    const bagas = await visitorOf(newsroom, {
      name: 'Bagas Prakoso',
      grants: [{ role: 'writer' }],
      password: await hashPassword(newsroom.gawai, password),
    })
    const path = `/newsroom/people/${bagas.account}/`
    assert.match((await owner.postOn(`${path}suspending/`)).text, /tidak bisa masuk lagi/)
    assert.equal((await bagas.get('/newsroom/')).status, 401)
    const signingIn = { email: 'bagas.prakoso@gawai.example', password }
    assert.equal((await bagas.post('/newsroom/sign-in/', signingIn)).status, 422)
    await owner.post(`${path}restoring/`)
    assert.match((await bagas.postOn('/newsroom/sign-in/', signingIn)).text, /Halo, Bagas/)
  })
})
