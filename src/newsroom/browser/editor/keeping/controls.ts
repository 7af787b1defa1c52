/** What a writer fills in; whatever else a form has are buttons and frames. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** How a page and its saves know each other: nobody has written that. */
const tokens: ReadonlySet<string> = new Set(['version', 'revision', 'tab', 'key', 'markdown', 'document'])

export const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter((element): element is Control => isControl(element) && !tokens.has(element.name))

const isControl = (element: Element): element is Control =>
  (element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement) &&
  element.name !== ''

export const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

/** The values by name, as a browser would send them, also while the form is closed. */
export function valuesOf(form: HTMLFormElement, valueOf: (control: Control) => string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const control of controlsOf(form)) {
    const values = (fields[control.name] ??= [])
    if (!isTick(control) || control.checked) values.push(valueOf(control))
  }
  return fields
}

/** Fills in what differs, and says so to whoever follows these controls. */
export function fillIn(form: HTMLFormElement, fields: Readonly<Record<string, readonly string[]>>): void {
  const left = new Map(Object.entries(fields).map(([name, values]) => [name, [...values]]))
  for (const control of controlsOf(form)) {
    const values = left.get(control.name)
    if (!values) continue
    if (isTick(control)) tick(control, values.includes(control.value))
    else setValue(control, values.shift() ?? '')
  }
}

function tick(control: HTMLInputElement, isTicked: boolean): void {
  if (control.checked === isTicked) return
  control.checked = isTicked
  tell(control)
}

function setValue(control: Control, value: string): void {
  if (control.value === value) return
  control.value = value
  tell(control)
}

function tell(control: Control): void {
  for (const kind of ['input', 'change']) control.dispatchEvent(new Event(kind, { bubbles: true }))
}

/** What is closed can be read and copied. */
export function close(form: HTMLFormElement, isClosed: boolean): void {
  // Some that nobody sends stand in no form: they fill in those that are sent.
  for (const element of [...form.elements, ...form.querySelectorAll('[form=no-form]')])
    if (isText(element)) element.readOnly = isClosed
    else element.toggleAttribute('disabled', isClosed)
}

const isText = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !/checkbox|radio/.test(element.type))
