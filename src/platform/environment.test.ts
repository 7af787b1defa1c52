import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readEnvironment } from './environment.ts'

describe('the environment', () => {
  it('needs nothing to be set', () => {
    const { port, host, pageStore, origin, proxy } = readEnvironment({ PORT: '', GAWAI_ORIGIN: '' })
    assert.deepEqual(
      { port, host, pageStore, origin, proxy },
      { port: 3000, host: '127.0.0.1', pageStore: 'on', origin: undefined, proxy: [] },
    )
  })

  it('refuses what cannot be used, naming the variable, its value and what it should be', () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: 'web' }, /PORT is "web"; it must be a port number from 0 to 65535/],
      [{ PORT: '70000' }, /PORT is "70000"/],
      [{ GAWAI_ORIGIN: 'news.example' }, /GAWAI_ORIGIN is "news.example"; it must be the address readers use/],
      [{ GAWAI_ORIGIN: 'ftp://news.example' }, /GAWAI_ORIGIN/],
      [{ GAWAI_DATABASE: 'mysql://x' }, /GAWAI_DATABASE is "mysql:\/\/x"; it must be a PostgreSQL address/],
      [{ GAWAI_SMTP: 'mail.example' }, /GAWAI_SMTP is "mail\.example"; it must be a mail server such as smtp:/],
      [{ GAWAI_SMTP: 'http://mail.example' }, /GAWAI_SMTP/],
      [{ GAWAI_SMTP: 'smtp://' }, /GAWAI_SMTP/],
      [{ GAWAI_SMTP: 'smtp://user:se%cret@mail.example' }, /GAWAI_SMTP is "smtp:\/\/…@mail\.example"/],
      [{ GAWAI_SMTP: 'smtp://user@mail.example' }, /GAWAI_SMTP/],
      [{ GAWAI_MAIL_FROM: 'Kabar Gawai' }, /GAWAI_MAIL_FROM is "Kabar Gawai"; it must be a mail address, or "Name/],
      [{ GAWAI_MAIL_FROM: 'Kabar\r\nBcc: a@b.example <a@b.example>' }, /GAWAI_MAIL_FROM/],
      [
        { GAWAI_OIDC_ISSUER: 'http://accounts.example' },
        /GAWAI_OIDC_ISSUER is "http:\/\/accounts\.example"; it must be/,
      ],
      [{ GAWAI_OIDC_ISSUER: 'https://accounts.example', GAWAI_OIDC_CLIENT: 'a' }, /missing: GAWAI_OIDC_SECRET$/],
      [{ GAWAI_OIDC_SECRET: 'a' }, /missing: GAWAI_OIDC_ISSUER, GAWAI_OIDC_CLIENT$/],
      [{ GAWAI_PAGE_STORE: 'maybe' }, /GAWAI_PAGE_STORE is "maybe"; it must be "on" or "off"/],
    ]
    for (const [env, expected] of cases) assert.throws(() => readEnvironment(env), expected)
  })

  it('takes only the origin of an address', () => {
    assert.equal(readEnvironment({ GAWAI_ORIGIN: 'https://News.Example/path/?x' }).origin, 'https://news.example')
  })

  it('names another house whose sign-in counts', () => {
    assert.equal(readEnvironment({}).openid, undefined)
    const env = { GAWAI_OIDC_ISSUER: 'https://accounts.example', GAWAI_OIDC_CLIENT: 'a', GAWAI_OIDC_SECRET: 'b' }
    assert.deepEqual(readEnvironment(env).openid, { issuer: 'https://accounts.example', client: 'a', secret: 'b' })
  })

  it('says how mail goes out', () => {
    assert.deepEqual(readEnvironment({}).mail, {})
    const smtp = 'smtps://user:p%40ss@mail.example'
    assert.deepEqual(readEnvironment({ GAWAI_SMTP: smtp, GAWAI_MAIL_FROM: 'Kabar <a@News.example>' }).mail, {
      smtp,
      from: { name: 'Kabar', address: 'a@news.example' },
    })
  })
})
