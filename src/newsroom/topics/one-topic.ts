import { z } from 'zod'
import { changeTopic, topicInEach } from '#articles'
import { must } from '#people'
import { type Html, html } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Language, languages } from '#platform/settings.ts'
import { slugOf } from '#platform/slug.ts'
import { area, field, languageOptions } from '../fields-view.ts'
import { idIn, line } from '../form.ts'
import { tellDone } from '../notice.ts'
import { type Onward, type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { topicPath, topicsRoom } from './topics.ts'

type Names = NonNullable<Awaited<ReturnType<typeof topicInEach>>>['names']

const wanted = ({ params }: Visit): number => idIn(params, 'topic')

/** One topic: its name, what it is, and its address in each language. */
async function topicPage(visit: Visit): Promise<Page | Onward> {
  const topic = await topicInEach(visit.gawai, wanted(visit))
  if (!topic) throw new NotFound('There is no such topic', { key: 'refused.nothingHere' })
  if (topic.mergedInto !== undefined) return { to: topicPath(topic.mergedInto) }
  return pageOf(visit, topic.names)
}

async function againPage(visit: Visit): Promise<Page> {
  return pageOf(visit, (await topicInEach(visit.gawai, wanted(visit)))?.names ?? {})
}

const pageOf = (visit: Visit, names: Names): Page => ({
  title: names[visit.lang]?.name ?? languages.map((lang) => names[lang]?.name).find(Boolean) ?? '–',
  room: topicsRoom,
  body: html`${languages.map((lang) => wordsView(visit, names, lang))}`,
})

function wordsView(visit: Visit, names: Names, lang: Language): Html {
  const { say } = visit
  const words = names[lang]
  // What was typed for one language is not shown in the other's form.
  const asking = visit.entered['lang'] === lang ? visit : { ...visit, entered: {} }
  const at = (name: string) => ({ name, id: `${name}-${lang}` })
  return html`<section>
    <h2>${languageOptions.find(({ value }) => value === lang)?.words}</h2>
    ${words ? html`<p class="on"><a href="${words.path}">${words.path}</a></p>` : html`<p class="quiet">${say('sections.noName')}</p>`}
    <form method="post" action="${topicPath(wanted(visit))}">
      <input type="hidden" name="lang" value="${lang}" />
      ${field(asking, { ...at('name'), value: words?.name ?? '', most: 200, autocomplete: 'off' })}
      ${area(asking, { ...at('about'), value: words?.description ?? '', most: 1000 })}
      ${field(asking, { ...at('slug'), value: words?.slug ?? '', most: 80, autocomplete: 'off', isOptional: true, hint: say('topics.slugHint') })}
      <p><button>${say('form.save')}</button></p>
    </form>
  </section> `
}

const lang = z.enum(['id', 'en'])
const kept = z.object({ topic: z.number(), lang, name: z.string(), description: z.string(), slug: z.string() })

/** How what is done here is taken back. */
export const topicUndoes = {
  'topic.words': undoing(kept, async (unit, words, actor, { settings }) => {
    must(actor, 'topics.change')
    await changeTopic(unit, settings, { ...words, by: actor.account })
  }),
}

export const topicRoutes = [
  route.page('/topics/:topic{[1-9]\\d*}/', 'topics.change', topicPage),
  route.deed({
    path: '/topics/:topic{[1-9]\\d*}/',
    needs: 'topics.change',
    form: z.strictObject({
      name: line(200),
      about: z.string().trim().max(1000),
      slug: z.string().trim().max(80),
      lang,
    }),
    again: againPage,
    async handle(visit, form) {
      const { gawai, actor } = visit
      const topic = wanted(visit)
      const words = { lang: form.lang, name: form.name, description: form.about, slug: slugOf(form.slug || form.name) }
      const notice = await gawai.write(async (unit) => {
        const before = await changeTopic(unit, gawai.settings, { topic, ...words, by: actor.account })
        const said = { key: 'topics.saved', values: { name: form.name } }
        return tellDone(unit, actor.account, said, before && { kind: 'topic.words', payload: { topic, ...before } })
      })
      return { to: topicPath(topic), notice }
    },
  }),
]
