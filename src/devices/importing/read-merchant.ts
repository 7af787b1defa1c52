import { Parser } from 'htmlparser2'
import { delimitedLines } from './delimited.ts'
import { type Fields, merchantOffer } from './merchant-offer.ts'
import type { Problem } from './record.ts'
import type { ReadOffers, ShopOffer } from './shop-offer.ts'

/** Longer than this no field of a feed is. */
const longestField = 20_000

/** Reads a Google Merchant feed: RSS 2.0 or Atom with `g:` fields, or tab-separated text whose first line names the fields. */
export function readMerchant(text: string): ReadOffers {
  const all = /^\s*(?:\uFEFF)?\s*</.test(text) ? xmlProducts(text) : tabbedProducts(text)
  const offers: ShopOffer[] = []
  const problems: Problem[] = []
  for (const { fields, where } of all) {
    const read = merchantOffer(fields, where)
    if ('what' in read) problems.push(read)
    else offers.push(read)
  }
  return { offers, problems }
}

interface Product {
  fields: Fields
  where: string
}

function tabbedProducts(text: string): Product[] {
  const [head, ...lines] = delimitedLines(text, '\t', true)
  const names = (head?.cells ?? []).map(nameOf)
  return lines.map(({ number, cells }) => ({
    fields: new Map(names.map((name, index) => [name, cells[index] ?? ''])),
    where: `line ${number}`,
  }))
}

const nameOf = (words: string) => words.toLowerCase().replace(/^g:/, '').trim().replaceAll(' ', '_')

/** Only what stands directly in a product counts; of a field that stands there twice the first. */
function xmlProducts(text: string): Product[] {
  const products: Product[] = []
  let fields: Map<string, string> | undefined
  let [depth, name, words] = [0, '', '']
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (fields) {
          depth += 1
          if (depth === 1) [name, words] = [nameOf(tag), attributes['href'] ?? '']
        } else if (tag === 'item' || tag === 'entry') {
          fields = new Map()
          depth = 0
        }
      },
      ontext(text) {
        if (depth === 1 && words.length < longestField) words += text
      },
      onclosetag(tag) {
        if (!fields) return
        if (depth === 1 && !fields.has(name)) fields.set(name, words.trim())
        if (depth === 0 && (tag === 'item' || tag === 'entry')) {
          products.push({ fields, where: `product ${products.length + 1}` })
          fields = undefined
        }
        depth -= 1
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return products
}
