import { z } from 'zod'
import { html, raw } from '#platform/html.ts'
import { blockKind } from '../node.ts'
import { sanitise, textOfHtml } from '../sanitise.ts'

/** Markup that no block can express. It is sanitised when it is kept, and once more when it is shown. */
export const rawHtml = blockKind({
  type: 'rawHtml',
  attrs: z.strictObject({ html: z.string().max(200_000) }),
  holds: 'nothing',
  web: ({ attrs }) => html`<div class="raw">${raw(sanitise(attrs.html))}</div>`,
  text: ({ attrs }) => textOfHtml(attrs.html),
})
