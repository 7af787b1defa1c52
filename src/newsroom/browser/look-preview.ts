import { contrastsOf, leastContrast, ratioInWords } from '#look/contrast.ts'
import { colourNames, letterings, propertiesOf, type Scheme, sizes, type Tokens } from '#look/tokens.ts'

/** Shows at once what the colours and sizes in the form make of the site. Without this a button does it. */
export function followLook(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-look]')
  form?.addEventListener('input', () => show(tokensIn(new FormData(form))))
}

function show(tokens: Tokens): void {
  for (const preview of document.querySelectorAll<HTMLElement>('.preview'))
    for (const [name, value] of propertiesOf(tokens)) preview.style.setProperty(name, value)
  for (const { scheme, text, ground, ratio } of contrastsOf(tokens)) {
    const row = document.querySelector(`[data-pair="${scheme} ${text} ${ground}"]`)
    row?.classList.toggle('faint', ratio < leastContrast)
    row?.querySelector('output')?.replaceChildren(ratioInWords(ratio))
  }
}

function tokensIn(data: FormData): Tokens {
  const said = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  const colours = (scheme: Scheme) => Object.fromEntries(colourNames.map((name) => [name, said(`${scheme}-${name}`)]))
  return {
    light: colours('light'),
    dark: colours('dark'),
    text: sizes.find((size) => size === said('text')),
    headline: sizes.find((size) => size === said('headline')),
    letters: letterings.find((letters) => letters === said('letters')),
    measure: Number(said('measure')),
  }
}
