import { type Html, html, nothing } from '#platform/html.ts'
import type { Knock } from './route.ts'

/** A way to the other house, where there is one. */
export function openidLink({ gawai, say }: Knock, path: string, to: string): Html {
  if (!gawai.openid) return nothing
  return html`<p>
    <a class="button" href="${path}?to=${encodeURIComponent(to)}"
      >${say('factors.openid', { house: gawai.openid.name })}</a
    >
  </p> `
}
