import { type Html, html, nothing } from '#platform/html.ts'
import { type TimeStyle, timeView } from './time.ts'

/** What a list shows of one article. */
export interface CardFacts {
  title: string
  summary: string
  path: string
  publishedAt: number
  section?: { name: string; path: string }
}

/** The story that opens a page. */
export function leadCard(card: CardFacts, time: TimeStyle): Html {
  return html`<article class="lead">
    ${label(card)}
    <h2><a href="${card.path}">${card.title}</a></h2>
    <p>${card.summary}</p>
    ${timeView(card.publishedAt, time)}
  </article>`
}

/** A line of a list: label, headline, one line of summary, time. */
export function cardList(cards: readonly CardFacts[], time: TimeStyle): Html {
  return html`<ol class="cards">
    ${cards.map(
      (card) =>
        html`<li>
          <article>
            ${label(card)}
            <h2><a href="${card.path}">${card.title}</a></h2>
            <p>${card.summary}</p>
            ${timeView(card.publishedAt, time)}
          </article>
        </li>`,
    )}
  </ol>`
}

/** Headlines only, for the rail beside an article. */
export function headlineList(
  cards: readonly Pick<CardFacts, 'title' | 'path' | 'publishedAt'>[],
  time: TimeStyle,
): Html {
  return html`<ol class="headlines">
    ${cards.map(({ title, path, publishedAt }) => html`<li><a href="${path}">${title}</a> ${timeView(publishedAt, time)}</li>`)}
  </ol>`
}

function label({ section }: CardFacts): Html {
  return section ? html`<p class="label"><a href="${section.path}">${section.name}</a></p>` : nothing
}
