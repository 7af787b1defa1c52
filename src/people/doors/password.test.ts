import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { equipmentRoom } from '#platform/equipment.ts'
import { Invalid } from '#platform/refusals.ts'
import { openHashing } from './hashing.ts'
import { hashPassword, isPassword, ownWords, proveNewPassword } from './password.ts'

function openRoom(test: TestContext) {
  const room = equipmentRoom()
  test.after(() => room.close())
  return room
}

describe('a password', () => {
  it('is known again, and no other is, however long or in whatever script', async (test) => {
    const room = openRoom(test)
    for (const password of ['tiga ekor merpati', '🐦'.repeat(256), 'x'.repeat(4096), 'пароль из слов']) {
      const kept = await hashPassword(room, password)
      assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
      assert.ok(await isPassword(room, password, kept))
      assert.ok(!(await isPassword(room, `${password.slice(0, -1)}.`, kept)))
      assert.notEqual(await hashPassword(room, password), kept, 'each has its own salt')
    }
  })

  it('is known by what an earlier version kept of it', async (test) => {
    const kept = '$argon2id$v=19$m=19456,t=2,p=1$WarlETZVgd7/XiXt3YA/cQ$0JMZWIXWDU4arwT69pan82j2kLQ+MzSzSz9rPGdl4mo'
    const room = openRoom(test)
    assert.deepEqual(
      [await isPassword(room, 'tiga ekor merpati', kept), await isPassword(room, 'tiga ekor kuda', kept)],
      [true, false],
    )
  })

  it('is the same whichever way its letters are composed', async (test) => {
    const room = openRoom(test)
    assert.ok(await isPassword(room, 'cafe\u0301 dan roti', await hashPassword(room, 'caf\u00e9 dan roti')))
  })

  it('is nobody’s when none is kept, and that is found out in the same way', async (test) => {
    const room = openRoom(test)
    assert.equal(await isPassword(room, 'tiga ekor merpati', undefined), false)
    assert.equal(await isPassword(room, '', undefined), false)
    const hashed = test.mock.method(room.use(openHashing), 'hash')
    await isPassword(room, 'tiga ekor merpati', undefined)
    await isPassword(room, 'tiga ekor merpati', await hashPassword(room, 'x'))
    const [unknown, , known] = hashed.mock.calls.map(({ arguments: [asked] }) => ({
      ...asked,
      nonce: asked.nonce.length,
    }))
    assert.deepEqual(unknown, known)
  })
})

describe('a new password', () => {
  const own = ownWords('Gawai', { name: 'Wulan Sasmita', email: 'wulan.s@gawai.example' })
  for (const [what, password] of [
    ['too short', 'merpati'],
    ['too long', 'x'.repeat(257)],
    ['among the first that anybody tries', 'Password1'],
    ['one of these in wide letters', 'ｐａｓｓｗｏｒｄ１'],
    ['a name with a few signs around it', '!!Sasmita2026'],
    ['a whole name written together', 'wulansasmita1'],
    ['the name of the site', '__gawai__2026'],
    ['the beginning of a mail address', 'Wulan.S.1999'],
  ] as const)
    it(`is refused when it is ${what}`, () => assert.rejects(proveNewPassword(password, own), Invalid))

  for (const password of ['tiga ekor merpati', 'aaaaaaaq', '🐦'.repeat(8), 'x7'.repeat(128), '        .       '])
    it(`may be ${JSON.stringify(password.slice(0, 20))}: no other rule makes it better`, () =>
      proveNewPassword(password, own))
})
