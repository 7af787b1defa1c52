import assert from 'node:assert/strict'
import { createHmac, randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { loggedPath } from './logged-path.ts'

describe('a path in a log', () => {
  it('names no token of a link', () => {
    for (let time = 0; time < 100; time += 1) {
      const token = randomBytes(32).toString('base64url')
      const signed = `17-${createHmac('sha256', 'key').update(token).digest('base64url')}`
      assert.equal(loggedPath(`/langganan/saya/${token}/`), '/langganan/saya/:token/')
      assert.equal(loggedPath(`/subscriptions/end/${signed}/`), '/subscriptions/end/:token/')
      assert.equal(loggedPath(`/newsroom/enter/${token}/`), '/newsroom/enter/:token/')
    }
  })

  it('is as it was otherwise, also with a slug as long as a token', () => {
    const slug = 'ponsel-lipat-yang-layarnya-tidak-pernah-ret'
    assert.equal(slug.length, 43)
    for (const path of ['/', `/2026/01/${slug}/`, '/media/17-abc.jpg', '/newsroom/people/17/'])
      assert.equal(loggedPath(path), path)
  })
})
