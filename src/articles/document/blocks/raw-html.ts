import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { html, raw } from '#platform/html.ts'
import { htmlBlock } from '../markdown-layout.ts'
import { blockKind } from '../node.ts'
import { sanitise, textOfHtml } from '../sanitise.ts'
import { holds } from '../shared/holds.ts'
import { longest } from '../shared/limits.ts'

/**
 * Markup that no block can express. It is sanitised whenever it is shown, by the sanitiser of today, so that an old
 * article gains from a mended one.
 */
export const rawHtml = blockKind({
  type: 'rawHtml',
  attrs: z.strictObject({ html: z.string().max(longest.rawHtml) }),
  holds: holds.rawHtml,
  web: ({ attrs }) => html`<div class="raw">${raw(sanitised(attrs.html))}</div>`,
  feed: ({ attrs }) => html`<div>${raw(sanitised(attrs.html))}</div>`,
  text: ({ attrs }) => textOfHtml(attrs.html),
  markdown({ attrs }) {
    const markup = sanitised(attrs.html).trim()
    return markup === '' ? '' : htmlBlock(`<div class="raw">${markup}</div>`)
  },
})

/** Feeds show the same articles again after every publication; sanitising costs 0.4 ms a kilobyte. */
const remembered = new LRUCache<string, string>({
  maxSize: 2_000_000,
  sizeCalculation: (safe, markup) => 1 + safe.length + markup.length,
})

function sanitised(markup: string): string {
  const known = remembered.get(markup)
  if (known !== undefined) return known
  const safe = sanitise(markup)
  remembered.set(markup, safe)
  return safe
}
