import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cookie, cookieIn } from './cookie.ts'

const site = 'https://gawai.example'
const carrying = (sent: string) => new Request(site, { headers: { cookie: sent } })
const token = fc.stringMatching(/^[\w-]{43}$/)
/** What a header may hold, without what ends a pair. */
const word = fc.stringMatching(/^[!#-+\--:<-~]{0,60}$/)

describe('the cookie of a session', () => {
  it('is bound to the host and to encryption, is no script’s to read, and does not come with what other sites post', () => {
    assert.equal(cookie('session', 'x', site), '__Host-gawai=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=604800')
    assert.equal(cookie('session', '', site), '__Host-gawai=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0')
    assert.equal(
      cookie('session', 'x', 'http://localhost:3000'),
      'gawai=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800',
    )
  })

  it('is found among whatever else a browser sends', () => {
    fc.assert(
      fc.property(token, fc.array(fc.tuple(word, word)), fc.array(fc.tuple(word, word)), (given, before, after) => {
        const others = (pairs: [string, string][]) =>
          pairs.filter(([name]) => !name.startsWith('__Host-gawai')).map((pair) => pair.join('='))
        const sent = [...others(before), `__Host-gawai=${given}`, ...others(after)].join('; ')
        assert.equal(cookieIn(carrying(sent), 'session', site), given)
      }),
    )
  })

  it('is none when it has another form or another name: what an unencrypted page could have set does not count', () => {
    fc.assert(
      fc.property(word, (value) => {
        const isToken = /^[\w-]{43}$/.test(value.split('=')[0] ?? '')
        if (!isToken) assert.equal(cookieIn(carrying(`__Host-gawai=${value}`), 'session', site), undefined)
        assert.equal(cookieIn(carrying(`gawai=${value}; __host-gawai=${value}`), 'session', site), undefined)
      }),
    )
    assert.equal(cookieIn(carrying(`gawai=${'x'.repeat(43)}`), 'session', site), undefined)
    assert.equal(cookieIn(new Request(site), 'session', site), undefined)
  })
})
