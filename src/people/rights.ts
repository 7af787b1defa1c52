/** What somebody is in the newsroom. One account may be several. */
export const roles = ['contributor', 'writer', 'editor', 'moderator', 'catalogue-editor', 'owner'] as const
export type Role = (typeof roles)[number]

/** How far a right goes: everything, what stands in the sections of the grant, what is one's own. */
export type Reach = 'all' | 'section' | 'own'

type Row = Partial<Record<Role, Reach>>

const everybody = {
  contributor: 'all',
  writer: 'all',
  editor: 'all',
  moderator: 'all',
  'catalogue-editor': 'all',
  owner: 'all',
} as const satisfies Record<Role, Reach>
const owner: Row = { owner: 'all' }

/** Which role may do what. `docs/rights.md` is the same table written by hand, and a test holds them together. */
export const rights = {
  'newsroom.enter': everybody,
  'articles.see': { ...everybody, contributor: 'own' },
  'articles.write': { contributor: 'own', writer: 'own', editor: 'section', owner: 'all' },
  'articles.publish': { writer: 'own', editor: 'section', owner: 'all' },
  'articles.correct': { editor: 'section', owner: 'all' },
  'notes.write': { ...everybody, contributor: 'own' },
  'pictures.see': everybody,
  'pictures.add': { contributor: 'all', writer: 'all', editor: 'all', 'catalogue-editor': 'all', owner: 'all' },
  'pictures.change': { contributor: 'own', writer: 'own', editor: 'all', 'catalogue-editor': 'all', owner: 'all' },
  'pictures.remove': { contributor: 'own', writer: 'own', editor: 'all', 'catalogue-editor': 'own', owner: 'all' },
  'folders.change': { writer: 'all', editor: 'all', 'catalogue-editor': 'all', owner: 'all' },
  'sections.change': { editor: 'section', owner: 'all' },
  'sections.add': owner,
  'menus.change': owner,
  'topics.change': { editor: 'all', owner: 'all' },
  'organisations.change': { editor: 'all', 'catalogue-editor': 'all', owner: 'all' },
  'devices.see': { editor: 'all', 'catalogue-editor': 'all', owner: 'all' },
  'devices.change': { editor: 'all', 'catalogue-editor': 'all', owner: 'all' },
  'people.see': { editor: 'all', owner: 'all' },
  'people.change': owner,
  'settings.change': owner,
  'audit.read': owner,
} as const satisfies Record<string, Row>

export type Action = keyof typeof rights

export const actions = Object.keys(rights) as Action[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- its own keys

export const isRole = (word: string): word is Role => roles.some((role) => role === word)
