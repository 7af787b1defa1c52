import assert from 'node:assert/strict'

/** An element of a document that a strict reader accepts. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** All text in it, its children's too. */
  text: string
}

const token =
  /<\?xml [^?]*\?>\s*|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\/(?<close>[\w:.-]+)\s*>|<(?<open>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<alone>\/)?>|(?<text>[^<]+)/gy
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const outside = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads XML as strictly as programs do that stop at the first fault: no repair, no names but those of XML itself. */
export function readXml(xml: string): XmlElement {
  assert.doesNotMatch(xml, outside, 'a character that no XML may hold')
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const line = [root]
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at
    const groups = token.exec(xml)?.groups
    assert.ok(groups, `no XML: ${xml.slice(at, at + 60)}`)
    read(line, groups)
  }
  assert.equal(line.length, 1, `<${line.at(-1)?.name}> is open at the end`)
  assert.equal(root.children.length, 1, 'one root')
  const [document] = root.children
  assert.ok(document)
  return document
}

function read(line: XmlElement[], { cdata, close, open, attributes, alone, text }: Record<string, string | undefined>) {
  const inner = cdata ?? (text === undefined ? '' : unescaped(text))
  for (const element of line) element.text += inner
  if (close !== undefined) assert.equal(line.pop()?.name, close)
  if (open === undefined) return
  const element = { name: open, attributes: attributesIn(attributes ?? ''), children: [], text: '' }
  line.at(-1)?.children.push(element)
  if (alone === undefined) line.push(element)
}

function attributesIn(text: string): Record<string, string> {
  const found = Array.from(
    text.matchAll(/([\w:.-]+)="([^"]*)"/g),
    ([, name = '', value = '']) => [name, value] as const,
  )
  assert.equal(new Set(found.map(([name]) => name)).size, found.length, `twice the same attribute: ${text}`)
  return Object.fromEntries(found.map(([name, value]) => [name, unescaped(value)]))
}

function unescaped(text: string): string {
  assert.doesNotMatch(text, /\]\]>/, 'the end of a section outside of one')
  return text.replace(/&(?:#x([0-9a-f]+);|#(\d+);|(\w+);)?/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    const character = name === undefined ? String.fromCodePoint(code) : named[name]
    assert.ok(character, `no XML: ${whole}`)
    return character
  })
}

/** Every element of that name below an element, in order. */
export function elementsIn(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsIn(child, name)])
}

export const textsIn = (element: XmlElement, name: string): string[] =>
  elementsIn(element, name).map(({ text }) => text)
