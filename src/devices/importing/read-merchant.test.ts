import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readMerchant } from './read-merchant.ts'

const feed = (items: string) =>
  `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Toko</title>${items}</channel></rss>`
const item = `<item><g:id>8-128</g:id><title>Xiaomi Mi 8 &amp; case</title><link>https://toko.example/8</link>
  <g:brand>Xiaomi</g:brand><g:price>1899000.00 IDR</g:price><g:sale_price>1799000 IDR</g:sale_price>
  <g:availability>in stock</g:availability><g:condition>new</g:condition><g:gtin>69-341</g:gtin><g:mpn>M1803E1A</g:mpn>
  <g:shipping><g:price>1 IDR</g:price></g:shipping></item>`

describe('a feed of a shop', () => {
  it('is an offer for each product, with the lower price while there is one', () => {
    const { offers, problems } = readMerchant(feed(item))
    assert.deepEqual(problems, [])
    const [{ raw: _, ...offer } = { raw: '' }] = offers
    assert.deepEqual(offer, {
      where: 'product 1',
      outsideId: '8-128',
      title: 'Xiaomi Mi 8 & case',
      brand: 'Xiaomi',
      url: 'https://toko.example/8',
      amount: 1_799_000,
      currency: 'IDR',
      kind: 'promo',
      stock: 'in',
      condition: 'new',
      gtin: '69341',
      mpn: 'M1803E1A',
      colour: undefined,
    })
  })

  it('is Atom or tab-separated text, too', () => {
    const atom = `<feed xmlns:g="x"><entry><id>1</id><title>T</title><link href="https://a.example/"/><g:price>15.50 USD</g:price></entry></feed>`
    const tabbed = 'id\ttitle\tlink\tprice\n1\tT\thttps://a.example/\t15.50 USD\n'
    for (const text of [atom, tabbed])
      assert.deepEqual(
        readMerchant(text).offers.map(({ outsideId, url, amount, kind }) => [outsideId, url, amount, kind]),
        [['1', 'https://a.example/', 1550, 'street']],
      )
  })

  it('names prices in their currency, and refuses what is none', () => {
    const amounts = (price: string) =>
      readMerchant(`id\ttitle\tprice\n1\tT\t${price}`).offers.map(({ amount, currency }) => `${amount} ${currency}`)
    assert.deepEqual(amounts('IDR 1,899,000'), ['1899000 IDR'])
    assert.deepEqual(amounts('1.899.000 IDR'), ['1899000 IDR'])
    assert.deepEqual(amounts('1,299.00 MYR'), ['129900 MYR'])
    for (const none of ['0 IDR', '12', 'free', '12 idr', '', '99999999999999999999 IDR'])
      assert.deepEqual(amounts(none), [])
    const { problems } = readMerchant('id\ttitle\tprice\n1\tT\tfree\n\tT\t1 IDR')
    assert.deepEqual(
      problems.map(({ where }) => where),
      ['line 2', 'line 3'],
    )
  })

  it('is read or refused, whatever it holds', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<item>', '</item>', '<g:id>', '</g:id>', '<', '&', 'x', '<![CDATA[', ']]>', '<!DOCTYPE a>'),
        ),
        (parts) => void readMerchant(`<rss>${parts.join('')}`),
      ),
    ))
})
