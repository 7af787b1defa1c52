import { z } from 'zod'
import { mergeTopics, splitTopics, topicInEach, topicMergeSchema } from '#articles'
import { must } from '#people'
import { html } from '#platform/html.ts'
import { Invalid } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { idField, several } from '../forms/form.ts'
import { nameIn } from '../forms/naming.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { topicPath, topicsRoom } from './topics.ts'

const mostAtOnce = 50
const ids = several(idField)

/** Which of the topics that were ticked stays. */
async function mergingPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const asked = [...new Set(ids.catch([]).parse(visit.url.searchParams.getAll('topic')))].slice(0, mostAtOnce)
  const topics = []
  for (const id of asked) {
    const topic = await topicInEach(gawai, id)
    const name = topic && nameIn(visit, topic.names)
    const paths = topic && languages.flatMap((one) => topic.names[one]?.path ?? [])
    if (topic?.mergedInto === undefined && name) topics.push({ id, name, paths: paths?.join(' · ') })
  }
  if (topics.length < 2)
    return {
      title: say('topics.merge'),
      room: topicsRoom,
      body: html`<p>${say('topics.tickTwo')}</p>
        <p class="on"><a href="${topicsRoom}">${say('topics.title')}</a></p>`,
    }
  return {
    title: say('topics.merge'),
    lead: say('topics.mergeWords'),
    room: topicsRoom,
    body: html`<form method="post" action="${topicsRoom}merging/">
      <fieldset>
        <legend>${say('topics.stays')}</legend>
        <ul class="boxes">
          ${topics.map(
            ({ id, name, paths }) =>
              html`<li>
                <input type="hidden" name="topic" value="${id}" />
                <label
                  ><input type="radio" name="into" value="${id}" required /> ${name}
                  <span class="quiet">${paths}</span></label
                >
              </li> `,
          )}
        </ul>
      </fieldset>
      <p><button>${say('topics.merge')}</button></p>
    </form>`,
  }
}

const undoMerging = undoing('topics.merged', z.array(topicMergeSchema), async (unit, merges, actor) => {
  must(actor, 'topics.change')
  await splitTopics(unit, { merges, by: actor.account })
})

/** How a merge is taken back, where that is possible exactly. */
export const topicMergingUndoes = [undoMerging]

export const topicMergingRoutes = [
  route.page('/topics/merging/', 'topics.change', mergingPage),
  route.deed({
    path: '/topics/merging/',
    needs: 'topics.change',
    form: z.strictObject({ topic: ids, into: idField }),
    async handle({ gawai, actor }, { topic, into }) {
      const topics = [...new Set(topic)].filter((id) => id !== into)
      if (topics.length === 0 || topics.length > mostAtOnce)
        throw new Invalid('Choose two topics or more', { key: 'topics.tickTwo' })
      const notice = await gawai.write(async (unit) => {
        const merges = await mergeTopics(unit, gawai, { topics, into, by: actor.account })
        const said = { key: merges ? 'topics.merged' : 'topics.mergedForGood', values: { count: topics.length } }
        return tellDone(unit, actor.account, said, merges && undoMerging.step(merges))
      })
      return { to: topicPath(into), notice }
    },
  }),
]
