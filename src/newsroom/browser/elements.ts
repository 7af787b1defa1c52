/** A new element with these words in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, words = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = words
  return made
}

/** A block that style sheets know by that class. */
export function block(className: string): HTMLDivElement {
  const made = element('div')
  made.className = className
  return made
}

export function link(href: string, words: string): HTMLAnchorElement {
  const made = element('a', words)
  made.href = href
  return made
}
