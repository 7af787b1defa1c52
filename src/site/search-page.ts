import { findWords, type ListedArticle, wordsOf } from '#articles'
import { cardList } from '#look/cards.ts'
import { type Html, html, markupOf, nothing } from '#platform/html.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { cardOf } from './cards.ts'
import type { Edition } from './edition.ts'
import { framed, headOf } from './frame.ts'

const mostFound = 30
export const longestQuestion = 200

/** The form, and what it found: articles that hold every word. What one reader asked is kept for nobody. */
export async function searchPage(own: Edition, question: string): Promise<PagePlan> {
  const { gawai, lang, say, paths } = own
  const asked = question.trim().slice(0, longestQuestion)
  const found = await findWords(gawai, { words: wordsOf(asked), lang, limit: mostFound })
  const title = asked === '' ? say('search.title') : say('search.titleOf', { question: asked })
  const head = headOf(own, {
    title,
    description: '',
    isNoIndex: asked !== '',
    ...(asked === '' && { canonical: own.absolute(paths.search) }),
  })
  const body = html`<header class="page-title"><h1>${say('search.title')}</h1></header>
    ${searchForm(own, asked)}${asked === '' ? nothing : foundView(own, asked, found)}`
  return {
    subject: '',
    isFleeting: true,
    status: 200,
    headers: { 'cache-control': 'no-store' },
    parts: framed(own, await markupOf(head), [await markupOf(body)]),
  }
}

/** @param asked what the field holds already */
export function searchForm({ say, paths }: Pick<Edition, 'say' | 'paths'>, asked = ''): Html {
  return html`<form class="search" role="search" action="${paths.search}">
    <label for="q">${say('search.label')}</label>
    <input type="search" id="q" name="q" value="${asked}" maxlength="${longestQuestion}" autocomplete="off" />
    <button type="submit">${say('search.button')}</button>
  </form> `
}

function foundView({ say, time, paths }: Edition, question: string, found: readonly ListedArticle[]): Html {
  if (found.length === 0)
    return html`<p role="status">${say('search.nothing', { question })}</p>
      <p>
        ${say('search.hint')} <a href="${paths.latest}">${say('list.latest')}</a> ·
        <a href="${paths.sections}">${say('shell.allSections')}</a>
      </p> `
  const count =
    found.length < mostFound
      ? say('search.found', { count: found.length, question })
      : say('search.most', { count: mostFound, question })
  return html`<p role="status" class="quiet">${count}</p>
    ${cardList(
      found.map((one) => cardOf(one, 'line')),
      time,
    )}`
}
