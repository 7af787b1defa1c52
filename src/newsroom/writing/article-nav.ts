import { type DeskArticle, ownedBy } from '#articles'
import { type Action, can } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { sheetPath } from './article-here.ts'

/** The pages of one article: where it is written, and what else is said and kept of it. */
const places: readonly { below: string; words: string; needs: Action; isShown?(article: DeskArticle): boolean }[] = [
  { below: '', words: 'writing.text', needs: 'articles.write' },
  { below: 'notes/', words: 'notes.title', needs: 'notes.write' },
  { below: 'publication/', words: 'publication.title', needs: 'articles.publish' },
  { below: 'preview-links/', words: 'previewLinks.title', needs: 'articles.write' },
  { below: 'devices/', words: 'devicesDesk.mentions', needs: 'devices.see' },
  { below: 'revisions/', words: 'revisions.tab', needs: 'articles.write' },
  {
    below: 'corrections/',
    words: 'correcting.title',
    needs: 'articles.correct',
    isShown: ({ published }) => published !== undefined,
  },
]

/** @param here what stands behind the article's own address */
export function articleNav({ say, actor }: Visit, article: DeskArticle, here: string): Html {
  const owned = ownedBy(actor, article)
  const open = places.filter(({ needs, isShown = () => true }) => can(actor, needs, owned) && isShown(article))
  if (open.length < 2) return nothing
  return html`<nav class="tabs" aria-label="${say('writing.places')}">
    <ul>
      ${open.map(({ below, words }) => html`<li><a href="${sheetPath(article.article)}${below}" ${below === here ? html`aria-current="page"` : nothing}>${say(words)}</a></li> `)}
    </ul>
  </nav> `
}
