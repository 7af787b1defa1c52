import { Refusal } from '#platform/refusals.ts'
import type { Importing } from './importing.ts'
import type { Terms } from './terms.ts'
import type { WxrTerm } from './wxr.ts'

const atOnce = 200

/** One term of the file, and how it is kept. */
interface Wish {
  kind: 'category' | 'tag' | 'author'
  name: string
  keep(terms: Terms): Promise<unknown>
}

/** Categories, tags and authors are the site's whether or not an item names them. */
export async function writeTerms(importing: Importing): Promise<void> {
  const { categories, tags, authors } = importing.found
  await writeAll(importing, [
    ...categories.map((term) => wish('category', term, (terms) => terms.section(term.slug, term.name))),
    ...tags.map((term) => wish('tag', term, (terms) => terms.topic(term.slug, term.name))),
    ...[...authors.values()].map(({ login, name }): Wish => ({
      kind: 'author',
      name: name || login,
      keep: (terms) => terms.person(login),
    })),
  ])
}

const wish = (kind: 'category' | 'tag', { slug, name }: WxrTerm, keep: Wish['keep']): Wish => ({
  kind,
  name: name || slug,
  keep,
})

async function writeAll(importing: Importing, wishes: readonly Wish[]): Promise<void> {
  for (let from = 0; from < wishes.length; from += atOnce) {
    const some = wishes.slice(from, from + atOnce)
    try {
      await write(importing, some)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      importing.terms.forget()
      for (const each of some) await writeAlone(importing, each)
    }
  }
}

async function write({ gawai, terms, facts }: Importing, wishes: readonly Wish[]): Promise<void> {
  await gawai.write(async (unit) => {
    for (const { keep } of wishes) await keep(terms.within(unit))
  })
  for (const { kind } of wishes) facts.imported[kind] = (facts.imported[kind] ?? 0) + 1
}

async function writeAlone(importing: Importing, each: Wish): Promise<void> {
  try {
    await write(importing, [each])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    importing.terms.forget()
    importing.facts.refused.push({ id: each.kind, title: each.name, why: error.message })
  }
}
