import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { readAssets } from '#look/assets.ts'
import { DatabaseGone } from '#platform/database/gone.ts'
import type { Log } from '#platform/log.ts'
import { Invalid, NotFound, NotNow } from '#platform/refusals.ts'
import { newToken } from '#people'
import { edition, troubleOf } from '#site'
import { openNewsroom } from '#test/newsroom.ts'

describe('trouble', () => {
  it('says a refusal in its own words, asks for patience while the database is away, and hides a bug', async (test) => {
    const { gawai } = await openNewsroom(test)
    const app = new Hono()
    const thrown: Record<string, Error> = {
      '/refused': new Invalid('The title is empty'),
      '/none': new NotFound('There is no such thing'),
      '/later': new NotNow('Too many at this moment', { key: 'doors.busy' }, { status: 503, retryAfter: 7 }),
      '/away': new DatabaseGone('the file is missing'),
      '/bug': new TypeError('secret of row 17'),
    }
    app.get('*', ({ req }) => {
      throw thrown[req.path] ?? new Error('?')
    })
    app.onError((error, { req }) => troubleOf(error, req, edition(gawai, readAssets(), 'en')))
    const ask = async (path: string) => {
      const answer = await app.request(path)
      return { status: answer.status, text: await answer.text(), headers: answer.headers }
    }
    assert.deepEqual([(await ask('/refused')).status, (await ask('/refused')).text], [422, 'The title is empty\n'])
    assert.equal((await ask('/none')).status, 404)
    const later = await ask('/later')
    assert.deepEqual([later.status, later.headers.get('retry-after')], [503, '7'])
    const away = await ask('/away')
    assert.deepEqual([away.status, away.headers.get('retry-after')], [503, '10'])
    assert.match(away.text, /cannot be shown just now/)
    const bug = await ask('/bug')
    assert.equal(bug.status, 500)
    assert.match(bug.text, /logged as [0-9a-f-]{36}/)
    assert.doesNotMatch(bug.text, /secret/)
    assert.match(bug.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  })

  it('writes down where a bug was met, and no token of the link that led there', async (test) => {
    const { gawai } = await openNewsroom(test)
    const written: string[] = []
    const log: Log = { ...gawai.log, error: (words, facts) => void written.push(JSON.stringify({ words, ...facts })) }
    const app = new Hono()
    app.get('*', () => {
      throw new TypeError('a bug')
    })
    app.onError((error, { req }) => troubleOf(error, req, edition({ ...gawai, log }, readAssets(), 'en')))
    const token = newToken()
    await app.request(`/langganan/saya/${token}/`)
    assert.equal(written.length, 1)
    assert.match(written[0] ?? '', /\/langganan\/saya\/:token\//)
    assert.ok(!written[0]?.includes(token))
  })
})
