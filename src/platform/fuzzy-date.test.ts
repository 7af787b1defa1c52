import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayOfInstant, instantOfDay, readFuzzyDate } from './fuzzy-date.ts'

const day = (text: string) => dayOfInstant(Date.parse(text))

describe('a date as far as it is known', () => {
  const cases: [string, string, string][] = [
    ['2018', '2018-01-01', '2019-01-01'],
    ['2018-03', '2018-03-01', '2018-04-01'],
    ['2018-12', '2018-12-01', '2019-01-01'],
    ['2018-03-25', '2018-03-25', '2018-03-26'],
    ['2020-02-29', '2020-02-29', '2020-03-01'],
    ['2018~', '2018-01-01', '2019-01-01'],
  ]
  for (const [text, from, to] of cases)
    it(`can mean with "${text}" every day from ${from} until before ${to}`, () =>
      assert.deepEqual(readFuzzyDate(text), { text, from: day(from), to: day(to) }))

  for (const text of ['', '18', '2018-13', '2018-00', '2019-02-29', '2018-3', '2018-03-00', 'soon', '2018-03-25T10'])
    it(`is not "${text}"`, () => assert.equal(readFuzzyDate(text), undefined))

  it('has a first instant', () => assert.equal(instantOfDay(day('2018-03-25')), Date.parse('2018-03-25T00:00:00Z')))
})
