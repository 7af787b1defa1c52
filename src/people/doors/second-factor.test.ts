import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Secret, TOTP } from 'otpauth'
import { auditPage, hashPassword } from '#people'
import { siteKey } from '#platform/site-key.ts'
import { openNewsroom, type Newsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'
import { openLimits } from './limits.ts'

const password = 'empat kuda di ladang'
const email = 'sari.wening@gawai.example'
const halfMinute = 30_000
const quarterHour = 15 * 60_000

const appOf = (text: string) => {
  const secret = /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
  return new TOTP({ secret: Secret.fromBase32(secret) })
}
const begunIn = (text: string) => /name="begun" value="([\w-]+)"/.exec(text)?.[1] ?? ''
const codesIn = (text: string) => [...text.matchAll(/<code>([A-Z2-7-]{29})<\/code>/g)].map((found) => found[1] ?? '')

/** Sets a code app up as a person does. */
async function enrol(newsroom: Newsroom, visitor: Visitor) {
  const page = await visitor.get('/newsroom/me/app/')
  const app = appOf(page.text)
  const code = () => app.generate({ timestamp: newsroom.clock.now() })
  const done = await visitor.post('/newsroom/me/app/', { begun: begunIn(page.text), code: code() })
  return { code, done, recovery: codesIn(done.text) }
}

async function openEnrolled(test: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(test)
  const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
  const enrolled = await enrol(newsroom, owner)
  newsroom.clock.move(halfMinute)
  return { newsroom, owner, ...enrolled }
}

const signIn = (visitor: Visitor) => visitor.post('/newsroom/sign-in/', { email, password })

describe('a code app', () => {
  it('is kept only when it has shown a right code, with the picture and the key still there after a wrong one', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    const page = await owner.get('/newsroom/me/app/')
    assert.match(page.text, /<svg[^>]*role="img"/)
    const wrong = await owner.post('/newsroom/me/app/', { begun: begunIn(page.text), code: '000 000' })
    assert.equal(wrong.status, 422)
    assert.equal(appOf(wrong.text).secret.base32, appOf(page.text).secret.base32)
    assert.equal((await signIn(stranger(newsroom))).location, '/newsroom/')

    const code = appOf(page.text).generate({ timestamp: newsroom.clock.now() })
    const done = await owner.post('/newsroom/me/app/', { begun: begunIn(page.text), code })
    assert.equal(codesIn(done.text).length, 10)
    assert.equal(new Set(codesIn(done.text)).size, 10)
    const [row] = await newsroom.gawai.db.selectFrom('totp').select('secret').execute()
    assert.doesNotMatch(row?.secret ?? '', new RegExp(appOf(page.text).secret.base32))
  })

  it('cannot be begun by one and confirmed by another, nor a quarter of an hour later', async (test) => {
    const newsroom = await openNewsroom(test)
    const [owner, bagas] = [await visitorOf(newsroom), await visitorOf(newsroom, { name: 'Bagas Prakoso' })]
    const { text } = await owner.get('/newsroom/me/app/')
    const code = () => appOf(text).generate({ timestamp: newsroom.clock.now() })
    assert.equal((await bagas.post('/newsroom/me/app/', { begun: begunIn(text), code: code() })).status, 404)
    newsroom.clock.move(quarterHour)
    assert.equal((await owner.post('/newsroom/me/app/', { begun: begunIn(text), code: code() })).status, 200)
    assert.equal((await bagas.post('/newsroom/me/app/', { begun: begunIn(text), code: code() })).status, 404)
  })

  it('asks at every address after the password, and its code makes the session whole under a new token', async (test) => {
    const { newsroom, code } = await openEnrolled(test)
    const sari = stranger(newsroom)
    await signIn(sari)
    for (const path of ['/newsroom/', '/newsroom/me/', '/newsroom/audit/?before=3']) {
      const { status, text } = await sari.get(path)
      assert.equal(status, 401, path)
      assert.match(text, /<h1>Faktor kedua<\/h1>/)
    }
    assert.equal((await sari.post('/newsroom/me/language/', { lang: 'en' })).status, 401)
    assert.equal((await sari.post('/newsroom/proof/', { password })).status, 401)
    const half = sari.token
    const came = await sari.post('/newsroom/sign-in/code/', { code: code(), to: '/newsroom/me/' })
    assert.equal(came.location, '/newsroom/me/')
    assert.equal((await sari.get('/newsroom/me/')).status, 200)
    const [entry] = await auditPage(newsroom.gawai, { limit: 1 })
    assert.deepEqual([entry?.action, entry?.details], ['session.opened', { by: 'code' }])
    sari.token = half
    assert.match((await sari.get('/newsroom/')).text, /name="email"/)
  })

  it('gives each code once, also to two who come at the same moment', async (test) => {
    const { newsroom, code } = await openEnrolled(test)
    const [one, other] = [stranger(newsroom), stranger(newsroom)]
    await signIn(one)
    await signIn(other)
    const came = await Promise.all([one, other].map((who) => who.post('/newsroom/sign-in/code/', { code: code() })))
    assert.deepEqual(new Set(came.map(({ status }) => status)), new Set([303, 422]))
  })

  it('waits ten minutes for the code, and no longer', async (test) => {
    const { newsroom, code } = await openEnrolled(test)
    const sari = stranger(newsroom)
    await signIn(sari)
    newsroom.clock.move(10 * 60_000 + 1)
    await sari.post('/newsroom/sign-in/code/', { code: code() })
    assert.match((await sari.get('/newsroom/')).text, /name="email"/)
  })

  it('may be left at the half: signing out ends what was begun', async (test) => {
    const { newsroom, code } = await openEnrolled(test)
    const sari = stranger(newsroom)
    await signIn(sari)
    const half = sari.token
    assert.equal((await sari.post('/newsroom/sign-out/')).location, '/newsroom/sign-in/')
    sari.token = half
    await sari.post('/newsroom/sign-in/code/', { code: code() })
    assert.equal((await sari.get('/newsroom/')).status, 401)
  })

  it('proves that it is still them, as the password does', async (test) => {
    const { newsroom, owner, code } = await openEnrolled(test)
    newsroom.clock.move(quarterHour + 1)
    assert.match((await owner.get('/newsroom/me/app/')).text, /action="\/newsroom\/proof\/code\/"/)
    await owner.post('/newsroom/proof/code/', { code: code() })
    assert.equal((await owner.get('/newsroom/me/app/')).status, 200)
  })

  it('ends every other session when it comes and when it goes', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    const elsewhere = stranger(newsroom)
    await signIn(elsewhere)
    assert.equal((await elsewhere.get('/newsroom/')).status, 200)
    const { code } = await enrol(newsroom, owner)
    assert.equal((await elsewhere.get('/newsroom/')).status, 401)
    newsroom.clock.move(halfMinute)
    await signIn(elsewhere)
    await elsewhere.post('/newsroom/sign-in/code/', { code: code() })
    assert.equal((await elsewhere.get('/newsroom/')).status, 200)
    assert.match((await owner.postOn('/newsroom/me/app/removal/')).text, /Aplikasi kode dilepas/)
    assert.equal((await elsewhere.get('/newsroom/')).status, 401)
    assert.equal((await owner.get('/newsroom/')).status, 200)
    await signIn(elsewhere)
    assert.equal((await elsewhere.get('/newsroom/')).status, 200, 'the password alone is enough again')
    assert.equal((await newsroom.gawai.db.selectFrom('recovery_code').selectAll().execute()).length, 0)
  })
})

describe('recovery codes', () => {
  it('each let somebody in once, as they are typed from paper', async (test) => {
    const { newsroom, recovery } = await openEnrolled(test)
    const typed = recovery[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('o', '0') ?? ''
    for (const status of [303, 422]) {
      const sari = stranger(newsroom)
      await signIn(sari)
      assert.equal((await sari.post('/newsroom/sign-in/code/', { recoveryCode: typed })).status, status)
    }
  })

  it('come to an end with a warning, and new ones end the old', async (test) => {
    const { newsroom, owner, recovery } = await openEnrolled(test)
    for (const recoveryCode of recovery.slice(0, 8)) {
      const sari = stranger(newsroom)
      await signIn(sari)
      await sari.post('/newsroom/sign-in/code/', { recoveryCode })
    }
    assert.match((await owner.get('/newsroom/')).text, /Kode pemulihan tinggal 2/)
    const renewed = codesIn((await owner.post('/newsroom/me/codes/new/')).text)
    assert.equal(renewed.length, 10)
    const sari = stranger(newsroom)
    await signIn(sari)
    assert.equal((await sari.post('/newsroom/sign-in/code/', { recoveryCode: recovery[9] ?? '' })).status, 422)
    assert.equal((await sari.post('/newsroom/sign-in/code/', { recoveryCode: renewed[9] ?? '' })).status, 303)
  })

  it('can be kept as a file of text, which holds nothing but codes', async (test) => {
    const { owner, recovery } = await openEnrolled(test)
    const file = await owner.post('/newsroom/me/codes/file/', { codes: recovery.join(' ') })
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment/)
    assert.match(file.text, new RegExp(recovery.join('\\s+')))
    assert.equal((await owner.post('/newsroom/me/codes/file/', { codes: '<script>' })).status, 422)
  })
})

describe('a newsroom that requires a second factor', () => {
  it('shows who has none only their own account, until they have one', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
    await owner.post('/newsroom/people/second-factor/', { secondFactor: 'required' })
    assert.equal((await owner.get('/newsroom/people/')).headers.get('location'), '/newsroom/me/')
    assert.equal((await owner.get('/newsroom/me/')).status, 200)
    assert.equal((await owner.post('/newsroom/people/second-factor/', { secondFactor: 'offered' })).status, 403)
    await enrol(newsroom, owner)
    assert.equal((await owner.get('/newsroom/people/')).status, 200)
  })

  it('requires none any more when that is taken back', async (test) => {
    const { newsroom, owner } = await openEnrolled(test)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    const { text } = await owner.postOn('/newsroom/people/second-factor/', { secondFactor: 'required' })
    assert.equal((await bagas.get('/newsroom/pictures/')).headers.get('location'), '/newsroom/me/')
    assert.equal((await owner.post(undoPathIn(text), { to: '/newsroom/people/' })).status, 303)
    assert.equal((await bagas.get('/newsroom/pictures/')).status, 200)
  })
})

describe('whoever has no second factor', () => {
  it('is reminded of it until they say that they have heard', async (test) => {
    const owner = await visitorOf(await openNewsroom(test))
    assert.match((await owner.get('/newsroom/')).text, /siapa saja yang tahu kata sandinya/)
    const { text } = await owner.postOn('/newsroom/me/reminder/ending/')
    assert.doesNotMatch(text, /siapa saja yang tahu kata sandinya/)
  })
})

/** What the doors must hold to, said once more in a few lines: the program is compared with it step by step. */
interface Model {
  at: 'out' | 'half' | 'in'
  wrongPasswords: number
  wrongCodes: number
  unused: number
  lastStep: number
}

const most = 5

describe('signing in with a second factor', () => {
  it('goes as a few lines say, whatever somebody tries in whatever order', async (test) => {
    const { newsroom, code, recovery } = await openEnrolled(test)
    const steps = fc.constantFrom(
      'password', 'wrong password', 'code', 'same code', 'wrong code', 'recovery', 'used recovery', 'out', 'later',
    ) // prettier-ignore
    const stepNow = () => Math.floor(newsroom.clock.now() / halfMinute)
    let unused = recovery.length
    let lastStep = stepNow() - 1
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 12 }), async (tries) => {
        // Limits are of a quarter of an hour of the machine's own clock; each run begins without them.
        const limits = newsroom.gawai.use((await import('./limits.ts')).openLimits)
        await limits.forgive(
          'code',
          String((await newsroom.gawai.db.selectFrom('account').select('id').executeTakeFirstOrThrow()).id),
        )
        await forgetAll(newsroom)
        newsroom.clock.move(2 * halfMinute)
        const model: Model = { at: 'out', wrongPasswords: 0, wrongCodes: 0, unused, lastStep }
        const sari = stranger(newsroom)
        for (const step of tries) {
          await take(step, model, { sari, newsroom, code, recovery, stepNow })
          const { status, text } = await sari.get('/newsroom/')
          assert.equal(status, model.at === 'in' ? 200 : 401, `${step} of ${tries.join(', ')}`)
          if (model.at !== 'in') assert.equal(/<h1>Faktor kedua/.test(text), model.at === 'half', step)
        }
        unused = model.unused
        lastStep = model.lastStep
      }),
      { numRuns: 25 },
    )
  })
})

async function forgetAll({ gawai }: Newsroom): Promise<void> {
  const { mac } = await siteKey(gawai.storage, 'addresses')
  const limits = gawai.use(openLimits)
  await limits.forgive('account', mac(email))
  for (const from of ['127.0.0.1', '127.0.0'].map(mac)) {
    await limits.forgive('address', from)
    await limits.forgive('network', from)
    await limits.forgive('password', `${mac(email)} ${from}`)
  }
}

interface Hands {
  sari: Visitor
  newsroom: Newsroom
  code: () => string
  recovery: string[]
  stepNow: () => number
}

async function take(step: string, model: Model, { sari, newsroom, code, recovery, stepNow }: Hands): Promise<void> {
  const offer = async (field: 'code' | 'recoveryCode', value: string, counts: boolean) => {
    await sari.post('/newsroom/sign-in/code/', { [field]: value })
    if (model.at !== 'half') return false
    if (model.wrongCodes >= most) return false
    model.wrongCodes = counts ? 0 : model.wrongCodes + 1
    if (counts) model.at = 'in'
    return counts
  }
  const spent = recovery.length - model.unused
  switch (step) {
    case 'later':
      return newsroom.clock.move(halfMinute)
    case 'out':
      await sari.post('/newsroom/sign-out/')
      model.at = 'out'
      return
    case 'password':
    case 'wrong password': {
      const isRight = step === 'password'
      const { status } = await sari.post('/newsroom/sign-in/', { email, password: isRight ? password : 'lima kuda' })
      const isLet = model.wrongPasswords < most && isRight
      assert.equal(status, isLet ? 303 : 422)
      if (model.wrongPasswords < most) model.wrongPasswords = isRight ? 0 : model.wrongPasswords + 1
      if (isLet) model.at = 'half'
      return
    }
    case 'code':
    case 'same code':
      if (await offer('code', code(), stepNow() > model.lastStep)) model.lastStep = stepNow()
      return
    case 'wrong code':
      return void (await offer('code', '12345', false))
    case 'recovery':
      if (model.unused === 0) return
      if (await offer('recoveryCode', recovery[spent] ?? '', true)) model.unused -= 1
      return
    case 'used recovery':
      return void (await offer('recoveryCode', spent === 0 ? 'AAAA' : (recovery[0] ?? ''), false))
  }
}
