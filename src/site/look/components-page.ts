import { readMarkdown, viewDocument } from '#articles'
import { cardList, headlineList, leadCard, secondCard, sectionBlock } from '#look/cards.ts'
import { namesList } from '#look/names.ts'
import { dayView, timeView } from '#look/time.ts'
import { type Html, html, markupOf } from '#platform/html.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../edition.ts'
import { framed, headOf } from '../frame.ts'
import { searchForm } from '../search-page.ts'
import { blocks, samples } from './samples.ts'

/**
 * Every component with its ugly cases on one page, for whoever changes how the site looks. It stands only where the
 * site has no address of its own yet.
 */
export async function componentsPage(own: Edition): Promise<PagePlan> {
  const { usual, long, bare, word } = samples
  const { time } = own
  const parts: [name: string, shown: Html][] = [
    [
      'A lead and its seconds',
      html`<div class="front">${leadCard(long, time)}${secondCard(usual, time)}${secondCard(word, time)}</div>`,
    ],
    ['A lead alone, without a picture', html`<div class="front">${leadCard(bare, time)}</div>`],
    ['Lines of a list', cardList([usual, long, bare, word], time)],
    ['Headlines', headlineList([usual, long, bare, word], time)],
    [
      'Blocks of sections',
      html`<div class="blocks">
        ${[[usual, long, word], [bare], [], [long]].map((cards) => sectionBlock({ name: 'Ponsel', path: '/look/' }, cards, time))}
      </div>`,
    ],
    [
      'Names',
      namesList([
        { name: 'Ponsel', path: '/look/', words: long.summary, below: [{ name: word.title, path: '/look/' }] },
        { name: 'Wulan Sasmita', path: '/look/', mark: 'WS', words: 'Penulis' },
      ]),
    ],
    ['A search', searchForm(own, long.title)],
    ['Times', html`<p>${timeView(usual.publishedAt, time)} · ${dayView(usual.publishedAt, time)}</p>`],
    ['A story', storyOf(own)],
  ]
  const body = html`<header class="page-title">
      <h1>Look</h1>
      <p class="summary">Every component with its ugly cases.</p>
    </header>
    ${parts.map(
      ([name, shown]) =>
        html`<section>
          <p class="label">${name}</p>
          ${shown}
        </section> `,
    )}`
  const head = headOf(own, { title: 'Look', description: '', isNoIndex: true })
  return {
    subject: '',
    isFleeting: true,
    status: 200,
    parts: framed(own, await markupOf(head), [await markupOf(body)]),
  }
}

function storyOf({ say, gawai }: Edition): Html {
  const references = { articles: new Map(), organisations: new Map() }
  const segments = viewDocument(readMarkdown(blocks).document, { say, references, origin: gawai.origin })
  return html`<article class="story">
    ${segments.map((segment) => ('subject' in segment ? '' : segment))}
    <footer><p class="sign-off">[WS+RK/HBS+MAL]</p></footer>
  </article>`
}
