import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hashPassword } from '#people'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'

const origin = 'https://gawai.example'
const password = 'tiga ekor merpati'
const quarterHour = 15 * 60 * 1000
const guest = { name: 'Bagas Prakoso', email: 'bagas@gawai.example', lang: 'id' }

const first = (text: string, form: RegExp) => form.exec(text)?.[0] ?? ''
const linkIn = (text: string) => first(text, /\/newsroom\/enter\/[\w-]{43}\//)
const undoIn = (text: string) => first(text, /\/newsroom\/notices\/\d+\/undoing\//)

const inviting = async (owner: Visitor, fields: Record<string, string> = {}) =>
  linkIn((await owner.post('/newsroom/people/invitations/new/', { ...guest, grant: 'writer', ...fields })).text)

function sendBody({ fetch }: Newsroom, path: string, body: string, type: string): Response | Promise<Response> {
  return fetch(new Request(origin + path, { method: 'POST', headers: { origin, 'content-type': type }, body }))
}

/** A form that does not say how long it is. @returns how much of it was taken, in megabytes */
async function sendWithoutEnd({ fetch }: Newsroom, path: string, headers: Record<string, string> = {}) {
  let taken = 0
  const body = new ReadableStream<Uint8Array>({
    pull(sink) {
      taken += 1
      if (taken > 60) sink.close()
      else sink.enqueue(new Uint8Array(1024 * 1024).fill(97))
    },
  })
  const type = 'application/x-www-form-urlencoded'
  const init = { method: 'POST', headers: { origin, 'content-type': type, ...headers }, body, duplex: 'half' as const }
  return { status: (await fetch(new Request(origin + path, init))).status, taken }
}

describe('a form that never ends', () => {
  it('is not read before it is known who sends it', async (test) => {
    const { status, taken } = await sendWithoutEnd(await openNewsroom(test), '/newsroom/pictures/uploads/')
    assert.equal(status, 401)
    assert.ok(taken <= 2, `${taken} MB were taken`)
  })

  it('is read as far as an honest one reaches', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const cookie = `__Host-gawai=${owner.token}`
    const { status, taken } = await sendWithoutEnd(newsroom, '/newsroom/me/language/', { cookie })
    assert.equal(status, 413)
    assert.ok(taken <= 5, `${taken} MB were taken`)
    assert.equal((await sendWithoutEnd(newsroom, '/newsroom/sign-in/')).status, 413)
  })
})

describe('a form that is made to break something', () => {
  const urlencoded = 'application/x-www-form-urlencoded'

  for (const [what, body, type, status] of [
    ['holds a sign that no database keeps', 'email=a%00b&password=x', urlencoded, 422],
    [
      'ends in the middle',
      '--x\r\nContent-Disposition: form-data; name="email"',
      'multipart/form-data; boundary=x',
      422,
    ],
    ['says no boundary', 'email=a', 'multipart/form-data', 422],
    ['holds the same field thousands of times', 'email=a&'.repeat(8000), urlencoded, 422],
    ['is larger than who they are takes', 'a'.repeat(70_000), urlencoded, 413],
    ['names what every object has', '__proto__=a&constructor=b&email=a&password=b', urlencoded, 422],
    ['is no form', '{"email":"a","password":"b"}', 'application/json', 422],
  ] as const)
    it(`is refused when it ${what}`, async (test) => {
      const newsroom = await openNewsroom(test)
      assert.equal((await sendBody(newsroom, '/newsroom/sign-in/', body, type)).status, status)
    })
})

describe('an address that is made to break something', () => {
  it('is not there', async (test) => {
    const owner = await visitorOf(await openNewsroom(test))
    for (const path of ['/newsroom/people/0/', '/newsroom/people/x/', '/newsroom/people/?name=%00&id=1'])
      assert.equal((await owner.get(path)).status, 404, path)
    for (const path of ['people/x/roles/', 'people/99999999999999999/suspending/', 'me/sessions/-1/ending/'])
      assert.equal(
        (await owner.post(`/newsroom/${path}`, path.endsWith('roles/') ? { grant: 'writer' } : {})).status,
        404,
        path,
      )
    for (const before of ['1e300', '0.5', '-1', 'NaN', "1'--"])
      assert.equal((await owner.get(`/newsroom/audit/?before=${before}`)).status, 200, before)
  })
})

describe('a name with markup in it', () => {
  it('stands on every page as it was typed', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const name = `<img src=x onerror=alert(1)>" $t(doors.signIn) {{name}} 'x`
    const link = await inviting(owner, { name })
    const bagas = stranger(newsroom)
    assert.doesNotMatch((await bagas.get(link)).text, /<img src=x/)
    const came = await bagas.postOn(link, { ...guest, name, password })
    assert.match(came.text, /Halo, &lt;img src=x onerror=alert\(1\)&gt;&quot; \$t\(doors\.signIn\) \{\{name\}\} &#39;x/)
    const account = first((await owner.get('/newsroom/people/')).text, /\/newsroom\/people\/\d+\/(?=">&lt;img)/)
    for (const path of ['/newsroom/people/', account, '/newsroom/audit/'])
      assert.doesNotMatch((await owner.get(path)).text, /<img src=x/, path)
    assert.doesNotMatch((await owner.postOn(`${account}suspending/`)).text, /<img src=x/)
  })
})

describe('an invitation', () => {
  it('makes one account when two use it at once', async (test) => {
    const newsroom = await openNewsroom(test)
    const link = await inviting(await visitorOf(newsroom))
    const tries = Array.from({ length: 2 }, () => stranger(newsroom).post(link, { ...guest, password }))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    assert.deepEqual(new Set(statuses), new Set([303, 404]))
  })

  it('does not let somebody take the name of another', async (test) => {
    const newsroom = await openNewsroom(test)
    const link = await inviting(await visitorOf(newsroom))
    const bagas = stranger(newsroom)
    const taken = await bagas.post(link, { ...guest, name: 'Wulan  SASMITA', password })
    assert.equal(taken.status, 409)
    assert.match(taken.text, /sudah ada yang bernama Wulan/)
    assert.equal((await bagas.post(link, { ...guest, name: 'Bagas Adi Prakoso', password })).status, 303)
  })

  it('leads nowhere once whoever made it may not invite any more', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    for (const [deed, fields] of [
      ['roles', { grant: 'writer' }],
      ['suspending', {}],
    ] as const) {
      const other = await visitorOf(newsroom, { name: `Pemilik ${deed}` })
      const link = await inviting(other, { grant: 'owner', email: `${deed}@gawai.example` })
      assert.equal((await owner.post(`/newsroom/people/${other.account}/${deed}/`, fields)).status, 303)
      assert.equal((await stranger(newsroom).get(link)).status, 404, deed)
    }
  })

  it('for another password is of no use once the password was changed', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const bagas = await visitorOf(newsroom, { name: 'Bagas', grants: [{ role: 'writer' }] })
    const link = linkIn((await owner.post(`/newsroom/people/${bagas.account}/reset/`)).text)
    assert.equal((await bagas.post('/newsroom/me/password/', { newPassword: 'lima ekor merpati' })).status, 303)
    assert.equal((await stranger(newsroom).get(link)).status, 404)
  })

  it('for a section that is not there is refused', async (test) => {
    const owner = await visitorOf(await openNewsroom(test))
    const made = await owner.post('/newsroom/people/invitations/new/', { ...guest, grant: 'editor:99' })
    assert.equal(made.status, 422)
  })
})

describe('taking back', () => {
  const change = async (newsroom: Newsroom, owner: Visitor) => {
    const bagas = await visitorOf(newsroom, { name: 'Bagas', grants: [{ role: 'writer' }] })
    const path = `/newsroom/people/${bagas.account}/`
    return { path, undo: undoIn((await owner.postOn(`${path}roles/`, { grant: 'editor' })).text) }
  }

  it('is done once when it is asked twice at once', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const { path, undo } = await change(newsroom, owner)
    const statuses = await Promise.all([1, 2].map(async () => (await owner.post(undo, { to: path })).status))
    assert.deepEqual(new Set(statuses), new Set([303, 409]))
  })

  it('asks for the proof that doing it asked for', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const { path, undo } = await change(newsroom, owner)
    newsroom.clock.move(quarterHour + 1)
    const asked = await owner.post(undo, { to: path })
    assert.equal(asked.status, 403)
    assert.match(asked.text, /Buktikan bahwa ini Anda/)
    assert.match((await owner.get(path)).text, /Penyunting<\/p>/)
  })

  it('is not for another, whatever their roles', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path, undo } = await change(newsroom, await visitorOf(newsroom))
    const other = await visitorOf(newsroom, { name: 'Pemilik Lain' })
    assert.equal((await other.post(undo, { to: path })).status, 404)
  })
})

describe('a session of somebody else', () => {
  it('cannot be ended by its number', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const { id } = await newsroom.gawai.db.selectFrom('session').select('id').executeTakeFirstOrThrow()
    const bagas = await visitorOf(newsroom, { name: 'Bagas', grants: [{ role: 'contributor' }] })
    await bagas.post(`/newsroom/me/sessions/${id}/ending/`)
    assert.equal((await owner.get('/newsroom/')).status, 200)
  })
})

describe('a token that somebody was made to carry', () => {
  it('is not the one that they have after they signed in', async (test) => {
    const newsroom = await openNewsroom(test)
    await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    const planted = 'A'.repeat(43)
    const victim = stranger(newsroom)
    victim.token = planted
    await victim.post('/newsroom/sign-in/', { email: 'sari.wening@gawai.example', password })
    assert.notEqual(victim.token, planted)
    const attacker = stranger(newsroom)
    attacker.token = planted
    assert.equal((await attacker.get('/newsroom/')).status, 401)
  })
})
