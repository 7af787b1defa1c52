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
      [{ GAWAI_PAGE_STORE: 'maybe' }, /GAWAI_PAGE_STORE is "maybe"; it must be "on" or "off"/],
    ]
    for (const [env, expected] of cases) assert.throws(() => readEnvironment(env), expected)
  })

  it('takes only the origin of an address', () => {
    assert.equal(readEnvironment({ GAWAI_ORIGIN: 'https://News.Example/path/?x' }).origin, 'https://news.example')
  })
})
