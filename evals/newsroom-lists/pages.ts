/** Addresses of lists, by what is asked. `rows` stand in each. */
export function pages(rows: number): string[] {
  const middle = Math.floor(rows / 2)
  return [
    ...articles(rows, middle),
    ...words('/newsroom/topics/?editionLang=id', 'words'),
    '/newsroom/topics/',
    `/newsroom/topics/?editionLang=id&after=topik-${middle}`,
    '/newsroom/topics/?editionLang=id&after=topik-9999',
    '/newsroom/topics/?editionLang=en',
    ...words('/newsroom/organisations/', 'words'),
    ...words('/newsroom/organisations/?kind=shop', 'words'),
    '/newsroom/organisations/',
    `/newsroom/organisations/?after=organisasi-${middle}`,
    '/newsroom/organisations/?after=organisasi-9999',
    '/newsroom/organisations/?kind=shop',
    '/newsroom/organisations/?kind=person',
    ...pictures(rows, middle),
  ]
}

/** One that ten rows hold, one of half of them, two that none holds both, one of none, the first letter of all, many. */
const asked = ['unik17', 'samsung', 'xiaomi samsung', 'tidakada', 'k', 'kabar edisi samsung unik1 9']

const words = (path: string, name: string): string[] =>
  asked.map((question) => `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(question)}`)

function articles(rows: number, middle: number): string[] {
  return [
    { state: 'published', offset: 0 },
    { state: 'scheduled', offset: 2 },
    { state: 'draft', offset: 1 },
    { state: 'withdrawn', offset: 3 },
  ].flatMap(({ state, offset }) => {
    const path = `/newsroom/articles/?state=${state}`
    // Where a page begins: an instant and an id; scheduled ones go up.
    const at = (i: number) => {
      const id = i * 4 + offset
      const instant = { published: i, scheduled: 9_000_000_000_000 + i, draft: id, withdrawn: i }[state] ?? 0
      return `from=${instant.toString(36)}-${id.toString(36)}`
    }
    const last = at(state === 'scheduled' ? rows - 20 : 20)
    const filters = ['editionLang=en', 'section=3', 'person=7', 'section=3&person=3', 'section=3&person=4']
    return [
      path,
      `${path}&${at(middle)}`,
      `${path}&${last}`,
      ...filters.flatMap((filter) => [
        `${path}&${filter}`,
        `${path}&${filter}&${at(middle)}`,
        `${path}&${filter}&${last}`,
      ]),
      ...words(path, 'words'),
      ...words(`${path}&${at(middle)}`, 'words'),
      ...words(`${path}&section=3`, 'words'),
      ...words(`${path}&section=3&person=7&editionLang=id`, 'words'),
    ]
  })
}

function pictures(rows: number, middle: number): string[] {
  const path = '/newsroom/pictures/'
  const filters = ['folder=1', 'folder=2', 'folder=none', 'device=Galaxy+7', 'device=Galaxy+7&folder=2', 'unused=1']
  return ['', 'removed=1'].flatMap((removed) => {
    const first = removed === '' ? 0 : rows
    return [
      `${path}?${removed}`,
      `${path}?${removed}&before=${first + middle}`,
      `${path}?${removed}&before=${first + 20}`,
      ...filters.flatMap((filter) => [
        `${path}?${removed}&${filter}`,
        `${path}?${removed}&${filter}&before=${first + middle}`,
        `${path}?${removed}&${filter}&before=${first + 20}`,
      ]),
      ...words(`${path}?${removed}`, 'q'),
      ...words(`${path}?${removed}&folder=2&device=Galaxy+50`, 'q'),
      ...words(`${path}?${removed}&unused=1`, 'q'),
    ]
  })
}

/** The lists of people and what was done, and the pages that show a little of each. */
export const peoplePages = (accounts: number, entries: number): string[] => [
  '/newsroom/people/',
  `/newsroom/people/?name=${encodeURIComponent(`Orang ${Math.floor(accounts / 2)}`)}&id=1`,
  '/newsroom/people/1000/',
  '/newsroom/audit/',
  `/newsroom/audit/?before=${Math.floor(entries / 2)}`,
  '/newsroom/audit/?before=50',
  '/newsroom/me/',
  '/newsroom/',
]
