import { type Html, html, nothing, raw } from '#platform/html.ts'
import { type TimeStyle, dayView } from './time.ts'

/** What a list shows of one article. */
export interface CardFacts {
  title: string
  summary: string
  path: string
  publishedAt: number
  section?: { name: string; path: string }
  /** Ready to stand in the card. The headline says what it shows, so it has no words of its own. */
  picture?: Html
}

/** How deep the headline of a card stands in the outline of its page. */
type Level = 2 | 3

/** The story that opens a page: picture, headline, summary. */
export function leadCard(card: CardFacts, time: TimeStyle): Html {
  return html`<article class="lead">
    ${card.picture ?? nothing}${label(card)}
    <h2><a href="${card.path}">${card.title}</a></h2>
    <p>${card.summary}</p>
    ${dayView(card.publishedAt, time)}
  </article> `
}

/** One of the stories beside the lead: picture, headline. */
export function secondCard(card: CardFacts, time: TimeStyle): Html {
  return html`<article class="second">
    ${card.picture ?? nothing}${label(card)}
    <h2><a href="${card.path}">${card.title}</a></h2>
    ${dayView(card.publishedAt, time)}
  </article> `
}

/** Lines of a list: label, headline, one line of summary, time, and a small picture where there is one. */
export function cardList(cards: readonly CardFacts[], time: TimeStyle, level: Level = 2): Html {
  return html`<ol class="cards">
    ${cards.map(
      (card) =>
        html`<li>
          <article>
            ${card.picture ?? nothing}${label(card)} ${headline(card, level)}
            <p>${card.summary}</p>
            ${dayView(card.publishedAt, time)}
          </article>
        </li> `,
    )}
  </ol> `
}

/** Headlines only, for the rail and for what lies below a section's first story. */
export function headlineList(
  cards: readonly Pick<CardFacts, 'title' | 'path' | 'publishedAt'>[],
  time: TimeStyle,
): Html {
  return html`<ol class="headlines">
    ${cards.map(
      ({ title, path, publishedAt }) => html`<li><a href="${path}">${title}</a> ${dayView(publishedAt, time)}</li> `,
    )}
  </ol> `
}

/** A section on the front page: its name, its newest story, and the headlines below that. */
export function sectionBlock(
  { name, path }: { name: string; path: string },
  [first, ...rest]: readonly CardFacts[],
  time: TimeStyle,
): Html {
  if (!first) return nothing
  return html`<section class="block">
    <h2><a href="${path}">${name}</a></h2>
    <article>${first.picture ?? nothing} ${headline(first, 3)} ${dayView(first.publishedAt, time)}</article>
    ${rest.length > 0 ? headlineList(rest, time) : nothing}
  </section> `
}

const headline = ({ path, title }: CardFacts, level: Level): Html =>
  html`<h${raw(level)}><a href="${path}">${title}</a></h${raw(level)}>`

function label({ section }: CardFacts): Html {
  return section ? html`<p class="label"><a href="${section.path}">${section.name}</a></p>` : nothing
}
