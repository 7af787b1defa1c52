import { element } from '../elements.ts'

/** A button of the sheet, which leaves the form as it is. */
export function toolButton(words: string, press: () => void): HTMLButtonElement {
  const button = element('button', words)
  button.type = 'button'
  button.addEventListener('click', press)
  return button
}
