import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { Busy, hashPassword, isPassword, proveNewPassword } from './password.ts'

describe('a password', () => {
  it('is known again, and no other is, however long or in whatever script', async () => {
    for (const password of ['tiga ekor merpati', '🐦'.repeat(256), 'x'.repeat(4096), 'пароль из слов']) {
      const kept = await hashPassword(password)
      assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
      assert.ok(await isPassword(password, kept))
      assert.ok(!(await isPassword(`${password.slice(0, -1)}.`, kept)))
      assert.notEqual(await hashPassword(password), kept, 'each has its own salt')
    }
  })

  it('is the same whichever way its letters are composed', async () => {
    assert.ok(await isPassword('cafe\u0301 dan roti', await hashPassword('caf\u00e9 dan roti')))
  })

  it('is nobody’s when none is kept', async () => {
    assert.equal(await isPassword('tiga ekor merpati', undefined), false)
    assert.equal(await isPassword('', undefined), false)
  })

  it('waits for its turn, and when too many wait says so instead of making everybody wait', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => isPassword('x', undefined)))
    const refused = outcomes.filter((one) => one.status === 'rejected')
    assert.ok(refused.length >= 30 - 22 && refused.length < 30)
    assert.ok(refused.every(({ reason }) => reason instanceof Busy))
    assert.equal(await isPassword('x', undefined), false, 'and then there is room again')
  })
})

describe('a new password', () => {
  const own = ['Wulan Sasmita', 'Wulan', 'Sasmita', 'wulan.s', 'Gawai']
  for (const [what, password] of [
    ['too short', 'merpati'],
    ['too long', 'x'.repeat(257)],
    ['among the first that anybody tries', 'Password1'],
    ['one of these in wide letters', 'ｐａｓｓｗｏｒｄ１'],
    ['a name with a few signs around it', '!!Sasmita2026'],
    ['a whole name written together', 'wulansasmita1'],
    ['the name of the site', '__gawai__2026'],
  ] as const)
    it(`is refused when it is ${what}`, () => assert.rejects(proveNewPassword(password, own), Invalid))

  for (const password of ['tiga ekor merpati', 'aaaaaaaq', '🐦'.repeat(8), 'x7'.repeat(128), '        .       '])
    it(`may be ${JSON.stringify(password.slice(0, 20))}: no other rule makes it better`, () =>
      proveNewPassword(password, own))
})
