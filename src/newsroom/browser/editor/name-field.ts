import { element } from '../elements.ts'
import { combobox } from './combobox.ts'
import { toolButton } from './tool-button.ts'
import { findOrName } from './find-name.ts'
import type { Sheet } from './sheet.ts'

type Kind = 'topics' | 'organisations' | 'people'
const isKind = (kind: string | undefined): kind is Kind =>
  kind === 'topics' || kind === 'organisations' || kind === 'people'

/** Fields of names in a row become names that are put in and taken out one by one; the form sends the row as before. */
export function nameFields(sheet: Sheet): void {
  for (const root of sheet.form.querySelectorAll<HTMLElement>('[data-names-of]')) {
    const field = root.querySelector('input')
    const kind = root.dataset['namesOf']
    if (field && isKind(kind)) nameField(sheet, kind, field)
  }
}

function nameField(sheet: Sheet, kind: Kind, field: HTMLInputElement): void {
  const { say, tell } = sheet
  const label = root_(field).querySelector('label')?.textContent?.replace(/,.*$/, '').trim() ?? ''
  const list = element('ul')
  list.className = 'names'
  list.ariaLabel = label
  const names = () =>
    field.value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
  const write = (now: readonly string[]) => {
    field.value = [...new Set(now)].join(', ')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    draw()
  }
  const draw = () => {
    list.replaceChildren(
      ...names().map((name) => {
        const line = element('li', name)
        const out = toolButton('×', () => {
          write(names().filter((other) => other !== name))
          found.input.focus()
        })
        out.ariaLabel = say('removeName', { name })
        line.append(out)
        return line
      }),
    )
  }
  const found = combobox({
    label,
    find: (words) => findOrName(sheet, kind, words, names()),
    choose({ name }) {
      found.input.value = ''
      write([...names(), name.replaceAll(',', ' ')])
    },
    words: { none: say('noResults'), some: (count) => say('results', { count }) },
    tell,
  })
  found.input.setAttribute('form', 'no-form')
  found.input.addEventListener('keydown', (event) => {
    const typed = found.input.value.trim()
    if (event.key === 'Backspace' && typed === '' && names().length > 0) write(names().slice(0, -1))
    if ((event.key !== 'Enter' && event.key !== ',') || event.isComposing) return
    event.preventDefault()
    if (typed === '') return
    found.input.value = ''
    write([...names(), typed])
  })
  // What was typed and not entered is meant, too.
  found.input.addEventListener('change', () => {
    const typed = found.input.value.trim()
    found.input.value = ''
    if (typed !== '') write([...names(), typed])
  })
  found.input.addEventListener('input', (event) => event.stopPropagation())
  field.type = 'hidden'
  // Whoever fills it in from elsewhere says so.
  field.addEventListener('change', draw)
  root_(field).querySelector('label')?.remove()
  root_(field).append(found.root)
  found.input.before(list)
  draw()
}

const root_ = (field: HTMLElement): HTMLElement => field.closest<HTMLElement>('.field') ?? field
