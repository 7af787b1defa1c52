import { type Html, html, nothing } from '#platform/html.ts'
import type { Knock } from '../route.ts'

/** The way to the other house, where there is one: it only looks like a button, because no form may leave this site. */
export function openidButton({ gawai, say }: Knock, path: string, to: string): Html {
  if (!gawai.openid) return nothing
  return html`<p>
    <a class="button" href="${path}?to=${encodeURIComponent(to)}"
      >${say('factors.openid', { house: gawai.openid.name })}</a
    >
  </p> `
}
