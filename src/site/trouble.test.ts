import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { readAssets } from '#look/assets.ts'
import { DatabaseGone } from '#platform/database/gone.ts'
import { Invalid, NotFound, NotNow } from '#platform/refusals.ts'
import { edition, troubleOf } from '#site'
import { openNewsroom } from '#test/newsroom.ts'

describe('trouble', () => {
  it('says a refusal in its own words, asks for patience while the database is away, and hides a bug', async (test) => {
    const { gawai } = await openNewsroom(test)
    const app = new Hono()
    const thrown: Record<string, Error> = {
      '/refused': new Invalid('The title is empty'),
      '/none': new NotFound('There is no such thing'),
      '/later': new NotNow('Too many at this moment', { status: 503, retryAfter: 7 }),
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
})
