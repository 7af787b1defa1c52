import type { Id } from '#platform/database/tables.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Part } from '#platform/page-store/page.ts'
import { anchors } from './anchors.ts'
import { plainText, viewInline } from './inline.ts'
import { type BlockKinds, ownKinds } from './kinds.ts'
import { outline } from './outline.ts'
import type { Document, Node, NodeContext, ViewContext, Viewed } from './node.ts'

/** A stretch of an article: markup that stays, or a live block that is a fragment of its own. */
export type Segment = Html | Part

const viewed = (node: Node): Viewed => ({ ...node, attrs: node.attrs ?? {} })

/** The document as a page shows it. Neighbouring blocks that stay are one segment. */
export function viewDocument(document: Document, context: ViewContext, kinds: BlockKinds = ownKinds): Segment[] {
  const walk: NodeContext = { ...context, anchor: anchors(), level: outline(), isLead: false }
  const segments: Segment[] = []
  let stretch: Html[] = []
  const close = () => {
    if (stretch.length > 0) segments.push(html`${stretch}`)
    stretch = []
  }
  for (const [index, block] of document.content.entries()) {
    const live = kinds.get(block.type)?.live
    if (live) {
      close()
      segments.push(live(viewed(block), walk))
    } else stretch.push(viewNode(block, { ...walk, isLead: index === 0 }, kinds, 'web'))
  }
  close()
  return segments
}

/** Groups of blocks as a page shows them one after the other; each is viewed by itself. */
export function viewGroups(groups: readonly (readonly Node[])[], context: ViewContext, kinds: BlockKinds): Html[] {
  const walk: NodeContext = { ...context, anchor: anchors(), level: outline(), isLead: false }
  return groups.map((group) => html`${group.map((node) => viewNode(node, walk, kinds, 'web'))}`)
}

/** The document for a feed: whole addresses, no elements of ours. */
export function feedHtml(document: Document, context: ViewContext, kinds: BlockKinds = ownKinds): Html {
  const walk: NodeContext = { ...context, anchor: () => undefined, level: outline(), isLead: false }
  return html`${document.content.map((block) => viewNode(block, walk, kinds, 'feed'))}`
}

function viewNode(node: Node, context: NodeContext, kinds: BlockKinds, medium: 'web' | 'feed'): Html {
  const kind = kinds.get(node.type)
  // A block of a plug-in that is gone: the rest of the article is still worth reading.
  if (!kind) return nothing
  const inside = kind.isTransparent ? context : { ...context, isLead: false, holder: node }
  const inner =
    kind.holds === 'inline' || kind.holds === 'text'
      ? [viewInline(node.content, medium === 'feed' ? context.origin : '')]
      : (node.content ?? []).map((child) => viewNode(child, inside, kinds, medium))
  return kind[medium](viewed(node), inner, context)
}

const silent: ViewContext = { say: () => '', references: { articles: new Map(), organisations: new Map() }, origin: '' }

/** The document's words, a line for each block: for counting, describing and searching. */
export function textOf(document: Document, context: ViewContext = silent, kinds: BlockKinds = ownKinds): string {
  const lines = (node: Node): string => {
    const kind = kinds.get(node.type)
    if (!kind) return ''
    const inner =
      kind.holds === 'inline' || kind.holds === 'text'
        ? plainText(node.content)
        : (node.content ?? []).map(lines).join('\n')
    return kind.text(viewed(node), inner, context)
  }
  return document.content
    .map(lines)
    .filter((line) => line !== '')
    .join('\n')
}

/** Whom and what the document points to. */
export function referencesOf(
  document: Document,
  kinds: BlockKinds = ownKinds,
): { articles: Id[]; organisations: Id[] } {
  const articles = new Set<Id>()
  const organisations = new Set<Id>()
  for (const node of everyNode(document.content)) {
    const found = kinds.get(node.type)?.references(viewed(node))
    for (const id of found?.articles ?? []) articles.add(id)
    for (const id of found?.organisations ?? []) organisations.add(id)
  }
  return { articles: [...articles], organisations: [...organisations] }
}

/** Where the document's pictures lie. */
export function picturesOf(document: Document): string[] {
  return [...everyNode(document.content)]
    .filter(({ type }) => type === 'image')
    .map(({ attrs }) => attrs?.['src'])
    .filter((src) => typeof src === 'string')
}

/** What the document says of the picture that lies there. */
export function saidOfPicture(document: Document, src: string): { alt: string; credit: string } {
  const image = [...everyNode(document.content)].find(({ type, attrs }) => type === 'image' && attrs?.['src'] === src)
  const words = (name: string) => (typeof image?.attrs?.[name] === 'string' ? image.attrs[name] : '')
  return { alt: words('alt'), credit: words('credit') }
}

/** The addresses of everything that a click would load into a frame. */
export function embedsOf(document: Document): string[] {
  return [...everyNode(document.content)]
    .filter(({ type }) => type === 'embed')
    .map(({ attrs }) => attrs?.['url'])
    .filter((url) => typeof url === 'string')
}

export function* everyNode(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    if (node.content) yield* everyNode(node.content)
  }
}
