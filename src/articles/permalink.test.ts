import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { permalink, permalinkPattern } from './permalink.ts'
import { signOff } from './sign-off.ts'

const at = Date.UTC(2018, 2, 19, 20, 5, 9)
const facts = { id: '17', slug: 'xiaomi-masuk', publishedAt: at, zone: 'Asia/Jakarta' }

describe('a permalink pattern', () => {
  it('is filled with the day in the site’s zone', () => {
    assert.equal(permalink('/%year%/%monthnum%/%day%/%postname%/', facts), '/2018/03/20/xiaomi-masuk/')
    assert.equal(permalink('/%hour%-%minute%-%second%/%post_id%', facts), '/03-05-09/17')
    assert.equal(
      permalink('/%category%/%author%/%postname%.html', { ...facts, section: 'ponsel' }),
      '/ponsel/redaksi/xiaomi-masuk.html',
    )
  })

  it('is refused when it could not tell articles apart or cannot be filled', () => {
    const { schema } = permalinkPattern
    for (const bad of [
      '/%year%/',
      'tanpa-garis/%postname%',
      '/%postname%/%nope%/',
      '/a b/%postname%/',
      '/%postname%?x',
    ])
      assert.equal(schema.safeParse(bad).success, false, bad)
    for (const good of [
      '/%postname%/',
      '/%year%/%monthnum%/%postname%/',
      '/arsip/%post_id%',
      '/%category%/%postname%.html',
    ])
      assert.equal(schema.safeParse(good).success, true, good)
  })

  it('makes an address in its one spelling from any slug', () =>
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
          .filter((slug) => !/[\s/?#\\\p{C}]|^\.+$/u.test(slug)),
        (slug) => {
          const path = permalink('/%year%/%postname%/', { ...facts, slug })
          assert.equal(canonicalPath(path), path)
        },
      ),
    ))
})

describe('a sign-off', () => {
  const by = (role: 'writer' | 'editor' | 'photo', initials: string) => ({ role, initials })
  it('stands writer before editor', () => {
    assert.equal(signOff([by('editor', 'HBS'), by('writer', 'WS')]), '[WS/HBS]')
    assert.equal(signOff([by('writer', 'WS'), by('writer', 'SD'), by('editor', 'HBS')]), '[WS+SD/HBS]')
    assert.equal(signOff([by('writer', 'WS')]), '[WS]')
    assert.equal(signOff([by('photo', 'SD')]), '')
  })
})
