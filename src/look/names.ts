import { type Html, html, nothing } from '#platform/html.ts'

/** A name that leads to a list. */
export interface NamesFacts {
  name: string
  path: string
  words?: string
  /** Initials or a number, set before the name. */
  mark?: string
  below?: readonly NamesFacts[]
}

/** Names as ruled lines, what lies below each behind it. */
export function namesList(names: readonly NamesFacts[]): Html {
  return html`<ul class="names">
    ${names.map(
      (one) =>
        html`<li>
          ${one.mark ? html`<span class="mark">${one.mark}</span> ` : nothing}<a href="${one.path}">${one.name}</a
          >${one.words ? html` <span class="quiet">${one.words}</span>` : nothing}${one.below && one.below.length > 0 ? namesList(one.below) : nothing}
        </li> `,
    )}
  </ul> `
}
