import type { NodeViewRenderer } from '@tiptap/core'
import { webAddress, withScheme } from './shared/web-address.ts'
import type { Late } from './surroundings.editor.ts'

type Child = Node | string | undefined

/** Makes an element; attributes without a value are left out. */
export function element(
  tag: string,
  attributes: Record<string, string | undefined>,
  ...children: Child[]
): HTMLElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** An element that says a name as soon as it is known. */
export function named(tag: string, name: Late, unknown: string): HTMLElement {
  const made = element(tag, {})
  const say = (known: string | undefined) => (made.textContent = known ?? unknown)
  if (name instanceof Promise) {
    made.textContent = '…'
    name.then(say, () => say(undefined))
  } else say(name)
  return made
}

type Attributes = Readonly<Record<string, unknown>>

/** A block without text of its own: drawn as a whole, and again when its attributes change. */
export const leafView =
  (className: string, draw: (attributes: Attributes) => readonly HTMLElement[]): NodeViewRenderer =>
  ({ node }) => {
    const dom = element('div', { class: `leaf ${className}`, contenteditable: 'false' }, ...draw(node.attrs))
    return {
      dom,
      ignoreMutation: () => true,
      update(next) {
        if (next.type !== node.type) return false
        dom.replaceChildren(...draw(next.attrs))
        return true
      },
    }
  }

/** What an attribute says, or nothing. */
export const saidIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** The words in an element as one line. */
export const lineIn = (found: Element | null | undefined): string =>
  (found?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** An address that an element names, if it is one; a browser writes paths of this site in full when it copies them. */
export function addressIn(
  found: Element | null | undefined,
  name: 'href' | 'src' | 'cite' | 'data',
): string | undefined {
  const address = webAddress(withScheme(found?.getAttribute(name) ?? ''))
  const own = `${location.origin}/`
  return address?.startsWith(own) ? webAddress(address.slice(own.length - 1)) : address
}

/** A whole number in an attribute, if it is between these. */
export function numberIn(found: Element, name: string, least: number, most: number): number | undefined {
  const written = found.getAttribute(name) ?? ''
  const number = /^\d+$/.test(written) ? Number(written) : Number.NaN
  return number >= least && number <= most ? number : undefined
}
