/**
 * What a device with a note or with alternatives in its name is called, too: `Galaxy S4 (GT-I9505)` is the Galaxy S4,
 * `Redmi Note 4 / 4X` is the Redmi Note 4 and the Redmi Note 4X. None for a name that stands for itself, and none where the note
 * is a year or a number: the Galaxy A3 (2016) is another than the Galaxy A3.
 */
export function otherNames(name: string): string[] {
  const bare = withoutNote(name)
  const [first = '', ...rest] = bare.split(/\s*\/\s*/)
  const start = first.split(' ').slice(0, -1).join(' ')
  const parts = rest.map((part) => (isWhole(part, first) ? part : `${start} ${part}`.trim()))
  const all = rest.length > 0 ? [first, ...parts].filter((part) => /\d/.test(part)) : [bare]
  return [...new Set(all)].filter((other) => other !== name && /\p{L}.*\d|\d.*\p{L}|\p{L}{3}/u.test(other))
}

function withoutNote(name: string): string {
  const [, before, note = ''] = /^(.*\S)\s+[([]([^()[\]]*)[)\]]$/.exec(name) ?? []
  return before === undefined || /^\d+$|\b(?:19|20)\d\d\b/.test(note) ? name : withoutNote(before)
}

/** Whether it begins as the first does. */
const isWhole = (part: string, first: string) =>
  part.split(' ')[0]?.toLowerCase() === first.split(' ')[0]?.toLowerCase() || !first.includes(' ')
