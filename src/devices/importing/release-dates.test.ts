import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dateIn, earliest } from './release-dates.ts'

describe('a date as files write it', () => {
  const cases: [string, string | undefined][] = [
    ['2018', '2018'],
    ['2018-05', '2018-05'],
    ['2018-5-15', '2018-05-15'],
    ['2018/05', '2018-05'],
    ['2018-05-15T00:00:00Z', '2018-05-15'],
    ['May 2018', '2018-05'],
    ['15 May 2018', '2018-05-15'],
    ['September 9, 2018', '2018-09-09'],
    ['2018-13', undefined],
    ['2018-02-30', undefined],
    ['Smarch 2018', undefined],
    ['soon', undefined],
    ['', undefined],
  ]
  for (const [words, date] of cases) it(`is read out of "${words}"`, () => assert.equal(dateIn(words), date))

  it('is the earliest of several, a year before its months', () =>
    assert.equal(earliest(['2014-07', '2014-06-23', '2014-06']), '2014-06'))

  it('is never something that throws', () => fc.assert(fc.property(fc.string(), (words) => void dateIn(words))))
})
