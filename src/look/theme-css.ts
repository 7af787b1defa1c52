import { Invalid } from '#platform/refusals.ts'
import { type Kind, plain, tokensOf } from './css-tokens.ts'

/** In bytes. */
export const longestTheme = 32 * 1024

/**
 * What keeps a publisher's style sheet from being used; undefined when nothing does. It stands inside the layer
 * `theme`, so no bracket may close that, and nothing in it may ask another host.
 */
export function themeProblem(css: string): Invalid | undefined {
  if (Buffer.byteLength(css) > longestTheme) return tooLong()
  const open: string[] = []
  for (const { kind, text } of tokensOf(css)) {
    if (kind === 'broken') return neverClosed(text)
    if (kind === 'sign') {
      if (text in closing) open.push(text)
      else if (closing[open.pop() ?? ''] !== text) return closesNothing(text)
      continue
    }
    const problem = kind === 'comment' ? undefined : refusedWord(kind, text)
    if (problem !== undefined) return problem
  }
  const left = open.at(-1)
  return left === undefined ? undefined : neverClosed(left)
}

const closing: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' }

function refusedWord(kind: Kind, text: string): Invalid | undefined {
  if (text.includes('\0')) return noText()
  if (kind === 'odd') return unclearAddress()
  if (kind === 'bare' && text.includes('\\')) return bareBackslash()
  if (kind === 'url' || kind === 'bare') return elsewhere.test(plain(text)) ? fromElsewhere(text) : undefined
  if (kind === 'string') return host.test(plain(text)) ? fromElsewhere(text) : undefined
  if (text.includes('\\')) return backslash()
  const [rule] = /@(import|charset|namespace)\b/i.exec(text) ?? []
  return rule === undefined ? undefined : unusedRule(rule)
}

/** What is neither a path of this site nor a name in the page. */
const elsewhere = /^(?!\/(?![/\\])|#|$)/
/** In other strings only what names a host: they may be words for a reader. */
const host = /^(https?:|[/\\]{2})\S/i

const tooLong = () =>
  new Invalid(`The style sheet is longer than ${longestTheme} bytes: make it shorter`, {
    key: 'refusedTheme.long',
    values: { kilobytes: longestTheme / 1024 },
  })
const noText = () => new Invalid('The style sheet holds a sign that is no text', { key: 'refusedTheme.noText' })
const unclearAddress = () =>
  new Invalid(
    'A "url(" is not understood here: put a space before it, and the address alone, in quotation marks, inside it',
    { key: 'refusedTheme.url' },
  )
const bareBackslash = () =>
  new Invalid('Write an address with a backslash in quotation marks', {
    key: 'refusedTheme.bareBackslash',
  })
const backslash = () =>
  new Invalid('A backslash outside quotation marks is not understood here: write the sign itself', {
    key: 'refusedTheme.backslash',
  })
const neverClosed = (sign: string) =>
  new Invalid(`A "${sign}" is never closed`, { key: 'refusedTheme.open', values: { sign } })
const closesNothing = (sign: string) =>
  new Invalid(`A "${sign}" closes nothing: take it out`, { key: 'refusedTheme.closing', values: { sign } })
const unusedRule = (rule: string) =>
  new Invalid(`"${rule}" is not used here: put the rules themselves into this style sheet`, {
    key: 'refusedTheme.rule',
    values: { rule },
  })

function fromElsewhere(text: string): Invalid {
  const address = text.slice(0, 80)
  return new Invalid(
    `"${address}" would be loaded from elsewhere: a page of this site loads nothing from another host`,
    {
      key: 'refusedTheme.elsewhere',
      values: { address },
    },
  )
}
