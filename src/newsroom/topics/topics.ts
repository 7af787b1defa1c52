import { topicsPage as readTopics } from '#articles'
import { type Html, html, nothing } from '#platform/html.ts'
import { languages } from '#platform/settings.ts'
import { choice, field, languageOptions } from '../forms/fields-view.ts'
import { filtersView, nextPage } from '../lists/filters.ts'
import { type Page, route, type Visit } from '../route.ts'

export const topicsRoom = '/newsroom/topics/'
export const topicPath = (topic: number): string => `${topicsRoom}${topic}/`

const perPage = 50

/** The topics of a language, by the words of their names and addresses; those that are ticked can become one. */
async function topicsPage(visit: Visit): Promise<Page> {
  const { say, gawai, url, actor } = visit
  const asked = url.searchParams
  const lang = languages.find((one) => one === asked.get('editionLang')) ?? actor.lang
  const words = (asked.get('words') ?? '').slice(0, 100)
  const after = asked.get('after') ?? undefined
  const { items, after: next } = await readTopics(gawai, { lang, words, after, limit: perPage })
  return {
    title: say('topics.title'),
    lead: say('topics.lead'),
    room: topicsRoom,
    isWide: true,
    body: html`${filtersView(visit, [
      field(visit, { name: 'words', value: words, type: 'search', most: 100, isOptional: true }),
      choice(visit, { name: 'editionLang', value: lang, options: languageOptions }),
    ])}
    ${items.length === 0 ? html`<p>${say(next === undefined ? 'topics.none' : 'onward.noneYet')}</p>` : listView(visit, items)}
    ${next === undefined ? nothing : nextPage(visit, { after: next })}`,
  }
}

const listView = ({ say }: Visit, topics: Awaited<ReturnType<typeof readTopics>>['items']): Html =>
  html`<form method="get" action="${topicsRoom}merging/">
    <ul class="picks">
      ${topics.map(
        ({ id, name, path }) =>
          html`<li>
            <label class="pick"
              ><input type="checkbox" name="topic" value="${id}" aria-label="${say('topics.pick', { name })}"
            /></label>
            <a href="${topicPath(id)}">${name}</a>
            <a class="quiet" href="${path}">${path}</a>
          </li> `,
      )}
    </ul>
    <p><button>${say('topics.merge')}</button></p>
  </form>`

export const topicListRoutes = [route.page('/topics/', 'topics.change', topicsPage)]
