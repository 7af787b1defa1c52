import { element, lineIn } from '../elements.editor.ts'
import { nestLists, wordLists } from './lists.editor.ts'
import { alignCells, asideStyles, marksOfStyles, styleOf } from './styles.editor.ts'
import { providerOf } from '../shared/embed-providers.ts'
import { webAddress } from '../shared/web-address.ts'
import { withoutTracking } from './tracking.editor.ts'

/** Markup from a clipboard as the schema's own rules read it best, and the pictures that had to be left out. */
export interface Cleaned {
  html: string
  picturesLeftOut: string[]
}

/**
 * Takes out of pasted markup what is no part of the text (a page's furniture, what office programs write beside it) and
 * says in elements what they say in styles. What a block is, the rules of the schema decide afterwards; nothing is
 * loaded and no script runs, because the markup is never part of the page.
 */
export function cleanHtml(html: string): Cleaned {
  const { body } = new DOMParser().parseFromString(asideStyles(html), 'text/html')
  for (const found of body.querySelectorAll(furniture)) if (!isOurs(found)) found.remove()
  for (const found of body.querySelectorAll('[class]')) if (isFurniture(found)) found.remove()
  unwrapWrappers(body)
  partParagraphs(body)
  wordLists(body)
  nestLists(body)
  plainHeadings(body)
  marksOfStyles(body)
  alignCells(body)
  tidyText(body)
  tidyLinks(body)
  const picturesLeftOut = leaveOutPictures(body)
  liftPictures(body)
  sortFigures(body)
  embedLines(body)
  removeEmpty(body)
  return { html: body.innerHTML, picturesLeftOut }
}

const furniture = `script, style, noscript, template, meta, link, title, nav, footer, form:not(:has(p, h1, h2, h3, table)), button, input, select, textarea, svg,
  canvas, object, dialog, aside, [hidden], [aria-hidden=true], [role=navigation], [role=search], [role=complementary],
  [role=contentinfo], [role=dialog]`

const isOurs = (found: Element) => found.matches('aside.key-points')

/** How pages name what stands around an article. */
const named = /^(share|sharing|social|sharedaddy|addtoany|newsletter|advert|ads|breadcrumbs?|related|cookie)([-_]|$)/i
const isFurniture = ({ classList }: Element) => [...classList].some((name) => named.test(name))

/** Docs wraps everything in a bold that is none; a browser's own copy keeps the line break that ended it. */
function unwrapWrappers(body: HTMLElement): void {
  for (const found of body.querySelectorAll('b, strong'))
    if (found.id.startsWith('docs-internal-guid') || /^(normal|400)$/.test(styleOf(found, 'font-weight')))
      found.replaceWith(...found.childNodes)
  for (const found of body.querySelectorAll('br.Apple-interchange-newline')) found.remove()
  // Between blocks a line break is the distance to the next one.
  for (const found of body.querySelectorAll('br')) if (hasBlockBeside(found)) found.remove()
}

const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, table, hr, pre, blockquote, figure, div'
const hasBlockBeside = ({ previousElementSibling, nextElementSibling }: Element) =>
  Boolean(previousElementSibling?.matches(blocks) || nextElementSibling?.matches(blocks))

/** Two line breaks in a row end a paragraph: so mail programs and old editors write it. */
function partParagraphs(body: HTMLElement): void {
  for (const found of [...body.querySelectorAll('br + br')].toReversed()) {
    const line = found.parentElement
    const first = found.previousElementSibling
    if (!line?.matches(`p, div:not(:has(${blocks}))`) || !first || !standsAlone(first, found)) continue
    const rest = element('p', {})
    while (found.nextSibling) rest.append(found.nextSibling)
    line.after(rest)
    first.remove()
    found.remove()
  }
}

/** Whether there are no words between the two. */
function standsAlone(first: Element, second: Element): boolean {
  let between = first.nextSibling
  while (between !== second && between?.textContent?.trim() === '') between = between.nextSibling
  return between === second
}

/** A heading is bold by itself, and Word's title is one. */
function plainHeadings(body: HTMLElement): void {
  for (const found of body.querySelectorAll('p.MsoTitle, p.title')) {
    const heading = element('h2', {}, ...found.childNodes)
    found.replaceWith(heading)
  }
  for (const found of body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6, th) :is(b, strong)'))
    found.replaceWith(...found.childNodes)
}

/** Blanks that only hold lines together in another program, and characters that nobody sees. */
function tidyText(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { currentNode } = walker
    currentNode.nodeValue = (currentNode.nodeValue ?? '')
      .replace(/\u00a0/g, ' ')
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
  }
}

/** A link is underlined by itself. */
function tidyLinks(body: HTMLElement): void {
  for (const found of body.querySelectorAll('a u, u:has(> a:only-child)')) found.replaceWith(...found.childNodes)
  for (const found of body.querySelectorAll('a[href]'))
    found.setAttribute('href', withoutTracking(found.getAttribute('href') ?? ''))
}

/** @returns where those lie that no page can show, because they are in the clipboard or on the writer's machine */
function leaveOutPictures(body: HTMLElement): string[] {
  const leftOut: string[] = []
  for (const found of body.querySelectorAll('img')) {
    const written = ['data-src', 'src'].map((name) => found.getAttribute(name) ?? '')
    const src = written.find((address) => /^(https?:\/\/|\/)/i.test(address))
    // A picture of one pixel counts visits.
    const isCounter = ['width', 'height'].some((name) => /^[01]$/.test(found.getAttribute(name) ?? ''))
    if (src !== undefined && !isCounter) found.setAttribute('src', src)
    else {
      if (!isCounter) leftOut.push(...written.filter((address) => address !== ''))
      found.remove()
    }
  }
  return leftOut
}

/** A picture is a block: it comes after the line in which it stood. */
function liftPictures(body: HTMLElement): void {
  for (const line of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) line.after(...line.querySelectorAll('img'))
}

/** One picture with words below it is a picture, several are a gallery, anything else is what it holds. */
function sortFigures(body: HTMLElement): void {
  for (const found of [...body.querySelectorAll('figure')].toReversed()) {
    const pictures = found.querySelectorAll('img').length
    if (pictures > 1 && !found.querySelector('figure.gallery')) found.classList.add('gallery')
    if (pictures > 0) continue
    for (const below of found.querySelectorAll('figcaption')) below.replaceWith(element('p', {}, ...below.childNodes))
    found.replaceWith(...found.childNodes)
  }
}

/** The address of a film alone on a line. */
function embedLines(body: HTMLElement): void {
  for (const found of body.querySelectorAll('p')) {
    const address = webAddress(lineIn(found))
    if (address !== undefined && providerOf(address) && !found.closest('figure, blockquote'))
      found.replaceWith(element('p', { class: 'embed' }, element('a', { href: address }, address)))
  }
}

/** Empty lines are how one sets blocks apart elsewhere. */
function removeEmpty(body: HTMLElement): void {
  for (const found of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, li, blockquote'))
    if (lineIn(found) === '' && !found.querySelector('img, iframe, hr, table')) found.remove()
  for (const found of body.querySelectorAll('ul, ol')) if (!found.querySelector('li')) found.remove()
}
