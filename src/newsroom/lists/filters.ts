import { type Html, html } from '#platform/html.ts'
import type { Visit } from '../route.ts'

/** What a list is narrowed by: a form that asks, so that each view has an address. */
export const filtersView = ({ say, url }: Visit, fields: readonly Html[]): Html =>
  html`<form method="get" action="${url.pathname}" class="filters" role="search">
    ${fields}
    <p><button>${say('filters.show')}</button></p>
  </form> `

/** The way to the page after this one, with the same filters. */
export function nextPage({ say, url }: Visit, key: Readonly<Record<string, string>>): Html {
  const asked = new URLSearchParams(url.searchParams)
  asked.delete('done')
  for (const [name, value] of Object.entries(key)) asked.set(name, value)
  return html`<p class="on"><a href="?${asked.toString()}">${say('onward.next')}</a></p> `
}
