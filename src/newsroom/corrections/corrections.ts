import { z } from 'zod'
import { type Correction, correctionKinds, correctionsOf, type DeskArticle, ownedBy } from '#articles'
import { must } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { area, choice, field } from '../forms/fields-view.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, ownedHere } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { below, correctionsPath, takeBack, tell } from './telling.ts'

const kindWords = {
  erratum: 'correcting.erratum',
  correction: 'correcting.correction',
  reply: 'correcting.reply',
  update: 'correcting.update',
  withdrawal: 'correcting.withdrawal',
} as const satisfies Record<Correction['kind'], string>

/** What readers were told about an article, and what they shall be told now. */
async function correctionsPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const article = await articleHere(visit)
  must(visit.actor, 'articles.correct', ownedBy(visit.actor, article))
  const all = await correctionsOf(gawai, article.article)
  return {
    title: say('correcting.of', { title: article.content.title }),
    lead: say('correcting.lead'),
    room: '/newsroom/articles/',
    body: html`${articleNav(visit, article, below)}
    ${article.published ? correctionForm(visit, article) : html`<p>${say('correcting.notPublished')}</p>`}
    ${all.length === 0 ? nothing : toldView(visit, article, all)}`,
  }
}

const correctionForm = (visit: Visit, { article }: DeskArticle): Html =>
  html`<form method="post" action="${correctionsPath(article)}">
    ${choice(visit, {
      name: 'correctionKind',
      value: 'erratum',
      options: correctionKinds.map((value) => ({ value, words: visit.say(kindWords[value]) })),
    })}
    ${area(visit, { name: 'correctionWords', most: 2000, hint: visit.say('correcting.wordsHint') })}
    ${field(visit, { name: 'party', most: 200, autocomplete: 'off', isOptional: true, hint: visit.say('correcting.partyHint') })}
    <p><button>${visit.say('correcting.tell')}</button></p>
  </form>`

const toldView = (visit: Visit, article: DeskArticle, all: readonly Correction[]): Html =>
  html`<section>
    <h2>${visit.say('correcting.told')}</h2>
    <ul class="rows">
      ${all.map((one) => html`<li>${lineView(visit, article, one)}</li> `)}
    </ul>
  </section>`

const lineView = ({ say, time }: Visit, { article }: DeskArticle, { id, kind, words, party, at }: Correction): Html =>
  html`<p><b>${say(kindWords[kind])}</b> ${timeView(at, time)}</p>
    <p>${words}${party === undefined ? nothing : html` <span class="quiet">${party}</span>`}</p>
    <form method="post" action="${correctionsPath(article)}${id}/removal/">
      <button class="plain" aria-label="${say('correcting.takeBackOne', { words: words.slice(0, 40) })}">
        ${say('correcting.takeBack')}
      </button>
    </form>`

const form = z.strictObject({
  correctionKind: z.enum(correctionKinds),
  correctionWords: z.string().trim().max(2000),
  party: z
    .string()
    .trim()
    .max(200)
    .default('')
    .transform((party) => (party === '' ? undefined : party)),
})

export const correctionRoutes = [
  route.page(`${articleRoute}${below}`, 'articles.correct', correctionsPage),
  route.deed({
    path: `${articleRoute}${below}`,
    needs: 'articles.correct',
    on: ownedHere,
    form,
    again: correctionsPage,
    handle: (visit, { correctionKind: kind, correctionWords: words, party }) => tell(visit, { kind, words, party }),
  }),
  route.deed({
    path: `${articleRoute}${below}:correction{[1-9]\\d*}/removal/`,
    needs: 'articles.correct',
    on: ownedHere,
    form: z.strictObject({}),
    handle: takeBack,
  }),
]
