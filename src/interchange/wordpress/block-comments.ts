/** A block of WordPress's editor: `<!-- wp:name {attributes} -->` ... `<!-- /wp:name -->`. */
export interface WpBlock {
  /** Without `core/`; blocks of plug-ins keep their name space. */
  name: string
  attributes: Record<string, unknown>
  /** Markup and blocks inside it, in order. */
  inner: (string | WpBlock)[]
}

/** Attributes hold no `--`: WordPress escapes it there, so a comment ends at the next `-->` or is broken. */
const comment = /<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s((?:(?!<!--|-->)[^])*)-->/g
/** A page of thousands of nested groups is no page. */
const deepest = 64

/** Whether a text was written in the block editor. */
export const hasBlocks = (text: string): boolean => /<!--\s+wp:/.test(text)

/**
 * Reads block comments into a tree. Broken ones do no harm: an unclosed block ends where its parent ends, a closing
 * comment that nothing opened is dropped, attributes that are no JSON are empty.
 */
export function readBlocks(text: string): (string | WpBlock)[] {
  const root: WpBlock = { name: '', attributes: {}, inner: [] }
  const open = [root]
  let from = 0
  for (const match of text.matchAll(comment)) {
    const [whole, closing, name = '', rest = ''] = match
    const inside = open.at(-1) ?? root
    if (match.index > from) inside.inner.push(text.slice(from, match.index))
    from = match.index + whole.length
    const plain = name.replace(/^core\//, '')
    if (closing) closeUpTo(open, plain)
    else {
      const block: WpBlock = { name: plain, attributes: attributesOf(rest.trim().replace(/\/$/, '')), inner: [] }
      inside.inner.push(block)
      if (!rest.trimEnd().endsWith('/') && open.length < deepest) open.push(block)
    }
  }
  if (from < text.length) (open.at(-1) ?? root).inner.push(text.slice(from))
  return root.inner
}

function closeUpTo(open: WpBlock[], name: string): void {
  const place = open.findLastIndex((block) => block.name === name)
  if (place > 0) open.length = place
}

function attributesOf(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
