import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { endOpenidLink, hashPassword, linkOpenid, sessionOf, signInByOpenid } from '#people'
import { authenticator } from '#test/authenticator.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'
import { adapters } from './open.ts'

const password = 'empat kuda di ladang'
const email = 'sari.wening@gawai.example'

const challengeAt = async (visitor: Visitor, path: string) =>
  (JSON.parse((await visitor.post(path)).text) as { challenge: string }).challenge

for (const { name, url, skip } of adapters)
  describe(`the ways through the doors on ${name}`, { skip }, () => {
    it('open for a password with a code, a recovery code once, a passkey, another house’s word', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, password) })
      const { text } = await owner.get('/newsroom/me/app/')
      const secret = /<code class="secret">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
      const app = new TOTP({ secret: Secret.fromBase32(secret) })
      const code = () => app.generate({ timestamp: newsroom.clock.now() })
      const begun = /name="begun" value="([\w-]+)"/.exec(text)?.[1] ?? ''
      const added = await owner.post('/newsroom/me/app/', { begun, code: code() })
      const [recoveryCode = ''] = /[A-Z2-7]{4}(?:-[A-Z2-7]{4}){5}/.exec(added.text) ?? []
      newsroom.clock.move(30_000)

      const tries = [{ code: code() }, { code: code() }, { recoveryCode }, { recoveryCode }]
      const statuses = []
      for (const proof of tries) {
        const sari = stranger(newsroom)
        await sari.post('/newsroom/sign-in/', { email, password })
        await sari.post('/newsroom/sign-in/code/', proof)
        statuses.push((await sari.get('/newsroom/')).status)
      }
      assert.deepEqual(statuses, [200, 401, 200, 401])

      const key = authenticator()
      const made = key.make({ challenge: await challengeAt(owner, '/newsroom/me/passkeys/challenge/') })
      assert.equal((await owner.post('/newsroom/me/passkeys/', { answer: made, passkeyName: 'Kunci' })).status, 303)
      const sari = stranger(newsroom)
      const answer = key.sign({
        challenge: await challengeAt(sari, '/newsroom/sign-in/passkey/challenge/'),
        counter: 1,
      })
      const twice = await Promise.all([1, 2].map(() => sari.post('/newsroom/sign-in/passkey/', { answer })))
      assert.deepEqual(new Set(twice.map(({ status }) => status)), new Set([303, 422]))

      const vouched = { issuer: 'https://accounts.example', subject: 'sari-1', email }
      const peer = { address: '203.0.113.7' }
      const vouch = async () => (await signInByOpenid(newsroom.gawai, { vouched, peer, browser: '' })).outcome
      assert.equal(await vouch(), 'wrong', 'not before it is linked from inside')
      const session = await sessionOf(newsroom.gawai, owner.token)
      assert.ok(session)
      for (let times = 0; times < 2; times += 1)
        await newsroom.gawai.write((unit) => linkOpenid(unit, { session, vouched }))
      for (let times = 0; times < 2; times += 1) assert.equal(await vouch(), 'in')
      assert.match(
        (await owner.get('/newsroom/people/')).text,
        /kata sandi, aplikasi kode, 1 kunci sandi, akun di penyedia lain/,
      )
      const ended = { account: owner.account, issuer: vouched.issuer, session: session.id }
      await newsroom.gawai.write((unit) => endOpenidLink(unit, ended))
      assert.equal(await vouch(), 'wrong')
    })
  })
