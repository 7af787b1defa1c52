import { type DeskArticle, type Note, type NoteThread, quoteOf } from '#articles'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { area, choice } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { notesPath } from './note-deeds.ts'

/** What was said, each with its answers. */
export const threadsView = (visit: Visit, article: DeskArticle, threads: readonly NoteThread[]): Html =>
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

/** The form for another note. */
export function newView(visit: Visit, { article, content }: DeskArticle): Html {
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
