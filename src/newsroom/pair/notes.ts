import { z } from 'zod'
import { mentionsOf, notesOf, ownedBy, seeMentions } from '#articles'
import { must } from '#people'
import { html, nothing } from '#platform/html.ts'
import { type Page, route, type Visit } from '../route.ts'
import { articleHere, articleRoute, ownedHere } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { handingView } from './handing-view.ts'
import { add, answer, below, remove, settle } from './note-deeds.ts'
import { newView, threadsView } from './notes-view.ts'

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
async function seeOwn({ gawai, actor }: Visit, article: number): Promise<void> {
  const unseen = await mentionsOf(gawai, { actor, limit: 1 })
  if (unseen.length > 0) await gawai.write((unit) => seeMentions(unit, { article, person: actor.person }))
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
