import { element } from '../elements.ts'

/** Something that can be chosen. */
export interface Choice {
  name: string
  more?: string | undefined
}

interface Wanted<Item extends Choice> {
  label: string
  /** What is found for these words; a shorter wait than a hand's between two keys stands before each asking. */
  find(words: string): readonly Item[] | Promise<readonly Item[]>
  choose(item: Item): void
  /** What is said when nothing is found, and how many were. */
  words: { none: string; some(count: number): string }
  tell(words: string): void
  /** Whether the list stands there before anything is typed. */
  isOpen?: boolean
}

export interface Combobox {
  root: HTMLElement
  input: HTMLInputElement
  /** Looks again for what stands there. */
  renew(): void
}

let made = 0
const patience = 120

/** A field whose list narrows while one types (ARIA Authoring Practices, "Editable Combobox With List Autocomplete"). */
export function combobox<Item extends Choice>(wanted: Wanted<Item>): Combobox {
  const { label, find, choose, words, tell, isOpen = false } = wanted
  const [root, name, input, list] = [element('div'), element('label', label), element('input'), element('ul')]
  made += 1
  const id = `list-${made}`
  root.className = 'combobox'
  Object.assign(list, { id, role: 'listbox', ariaLabel: label, hidden: true })
  Object.assign(input, { id: `${id}-input`, role: 'combobox', autocomplete: 'off', ariaAutoComplete: 'list' })
  input.setAttribute('aria-controls', id)
  name.htmlFor = input.id
  root.append(name, input, list)
  let items: readonly Item[] = []
  let at = -1
  let turn = 0
  let wait: ReturnType<typeof setTimeout> | undefined

  const point = (to: number) => {
    at = to
    for (const [number, option] of [...list.children].entries()) {
      option.ariaSelected = String(number === at)
      if (number !== at) continue
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    }
    if (at < 0) input.removeAttribute('aria-activedescendant')
  }
  const close = () => {
    turn += 1
    list.hidden = true
    input.ariaExpanded = 'false'
    point(-1)
  }
  const show = (found: readonly Item[]) => {
    items = found
    list.replaceChildren(...found.map((item, number) => optionOf(item, `${id}-${number}`)))
    list.hidden = found.length === 0
    input.ariaExpanded = String(found.length > 0)
    tell(found.length === 0 ? words.none : words.some(found.length))
    point(found.length > 0 && (isOpen || input.value !== '') ? 0 : -1)
  }
  const look = async () => {
    turn += 1
    const mine = turn
    const found = input.value.trim() === '' && !isOpen ? [] : await find(input.value.trim())
    if (mine === turn) show(found)
  }
  const take = (number: number) => {
    const item = items[number]
    if (!item) return
    if (!isOpen) close()
    choose(item)
  }
  input.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(() => void look(), patience)
  })
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0 && !list.hidden) point((at + step + items.length) % items.length)
    else if (event.key === 'Enter' && at >= 0 && !list.hidden) take(at)
    else if (event.key === 'Escape' && !isOpen && !list.hidden) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  if (!isOpen) input.addEventListener('blur', close)
  // The field keeps the keyboard while somebody presses on its list.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role=option]') : null
    take(option ? [...list.children].indexOf(option) : -1)
  })
  input.ariaExpanded = 'false'
  if (isOpen) void look()
  return { root, input, renew: () => void look() }
}

function optionOf({ name, more }: Choice, id: string): HTMLElement {
  const option = element('li')
  Object.assign(option, { id, role: 'option', ariaSelected: 'false' })
  option.append(element('span', name), ...(more === undefined ? [] : [' ', element('small', more)]))
  return option
}
