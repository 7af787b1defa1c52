import { element } from '../elements.editor.ts'

/**
 * Pages of the newsroom forbid styles that are not their own, and a browser then reads none out of markup either: they
 * are put aside under another name before it is parsed. So is what would run, though nothing of it would.
 */
export const asideStyles = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?(<\/style\s*>|$)/gi, '')
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi, (tag) =>
      tag.replace(/\sstyle(?=\s*=)/gi, ' data-css').replace(/\son\w+(?=\s*=)/gi, ' data-on'),
    )

/** What an element's style says of this property. */
export function styleOf(found: Element, property: string): string {
  const rules = (found.getAttribute('data-css') ?? '').split(';').map((rule) => rule.split(':'))
  const rule = rules.findLast(([name = '']) => name.trim().toLowerCase() === property)
  return (rule?.slice(1).join(':') ?? '').trim().toLowerCase()
}

/** Styles that mean a mark: its element, the property, its values, and within what it means nothing. */
const meanings: readonly [tag: string, property: string, value: RegExp, within: string][] = [
  ['strong', 'font-weight', /^(bold(er)?|[6-9]00)$/, 'strong, b, th, h1, h2, h3, h4, h5, h6'],
  ['em', 'font-style', /^(italic|oblique)/, 'em, i'],
  ['u', 'text-decoration', /underline/, 'u, a'],
  ['u', 'text-decoration-line', /underline/, 'u, a'],
  ['s', 'text-decoration', /line-through/, 's'],
  ['s', 'text-decoration-line', /line-through/, 's'],
  ['sub', 'vertical-align', /^sub/, 'sub'],
  ['sup', 'vertical-align', /^super/, 'sup'],
]

/** Says in elements what stretches of text say in styles. */
export function marksOfStyles(body: HTMLElement): void {
  for (const found of body.querySelectorAll('span[data-css], font[data-css], a[data-css]')) {
    const said = meanings.filter(
      ([, property, value, within]) =>
        value.test(styleOf(found, property)) && !found.closest(within) && !found.querySelector('a'),
    )
    for (const [tag] of said) found.replaceChildren(element(tag, {}, ...found.childNodes))
  }
}

/** Numbers stand at the right in a cell, whoever says it: the cell, or as in Docs the line in it. */
export function alignCells(body: HTMLElement): void {
  for (const cell of body.querySelectorAll('td, th')) {
    const line = cell.children.length === 1 ? cell.firstElementChild : null
    const own = styleOf(cell, 'text-align')
    const align = own === '' && line && /^(right|end)$/.test(styleOf(line, 'text-align')) ? 'right' : own
    if (align !== '') cell.setAttribute('data-align', align)
  }
}
