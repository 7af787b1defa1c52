import { slugOf } from '#platform/slug.ts'

/** Ids of the page around the text. */
const idsOfThePage = ['main']

/** Gives each heading of one document its id: its slug, and `-2`, `-3` ... when that is taken. */
export function anchors(): (words: string) => string | undefined {
  const taken = new Set(idsOfThePage)
  // From where to look on, or a document of one heading a thousand times would cost a million steps.
  const numbers = new Map<string, number>()
  return (words) => {
    const slug = slugOf(words)
    if (slug === '') return undefined
    let number = numbers.get(slug) ?? 1
    const named = () => (number === 1 ? slug : `${slug}-${number}`)
    while (taken.has(named())) number += 1
    const id = named()
    taken.add(id)
    numbers.set(slug, number + 1)
    return id
  }
}
