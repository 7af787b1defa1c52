import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { provenCurrency, readAmount } from './currency.ts'

describe('a price as somebody types it', () => {
  const cases: [string, string, number | undefined][] = [
    ['4999000', 'IDR', 4_999_000],
    ['Rp 4.999.000', 'IDR', 4_999_000],
    ['4,999,000', 'IDR', 4_999_000],
    ['Rp4.999.000,-', 'IDR', 4_999_000],
    ['4 999 000', 'IDR', 4_999_000],
    ['1.299', 'MYR', 129_900],
    ['RM 1,299.5', 'MYR', 129_950],
    ['12,50', 'EUR', 1250],
    ['1.299,00 €', 'EUR', 129_900],
    ['0', 'IDR', undefined],
    ['murah', 'IDR', undefined],
    ['', 'IDR', undefined],
    ['1234567890123', 'IDR', undefined],
  ]
  for (const [text, currency, amount] of cases)
    it(`"${text}" in ${currency} is ${amount}`, () => assert.equal(readAmount(text, currency), amount))
})

describe('a currency', () => {
  it('is one of ISO 4217, however it is written', () => {
    assert.equal(provenCurrency(' idr '), 'IDR')
    assert.throws(() => provenCurrency('RUPIAH'), Invalid)
    assert.throws(() => provenCurrency('ZZZ'), Invalid)
  })
})
