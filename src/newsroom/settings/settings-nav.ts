import { type Html, html, nothing } from '#platform/html.ts'
import type { Visit } from '../route.ts'

const pages = [
  ['/newsroom/settings/', 'settings.site'],
  ['/newsroom/settings/look/', 'look.title'],
] as const

/** The pages of the settings. */
export const settingsNav = ({ say }: Visit, here: string): Html =>
  html`<nav class="tabs" aria-label="${say('rooms.settings')}">
    <ul>
      ${pages.map(([path, words]) => html`<li><a href="${path}" ${path === here ? html`aria-current="page"` : nothing}>${say(words)}</a></li> `)}
    </ul>
  </nav> `
