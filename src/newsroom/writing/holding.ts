import { z } from 'zod'
import { articleAtDesk, holdArticle, releaseArticle } from '#articles'
import { factsAnswer } from '../answer.ts'
import { idIn, ticked } from '../forms/form.ts'
import { route } from '../route.ts'
import { articleRoute, ownedHere } from './article-here.ts'
import { heldFacts } from './keeping-facts.ts'

const tab = z.string().regex(/^[\w-]{8,64}$/)

/** What a script says while somebody has an article open: I am here, I take over, I am gone. */
export const holdingRoutes = [
  route.deed({
    path: `${articleRoute}lock/`,
    needs: 'articles.write',
    on: ownedHere,
    form: z.strictObject({ tab, isTakingOver: ticked }),
    async handle({ gawai, actor, params }, { tab, isTakingOver }) {
      const article = idIn(params, 'article')
      const seat = { person: actor.person, tab }
      const held = await gawai.write((unit) => holdArticle(unit, { article, seat, isTakingOver }))
      // Whoever holds it learns in the same breath whether it says something else by now.
      const { version, revision, savedAt } = await articleAtDesk(gawai, article)
      return factsAnswer(
        { ...heldFacts(actor, held), version, revision, savedAt },
        { status: held.outcome === 'held' ? 423 : 200 },
      )
    },
  }),
  route.deed({
    path: `${articleRoute}lock/release/`,
    needs: 'articles.write',
    on: ownedHere,
    form: z.strictObject({ tab }),
    async handle({ gawai, actor, params }, { tab }) {
      const article = idIn(params, 'article')
      await gawai.write((unit) => releaseArticle(unit, { article, seat: { person: actor.person, tab } }))
      return factsAnswer({ outcome: 'released' })
    },
  }),
]
