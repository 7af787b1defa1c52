import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fateOf, publishedAt } from './item-facts.ts'
import type { WxrItem } from './wxr.ts'

const now = Date.UTC(2026, 0, 5)
const zone = 'Asia/Jakarta'
const zeros = '0000-00-00 00:00:00'

// The facts look at these fields only.
const itemOf = (item: Partial<WxrItem>) =>
  ({ status: 'publish', password: '', date: zeros, dateUtc: zeros, pubDate: '', ...item }) as WxrItem

const fate = (item: Partial<WxrItem>) => fateOf(itemOf(item), now, zone)

describe('an item', () => {
  it('is public only when it was published and open to all', () => {
    assert.deepEqual(fate({}), { is: 'public' })
    for (const status of ['draft', 'pending', 'private', 'trash', 'inherit', 'auto-draft', 'Publish', 'publish ', ''])
      assert.equal(fate({ status }).is, 'draft', status)
    for (const status of ['publish', 'future', 'draft'])
      assert.equal(fate({ status, password: '0' }).is, 'draft', status)
  })

  it('waits for its time, and does not go out by itself when that has passed', () => {
    assert.deepEqual(fate({ status: 'future', dateUtc: '2026-02-01 03:00:00' }), {
      is: 'scheduled',
      due: Date.UTC(2026, 1, 1, 3),
    })
    for (const dateUtc of ['2026-01-04 23:59:59', zeros]) {
      const { is } = fate({ status: 'future', dateUtc })
      assert.equal(is, 'draft')
    }
  })

  it('says why it stays a draft where that needs telling', () => {
    assert.match(JSON.stringify(fate({ password: 'x' })), /password/)
    assert.match(JSON.stringify(fate({ status: 'future', dateUtc: '2020-01-01 00:00:00' })), /passed/)
    assert.deepEqual(fate({ status: 'draft' }), { is: 'draft' })
  })
})

describe('the time of publication', () => {
  const at = (item: Partial<WxrItem>) => publishedAt(itemOf(item), zone)

  it('is in UTC, else by the clock of the site, else that of the feed', () => {
    const local = '2018-03-06 10:30:00'
    assert.equal(at({ dateUtc: '2018-03-06 03:30:00', date: '2019-01-01 00:00:00' }), Date.UTC(2018, 2, 6, 3, 30))
    assert.equal(at({ date: local }), Date.UTC(2018, 2, 6, 3, 30))
    assert.equal(at({ pubDate: 'Tue, 06 Mar 2018 03:30:00 +0000' }), Date.UTC(2018, 2, 6, 3, 30))
  })

  it('is unknown where the file has zeros or nonsense', () => {
    for (const item of [{}, { date: '2018-13-45 10:30:00' }, { date: 'kemarin', pubDate: 'kemarin' }])
      assert.equal(at(item), undefined, JSON.stringify(item))
    assert.equal(at({ pubDate: 'Wed, 30 Nov -0001 00:00:00 +0000' }), undefined)
  })
})
