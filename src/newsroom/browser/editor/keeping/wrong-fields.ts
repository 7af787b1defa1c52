import { element } from '../../elements.ts'
import { type Control, controlsOf } from './controls.ts'

/** Says at each field what is wrong with it, and nothing at those that are right by now. */
export function showWrong(form: HTMLFormElement, wrong: Readonly<Record<string, string>>): void {
  for (const control of controlsOf(form)) {
    const id = `wrong-${control.name}`
    const [words, shown] = [wrong[control.name], document.getElementById(id)]
    if (shown?.textContent === words) continue
    shown?.remove()
    control.removeAttribute('aria-invalid')
    describe(control, (ids) => ids.filter((one) => one !== id))
    if (words !== undefined) show(control, Object.assign(element('span', words), { id, className: 'wrong' }))
  }
}

function show(control: Control, words: HTMLElement): void {
  control.ariaInvalid = 'true'
  describe(control, (ids) => [...ids, words.id])
  const group = control.closest('details')
  if (group) group.open = true
  // What a script has put in its place stands behind it.
  if (control.type === 'hidden' || control.hidden) control.closest('.field')?.append(words)
  else control.before(words)
}

/** Whoever hears the page hears with the field what is said of it. */
function describe(control: Control, change: (ids: readonly string[]) => readonly string[]): void {
  const ids = change((control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== ''))
  if (ids.length === 0) control.removeAttribute('aria-describedby')
  else control.setAttribute('aria-describedby', ids.join(' '))
}
