import { z } from 'zod'
import {
  type DeskArticle,
  mentionsOf,
  type Note,
  notesOf,
  type NoteThread,
  ownedBy,
  quoteOf,
  seeMentions,
} from '#articles'
import { must } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { area, choice } from '../fields-view.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, ownedHere } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { handingView } from './handing-view.ts'
import { add, answer, below, notesPath, remove, settle } from './note-deeds.ts'

/** What the pair says to each other about an article, and whose turn it is. */
async function notesPage(visit: Visit): Promise<Page> {
  const { say, gawai, actor } = visit
  const article = await articleHere(visit)
  must(actor, 'notes.write', ownedBy(actor, article))
  await seeOwn(visit, article.article)
  const threads = await notesOf(gawai, article.article)
  const open = threads.filter(({ settled }) => settled === undefined)
  const settled = threads.filter((thread) => thread.settled !== undefined)
  return {
    title: say('notes.of', { title: article.content.title || say('writing.untitled') }),
    lead: say('notes.lead'),
    room: '/newsroom/articles/',
    body: html`${articleNav(visit, article, below)} ${await handingView(visit, article)}
    ${open.length === 0 ? html`<p>${say('notes.none')}</p>` : threadsView(visit, article, open)}
    ${newView(visit, article)}
    ${
      settled.length === 0
        ? nothing
        : html`<details>
            <summary>${say('notes.settledOnes', { count: settled.length })}</summary>
            ${threadsView(visit, article, settled)}
          </details>`
    }`,
  }
}

/** Whoever looks at the notes has seen where they are named. */
async function seeOwn({ gawai, actor: { person } }: Visit, article: number): Promise<void> {
  const unseen = await mentionsOf(gawai, { person, limit: 1 })
  if (unseen.length > 0) await gawai.write((unit) => seeMentions(unit, { article, person }))
}

const threadsView = (visit: Visit, article: DeskArticle, threads: readonly NoteThread[]): Html =>
  html`<ol class="rows">
    ${threads.map((thread) => html`<li id="note-${thread.id}">${threadView(visit, article, thread)}</li> `)}
  </ol>`

function threadView(visit: Visit, article: DeskArticle, thread: NoteThread): Html {
  const { say, time, actor } = visit
  const { settled, answers, id } = thread
  const at = `${notesPath(article.article)}${id}/`
  const isOwn = thread.by.person === actor.person && answers.length === 0
  return html`${placeView(visit, thread)} ${noteView(visit, thread)}
    ${
      answers.length === 0
        ? nothing
        : html`<ul class="answers">
            ${answers.map((one) => html`<li id="note-${one.id}">${noteView(visit, one)}${ownView(visit, article, one)}</li> `)}
          </ul>`
    }
    ${
      settled
        ? html`<p class="quiet">${say('notes.settledBy', { name: settled.by })} ${timeView(settled.at, time)}</p>`
        : html`<details>
            <summary>${say('notes.answer')}</summary>
            <form method="post" action="${at}answers/">
              ${area(visit, { name: 'answerWords', id: `answer-${id}`, most: 2000 })}
              <p><button>${say('notes.sendAnswer')}</button></p>
            </form>
          </details>`
    }
    <form method="post" action="${at}${settled ? 'reopening' : 'settling'}/">
      <button aria-label="${say(settled ? 'notes.reopenOne' : 'notes.settleOne', { words: opening(thread) })}">
        ${say(settled ? 'notes.reopen' : 'notes.settle')}
      </button>
    </form>
    ${isOwn ? ownView(visit, article, thread) : nothing}`
}

/** @returns the block, or that it was taken out; nothing for the whole */
function placeView({ say }: Visit, { block, quote }: NoteThread): Html {
  if (quote === '') return html`<p class="quiet">${say('notes.whole')}</p>`
  return html`<blockquote>${quote}</blockquote>
    ${block === null ? html`<p class="quiet">${say('notes.blockGone')}</p>` : nothing}`
}

const noteView = ({ time }: Visit, { words, by, at }: Note): Html =>
  html`<p><b>${by.name}</b> <span class="quiet">${timeView(at, time)}</span></p>
    ${words.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p> `)}`

const ownView = ({ say, actor }: Visit, { article }: DeskArticle, note: Note): Html =>
  note.by.person === actor.person
    ? html`<form method="post" action="${notesPath(article)}${note.id}/removal/">
        <button class="plain" aria-label="${say('notes.removeOne', { words: opening(note) })}">
          ${say('notes.remove')}
        </button>
      </form>`
    : nothing

const opening = ({ words }: Note): string => words.slice(0, 40)

function newView(visit: Visit, { article, content }: DeskArticle): Html {
  const { say } = visit
  const blocks = content.document.content.map((block, place) => ({
    value: String(place),
    words: quoteOf(block).slice(0, 80),
  }))
  return html`<section>
    <h2>${say('notes.new')}</h2>
    <form method="post" action="${notesPath(article)}">
      ${choice(visit, { name: 'block', options: [{ value: '', words: say('notes.whole') }, ...blocks] })}
      ${area(visit, { name: 'noteWords', most: 2000, hint: say('notes.wordsHint') })}
      <p><button>${say('notes.send')}</button></p>
    </form>
  </section>`
}

const words = z.string().max(2000)
const nothingMore = z.strictObject({})
const noteRoute = `${articleRoute}${below}:note{[1-9]\\d*}/`

export const noteRoutes = [
  route.page(`${articleRoute}${below}`, 'notes.write', notesPage),
  route.deed({
    path: `${articleRoute}${below}`,
    needs: 'notes.write',
    on: ownedHere,
    form: z.strictObject({
      block: z
        .string()
        .regex(/^\d{0,6}$/)
        .optional()
        .transform((place) => (place === undefined || place === '' ? undefined : Number(place))),
      quote: z.string().max(2000).optional(),
      noteWords: words,
    }),
    again: notesPage,
    handle: (visit, { noteWords, ...place }) => add(visit, { ...place, words: noteWords }),
  }),
  route.deed({
    path: `${noteRoute}answers/`,
    needs: 'notes.write',
    on: ownedHere,
    form: z.strictObject({ answerWords: words }),
    handle: (visit, { answerWords }) => answer(visit, answerWords),
  }),
  route.deed({
    path: `${noteRoute}settling/`,
    needs: 'notes.write',
    on: ownedHere,
    form: nothingMore,
    handle: (visit) => settle(visit, true),
  }),
  route.deed({
    path: `${noteRoute}reopening/`,
    needs: 'notes.write',
    on: ownedHere,
    form: nothingMore,
    handle: (visit) => settle(visit, false),
  }),
  route.deed({
    path: `${noteRoute}removal/`,
    needs: 'notes.write',
    on: ownedHere,
    form: nothingMore,
    handle: remove,
  }),
]
