import { element } from '../elements.ts'

/** One that everybody knows by its sign; its words are heard, and seen under a mouse. */
export function signButton(sign: string, words: string, press: () => void): HTMLButtonElement {
  const button = toolButton(sign, press)
  button.className = 'sign'
  button.ariaLabel = words
  button.title = words
  return button
}

/** A button of the sheet, which leaves the form as it is. */
export function toolButton(words: string, press: () => void): HTMLButtonElement {
  const button = element('button', words)
  button.type = 'button'
  button.addEventListener('click', press)
  return button
}
