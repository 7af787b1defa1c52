import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findAccount, hashPassword, inviteToReset } from '#people'
import type { Events } from '#platform/events.ts'
import { siteKey } from '#platform/site-key.ts'
import { lettersIn } from '#test/letters.ts'
import { openNewsroom, type Newsroom } from '#test/newsroom.ts'
import { stranger, visitorOf } from '#test/visitor.ts'
import { openLimits } from './doors/limits.ts'

const password = 'empat kuda di ladang'
const email = 'sari.wening@gawai.example'
const linkIn = (text: string) => /\/newsroom\/enter\/[\w-]{43}\//.exec(text)?.[0] ?? ''

/** All letters that went out, once everything that was told has been followed. */
async function letters({ gawai, data, clock }: Newsroom) {
  await gawai.reactions.deliver()
  await gawai.jobs.settle()
  clock.move(1000)
  return lettersIn(data)
}

const subjects = async (newsroom: Newsroom) => (await letters(newsroom)).map(({ subject }) => subject)

describe('a forgotten password', () => {
  it('is answered the same for everybody, and only who has an account gets a link that works once', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    const ask = (address: string) => stranger(newsroom).post('/newsroom/forgotten/', { email: address })
    const [known, unknown] = [await ask('Sari.Wening@Gawai.example'), await ask('nobody.here@gawai.example')]
    assert.equal(known.status, 200)
    assert.equal(unknown.status, 200)
    assert.equal(
      known.text.replace('Sari.Wening@Gawai.example', 'X'),
      unknown.text.replace('nobody.here@gawai.example', 'X'),
    )
    const [letter, ...more] = await letters(newsroom)
    assert.deepEqual(more, [])
    assert.equal(letter?.to, email)
    const link = linkIn(letter?.text ?? '')
    const sari = stranger(newsroom)
    assert.equal((await sari.post(link, { password: 'lima ekor merpati' })).location, '/newsroom/')
    assert.equal((await owner.get('/newsroom/')).status, 401, 'the sessions of before have ended')
    assert.equal((await stranger(newsroom).get(link)).status, 404)
  })

  it('may be asked for three times an hour for an address, whether or not somebody has it', async (test) => {
    const newsroom = await openNewsroom(test)
    await visitorOf(newsroom)
    for (const address of [email, 'nobody.here@gawai.example'])
      for (const status of [200, 200, 200, 429])
        assert.equal((await stranger(newsroom).post('/newsroom/forgotten/', { email: address })).status, status)
  })

  it('is not used up for somebody by who has asked too often', async (test) => {
    const newsroom = await openNewsroom(test)
    await visitorOf(newsroom)
    const ask = (address: string) => stranger(newsroom).post('/newsroom/forgotten/', { email: address })
    for (let time = 0; time < 30; time += 1) await ask(`nobody.${time}@gawai.example`)
    for (let time = 0; time < 4; time += 1) assert.equal((await ask(email)).status, 429)
    const key = await siteKey(newsroom.gawai.storage, 'addresses')
    assert.equal(await newsroom.gawai.use(openLimits).wait('mail', key.mac(email)), 0)
  })

  it('takes no link away that somebody else made, or an earlier letter brought; one that is used ends them all', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { name: 'Ayu Lestari' })
    const other = await visitorOf(newsroom, { name: 'Tika Maharani' })
    const sari = await visitorOf(newsroom)
    const byOwner = async (by: typeof owner) => linkIn((await by.post(`/newsroom/people/${sari.account}/reset/`)).text)
    const account = await findAccount(newsroom.gawai, sari.account)
    const byMachine = await newsroom.gawai.write((unit) => inviteToReset(unit, { account }))
    const replaced = await byOwner(owner)
    const links = [`/newsroom/enter/${byMachine}/`, await byOwner(other), await byOwner(owner)]
    for (let times = 0; times < 2; times += 1) await stranger(newsroom).post('/newsroom/forgotten/', { email })
    links.push(...(await letters(newsroom)).map(({ text }) => linkIn(text)))
    const statuses = () => Promise.all(links.map(async (link) => (await stranger(newsroom).get(link)).status))
    assert.deepEqual(await statuses(), [200, 200, 200, 200, 200])
    assert.equal((await stranger(newsroom).get(replaced)).status, 404, 'an owner’s own is replaced')
    assert.match((await stranger(newsroom).get(links[4] ?? '')).text, /<h1>Kata sandi baru<\/h1>/)
    await stranger(newsroom).post(links[4] ?? '', { password: 'lima ekor merpati' })
    assert.deepEqual(await statuses(), [404, 404, 404, 404, 404])
  })

  it('is looked up after the answer, and whose address it is lies sealed until then', async (test) => {
    const newsroom = await openNewsroom(test)
    const { db } = newsroom.gawai
    await visitorOf(newsroom)
    await stranger(newsroom).post('/newsroom/forgotten/', { email })
    assert.deepEqual(await db.selectFrom('invitation').select('id').execute(), [])
    const kept = [await db.selectFrom('outbox').selectAll().execute(), await db.selectFrom('job').selectAll().execute()]
    assert.match(JSON.stringify(kept), /password\.forgotten/)
    assert.doesNotMatch(JSON.stringify(kept), /sari\.wening/)
    assert.equal((await letters(newsroom)).length, 1)
    const before = { kind: 'password.forgotten', email } as unknown as Events['password.forgotten'] & {
      kind: 'password.forgotten'
    }
    await newsroom.gawai.write(async (unit) => unit.tell(before))
    assert.equal((await letters(newsroom)).length, 2, 'as an earlier version told it')
  })

  it('sends nothing to who is suspended', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    await owner.post(`/newsroom/people/${bagas.account}/suspending/`)
    await stranger(newsroom).post('/newsroom/forgotten/', { email: 'bagas.prakoso@gawai.example' })
    assert.deepEqual(await letters(newsroom), [])
  })

  it('does not get round the second factor', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    const [row] = [{ account_id: owner.account, secret: 'x', confirmed_at: 0, last_step: 0 }]
    await newsroom.gawai.write((unit) => unit.tx.insertInto('totp').values(row).execute())
    await stranger(newsroom).post('/newsroom/forgotten/', { email })
    const sari = stranger(newsroom)
    await sari.post(linkIn((await letters(newsroom))[0]?.text ?? ''), { password: 'lima ekor merpati' })
    assert.match((await sari.get('/newsroom/')).text, /<h1>Faktor kedua<\/h1>/)
  })
})

describe('an invitation', () => {
  it('goes to who is invited, in their language', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const inviting = { name: 'Bagas Prakoso', email: 'bagas@gawai.example', lang: 'en', grant: 'writer' }
    const shown = await owner.post('/newsroom/people/invitations/new/', inviting)
    const [letter] = await letters(newsroom)
    assert.equal(letter?.to, 'bagas@gawai.example')
    assert.equal(letter?.subject, 'Sari Wening invites you to the newsroom of Gawai')
    assert.equal(linkIn(letter?.text ?? ''), linkIn(shown.text))
  })
})

describe('whoever owns an account', () => {
  it('hears of five wrong passwords once, and nobody does for an address without an account', async (test) => {
    const newsroom = await openNewsroom(test)
    await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    for (const address of [email, 'nobody.here@gawai.example'])
      for (let tries = 0; tries < 7; tries += 1)
        await stranger(newsroom).post('/newsroom/sign-in/', { email: address, password: 'lima kuda' })
    assert.deepEqual(await subjects(newsroom), ['Seseorang mencoba masuk ke akun Anda di Gawai'])
  })

  it('hears of a sign-in from where they never came from, but not of the first of all', async (test) => {
    const newsroom = await openNewsroom(test)
    await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    const agent = 'Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Ubah kata sandi di https://evil.example'
    const from = (address: string) =>
      newsroom.fetch(
        new Request('https://gawai.example/newsroom/sign-in/', {
          method: 'POST',
          headers: { origin: 'https://gawai.example', 'user-agent': agent },
          body: new URLSearchParams({ email, password }),
        }),
        { address },
      )
    for (const address of ['203.0.113.7', '203.0.113.7', '198.51.100.9', '198.51.100.9']) await from(address)
    const sent = await letters(newsroom)
    assert.deepEqual(
      sent.map(({ subject }) => subject),
      ['Masuk ke Gawai dari tempat baru'],
    )
    assert.match(sent[0]?.text ?? '', /Perambannya: Chrome, Android\./)
    assert.doesNotMatch(sent[0]?.text ?? '', /evil|Mozilla/, 'nothing that a stranger wrote')
    assert.doesNotMatch(sent[0]?.text ?? '', /198\.51/)
  })

  it('hears of another password, of factors and of roles', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    await bagas.post('/newsroom/me/password/', { newPassword: 'tiga ekor merpati' })
    await letters(newsroom)
    await owner.post(`/newsroom/people/${bagas.account}/factors/removal/`)
    await letters(newsroom)
    await owner.post(`/newsroom/people/${bagas.account}/roles/`, { grant: 'editor' })
    assert.deepEqual(await subjects(newsroom), [
      'Kata sandi Anda di Gawai diganti',
      'Cara masuk Anda ke Gawai berubah',
      'Peran Anda di Gawai diubah',
    ])
  })
})
