import { z } from 'zod'
import { answeredSchema, answerInNewsroom, mentionsOfArticle, undoAnswerInNewsroom } from '#devices'
import { must } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { idIn, idField, line } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import { type Page, route, type Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { articleHere, articleRoute, sheetPath } from '../writing/article-here.ts'
import { articleNav } from '../writing/article-nav.ts'
import { devicePath, devicesRoom, editorOf } from './paths.ts'

type Found = Awaited<ReturnType<typeof mentionsOfArticle>>

/** Which devices were found in an article: an editor says yes or no, and the program learns from it. */
async function mentionsPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const article = await articleHere(visit)
  const { devices, unknown } = await mentionsOfArticle(gawai, article.article)
  return {
    title: article.content.title || say('writing.untitled'),
    lead: say('devicesDesk.mentionsWords'),
    room: '/newsroom/articles/',
    body: html`${articleNav(visit, article, 'devices/')}
    ${devices.length === 0 ? html`<p>${say('devicesDesk.noMentions')}</p>` : nothing}
    ${devices.map((device) => mentionView(visit, article.article, device))} ${unknownView(visit, unknown)}`,
  }
}

function mentionView({ say }: Visit, article: number, device: Found['devices'][number]): Html {
  const { id, brand, name, forms, confidence, isByEditor, isShown } = device
  const sure = isByEditor ? say('devicesDesk.byEditor') : say('devicesDesk.confidence', { confidence })
  return html`<section>
    <h2><a href="${devicePath(id)}">${brand.name} ${name}</a></h2>
    <p class="quiet">${say(isShown ? 'devicesDesk.isShown' : 'devicesDesk.isHidden')} · ${sure}</p>
    ${forms.map(
      (words) =>
        html`<form method="post" action="${sheetPath(article)}devices/">
          <input type="hidden" name="device" value="${id}" /><input type="hidden" name="words" value="${words}" />
          <p>
            ${say('devicesDesk.saysWords', { words })}
            <button name="answer" value="yes">${say('devicesDesk.yes')}</button>
            <button name="answer" value="no">${say('devicesDesk.no')}</button>
          </p>
        </form> `,
    )}
  </section> `
}

const unknownView = ({ say }: Visit, unknown: Found['unknown']): Html =>
  unknown.length === 0
    ? html``
    : html`<section>
        <h2><a href="${devicesRoom}unknown/">${say('devicesDesk.unknown')}</a></h2>
        <ul>
          ${unknown.map(({ words, brand }) => html`<li>${brand === undefined ? words : `${brand} ${words}`}</li> `)}
        </ul>
      </section>`

const undoAnswering = undoing('article.device-answered', answeredSchema, async (unit, answered, actor) => {
  must(actor, 'devices.change')
  await undoAnswerInNewsroom(unit, { answered, by: editorOf(actor) })
})

export const mentionUndoes = [undoAnswering]

export const mentionRoutes = [
  route.page(`${articleRoute}devices/`, 'devices.see', mentionsPage),
  route.deed({
    path: `${articleRoute}devices/`,
    needs: 'devices.change',
    form: z.strictObject({ device: idField, words: line(200), answer: z.enum(['yes', 'no']) }),
    async handle({ gawai, actor, params }, { device, words, answer }) {
      const article = idIn(params, 'article')
      const notice = await gawai.write(async (unit) => {
        const isRight = answer === 'yes'
        const answered = await answerInNewsroom(unit, { article, words, device, isRight, by: editorOf(actor) })
        const told = { key: isRight ? 'devicesDesk.confirmed' : 'devicesDesk.denied', values: { words } }
        return tellDone(unit, actor.account, told, undoAnswering.step(answered))
      })
      return { to: `${sheetPath(article)}devices/`, notice }
    },
  }),
]
