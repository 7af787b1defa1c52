import { element } from '../elements.ts'
import { findOrName } from './find-name.ts'
import { combobox } from './combobox.ts'
import type { Sheet } from './sheet.ts'
import { toolButton } from './tool-button.ts'
import { typedAddress } from './typed-address.ts'

interface Source {
  name: string
  /** As it was typed. */
  url: string
}

/** Lines of "name | address" become sources that are picked by some letters; the form sends the lines as before. */
export function sourceFields(sheet: Sheet): void {
  for (const root of sheet.form.querySelectorAll<HTMLElement>('[data-sources]')) {
    const field = root.querySelector('textarea')
    if (field) sourceField(sheet, root, field)
  }
}

function sourceField(sheet: Sheet, root: HTMLElement, field: HTMLTextAreaElement): void {
  const { say, tell } = sheet
  const label = root.querySelector('label')
  const list = element('ul')
  list.className = 'sources'
  list.ariaLabel = label?.textContent?.trim() ?? ''
  const write = (now: readonly Source[]) => {
    field.value = now.map(({ name, url }) => (url === '' ? name : `${name} | ${url}`)).join('\n')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const draw = () =>
    list.replaceChildren(
      ...sourcesIn(field).map((source, at) =>
        lineOf(sheet, source, {
          change: (url) => write(sourcesIn(field).with(at, { ...source, url })),
          remove() {
            write(sourcesIn(field).toSpliced(at, 1))
            draw()
            found.input.focus()
          },
        }),
      ),
    )
  const add = (name: string) => {
    found.input.value = ''
    const now = sourcesIn(field)
    const [known] = sourcesIn({ value: name })
    if (!known || now.some((other) => other.name === known.name)) return
    write([...now, known])
    draw()
    if (known.url === '') list.querySelector<HTMLElement>('li:last-child input')?.focus()
  }
  const found = combobox({
    label: list.ariaLabel,
    find: (words) =>
      findOrName(
        sheet,
        'organisations',
        words,
        sourcesIn(field).map(({ name }) => name),
      ),
    choose: ({ name }) => add(name),
    words: { none: say('noResults'), some: (count) => say('results', { count }) },
    tell,
  })
  found.input.setAttribute('form', 'no-form')
  found.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    add(found.input.value)
  })
  // What was typed and not entered is meant, too.
  found.input.addEventListener('change', () => add(found.input.value))
  found.input.addEventListener('input', (event) => event.stopPropagation())
  field.hidden = true
  // Whoever fills it in from elsewhere says so.
  field.addEventListener('change', draw)
  for (const plain of [label, root.querySelector('.hint')]) plain?.remove()
  field.removeAttribute('aria-describedby')
  field.after(found.root)
  found.input.before(list)
  draw()
}

const sourcesIn = ({ value }: { value: string }): Source[] =>
  value.split('\n').flatMap((line) => {
    const [name = '', url = ''] = line.split('|').map((part) => part.trim())
    return name === '' ? [] : [{ name, url }]
  })

/** Who it is, where it says so, and the way to take it out. */
function lineOf(
  { say }: Sheet,
  { name, url }: Source,
  { change, remove }: { change(url: string): void; remove(): void },
): HTMLElement {
  const [line, words, address] = [element('li'), element('span', name), element('input')]
  Object.assign(address, { type: 'url', value: url, placeholder: 'https://', ariaLabel: say('addressOf', { name }) })
  Object.assign(address, { autocomplete: 'off', maxLength: 2000 })
  address.setAttribute('form', 'no-form')
  address.addEventListener('input', (event) => event.stopPropagation())
  const wrong = element('small')
  wrong.setAttribute('role', 'alert')
  // Half an address is none: it counts when it is typed to its end, and what is none keeps nothing from being saved.
  address.addEventListener('change', () => {
    const given = typedAddress(address.value)
    const isRight = given !== undefined || address.value.trim() === ''
    address.ariaInvalid = String(!isRight)
    wrong.textContent = isRight ? '' : say('wrongAddress')
    if (isRight) change((address.value = given ?? ''))
  })
  const out = toolButton('×', remove)
  out.ariaLabel = say('removeName', { name })
  line.append(words, out, address, wrong)
  return line
}
