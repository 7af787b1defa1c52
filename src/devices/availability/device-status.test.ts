import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AvailabilityStatus, DeviceStatus } from '../tables.ts'
import { statusFrom } from './device-status.ts'

const today = 20_000
type Word = AvailabilityStatus | [AvailabilityStatus, number]
const statusOf = (...words: Word[]) =>
  statusFrom(
    words.map((word) => (typeof word === 'string' ? { status: word } : { status: word[0], fromDay: today + word[1] })),
    today,
  )

describe('the status of a device', () => {
  const cases: [DeviceStatus | undefined, ...Word[]][] = [
    ['on_sale', 'on_sale', 'discontinued', 'cancelled'],
    ['on_sale', 'out_of_stock'],
    ['announced', 'preorder', 'planned'],
    ['announced', 'announced', 'discontinued'],
    ['discontinued', 'discontinued', 'planned'],
    ['rumoured', 'planned', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['cancelled', 'cancelled', 'blocked'],
    [undefined, 'blocked'],
    [undefined],
    ['on_sale', ['on_sale', 0]],
    ['announced', ['on_sale', 1]],
    ['on_sale', ['discontinued', 1]],
    ['discontinued', ['discontinued', -1]],
    ['rumoured', ['planned', 30]],
  ]
  for (const [status, ...words] of cases)
    it(`is ${status} where markets say ${words.map((word) => [word].flat().join(' in days ')).join(', ') || 'nothing'}`, () => {
      assert.equal(statusOf(...words), status)
      assert.equal(statusOf(...words.toReversed()), status)
    })
})
