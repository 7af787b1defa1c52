import { element } from '../elements.ts'
import type { Sheet } from './sheet.ts'

interface Question {
  title: string
  body: readonly HTMLElement[]
  /** What the button says that ends it well; without one whatever is picked ends it. */
  done?: string
  /** @returns what stands in the way, as a sentence */
  onDone?(): string | undefined | Promise<string | undefined>
}

let asked = 0

/** Asks for something in a dialog above the page. Esc leaves everything as it was, and the sheet has the keyboard again. */
export function ask({ editor, say }: Sheet, { title, body, done, onDone }: Question): HTMLDialogElement {
  const dialog = element('dialog')
  const [form, heading, problem, buttons] = [element('form'), element('h2', title), element('p'), element('p')]
  const cancel = element('button', say('cancel'))
  asked += 1
  heading.id = `asking-${asked}`
  dialog.className = 'asking'
  dialog.setAttribute('aria-labelledby', heading.id)
  problem.setAttribute('role', 'alert')
  cancel.type = 'button'
  cancel.className = 'cancel'
  cancel.addEventListener('click', () => dialog.close())
  buttons.append(...(done === undefined ? [] : [element('button', done)]), cancel)
  form.append(heading, ...body, problem, buttons)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void Promise.resolve(onDone?.()).then((wrong) => {
      problem.textContent = wrong ?? ''
      if (wrong === undefined) dialog.close()
    })
  })
  dialog.append(form)
  dialog.addEventListener('close', () => {
    dialog.remove()
    // The browser gives the keyboard back, but forgets what was chosen; unless the next question is asked already.
    if (!document.querySelector('dialog[open]')) editor.view.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

/** One line or several to fill in, under its label. */
export function askedField(
  label: string,
  value = '',
  { kind = 'input', most = 2000, hint = '' }: { kind?: 'input' | 'textarea'; most?: number; hint?: string } = {},
): { root: HTMLElement; field: HTMLInputElement | HTMLTextAreaElement } {
  const [root, name, field] = [element('p'), element('label', label), element(kind)]
  asked += 1
  root.className = 'field'
  field.id = `asked-${asked}`
  name.htmlFor = field.id
  Object.assign(field, { value, maxLength: most, autocomplete: 'off' })
  root.append(name, field)
  if (hint !== '') {
    const words = element('span', hint)
    words.className = 'hint'
    words.id = `${field.id}-hint`
    field.setAttribute('aria-describedby', words.id)
    name.after(words)
  }
  return { root, field }
}

/** One of a few, under its label. @param options each value with its words */
export function askedChoice(
  label: string,
  value: string,
  options: readonly (readonly [value: string, words: string])[],
): { root: HTMLElement; field: HTMLSelectElement } {
  const [root, name, field] = [element('p'), element('label', label), element('select')]
  asked += 1
  root.className = 'field'
  field.id = `asked-${asked}`
  name.htmlFor = field.id
  field.append(...options.map(([one, words]) => new Option(words, one, one === value, one === value)))
  root.append(name, field)
  return { root, field }
}
