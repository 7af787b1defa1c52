import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { overdue } from '../../src/newsroom/browser/editor/keeping/overdue.ts'

const day = 24 * 3600_000

describe('what a browser keeps', () => {
  it('is of the newest twenty articles and of thirty days, with all pages of each', () => {
    const entries = Array.from({ length: 25 }, (_, index) => ({
      id: `${index}`,
      account: 1,
      article: index,
      at: 100 * day - index,
    }))
    entries.push({ id: 'halaman lain', account: 1, article: 3, at: 99 * day })
    entries.push({ id: 'lama', account: 1, article: 3, at: 60 * day })
    assert.deepEqual(
      overdue(entries, 100 * day).map(({ id }) => id),
      ['20', '21', '22', '23', '24', 'lama'],
    )
  })
})
