import { z } from 'zod'
import { changeTopic, topicInEach, topicWordsSchema } from '#articles'
import { must } from '#people'
import { html } from '#platform/html.ts'
import { NotFound } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { idIn } from '../forms/form.ts'
import { nameIn, namingForm, namingView, wordsOf } from '../forms/naming.ts'
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

function pageOf(visit: Visit, names: Names): Page {
  const form = { names, action: topicPath(wanted(visit)), slugHint: visit.say('topics.slugHint') }
  return {
    title: nameIn(visit, names) ?? '–',
    room: topicsRoom,
    body: html`${languages.map((lang) => namingView(visit, lang, form))}`,
  }
}

const undoNaming = undoing(
  'topic.words',
  topicWordsSchema.extend({ topic: z.number() }),
  async (unit, words, actor, { settings }) => {
    must(actor, 'topics.change')
    await changeTopic(unit, settings, { ...words, by: actor.account })
  },
)

/** How what is done here is taken back. */
export const topicUndoes = [undoNaming]

export const topicRoutes = [
  route.page('/topics/:topic{[1-9]\\d*}/', 'topics.change', topicPage),
  route.deed({
    path: '/topics/:topic{[1-9]\\d*}/',
    needs: 'topics.change',
    form: namingForm,
    again: againPage,
    async handle(visit, { lang, ...typed }) {
      const { gawai, actor } = visit
      const topic = wanted(visit)
      const wish = { topic, lang, ...wordsOf(typed), by: actor.account }
      const notice = await gawai.write(async (unit) => {
        const before = await changeTopic(unit, gawai.settings, wish)
        const said = { key: 'topics.saved', values: { name: typed.name } }
        return tellDone(unit, actor.account, said, before && undoNaming.step({ topic, ...before }))
      })
      return { to: topicPath(topic), notice }
    },
  }),
]
