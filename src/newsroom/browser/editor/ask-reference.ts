import { ask, askedChoice, askedField } from './asking.ts'
import { combobox } from './combobox.ts'
import { changeBlock, insertBlock } from './inserting.ts'
import { keepPick, type Pick, picks } from './picks.ts'
import type { Sheet } from './sheet.ts'
import { typedAddress } from './typed-address.ts'

const listWords = ({ say }: Sheet) => ({
  none: say('noResults'),
  some: (count: number) => say('results', { count }),
})

/** An article that readers know, by some letters of its headline; the newest stand there before anything is typed. */
export function askReadAlso(sheet: Sheet): void {
  const { editor, say, tell, titles } = sheet
  const found = combobox<Pick>({
    label: say('findArticle'),
    find: (words) => picks(sheet, 'articles', words),
    choose({ id, name }) {
      titles[id] = name
      dialog.close()
      insertBlock(editor, { type: 'readAlso', attrs: { article: id } })
    },
    words: listWords(sheet),
    tell,
    isOpen: true,
  })
  const dialog = ask(sheet, { title: say('readAlso'), body: [found.root] })
}

interface New extends Pick {
  isNew?: boolean
}

/** Who says it, or through whom it came. @param now what the chosen attribution says; none for a new one */
export function askAttribution(sheet: Sheet, now?: Readonly<Record<string, unknown>>): void {
  const { editor, say, tell, names } = sheet
  let chosen: New | undefined
  const role = askedChoice(say('role'), now?.['role'] === 'via' ? 'via' : 'source', [
    ['source', say('source')],
    ['via', say('via')],
  ])
  const address = askedField(say('sourceAddress'), typeof now?.['url'] === 'string' ? now['url'] : '')
  const found = combobox<New>({
    label: say('organisation'),
    find: async (words) => withNew(sheet, words, await picks(sheet, 'organisations', words)),
    choose(item) {
      chosen = item
      found.input.value = item.isNew ? item.name.trim() : item.name
      address.field.focus()
    },
    words: listWords(sheet),
    tell,
  })
  const id = Number(now?.['organisation'])
  if (now) {
    chosen = { id, name: names[id] ?? '' }
    found.input.value = chosen.name
  }
  ask(sheet, {
    title: say('attribution'),
    body: [role.root, found.root, address.root],
    done: say('apply'),
    async onDone() {
      const url = typedAddress(address.field.value) ?? null
      if (url === null && address.field.value.trim() !== '') return say('wrongAddress')
      const name = found.input.value.trim()
      const known = chosen && !chosen.isNew && chosen.name === name ? chosen : undefined
      const [organisation] = known ? [known] : await keepPick(sheet, 'organisations', { name, role: role.field.value })
      if (!organisation) return say('failed')
      names[organisation.id] = organisation.name
      const attrs = { role: role.field.value, organisation: organisation.id, url }
      if (now) changeBlock(editor, 'attribution', attrs)
      else insertBlock(editor, { type: 'attribution', attrs })
      return undefined
    },
  })
}

/** Whoever is not there yet is offered as new, behind those of that name. */
function withNew({ say }: Sheet, words: string, found: readonly Pick[]): New[] {
  const isThere = found.some(({ name }) => name.toLowerCase() === words.toLowerCase())
  return isThere ? [...found] : [...found, { id: 0, name: words, more: say('create', { name: words }), isNew: true }]
}
