import { z } from 'zod'
import { keepTypedText, readTypedText } from '#articles'
import { factsAnswer } from '../answer.ts'
import { route } from '../route.ts'
import { articleRoute, ownedHere } from './article-here.ts'
import { longestMarkdown, mostBytes } from './saving.ts'

/** What somebody pasted on a sheet, as blocks: Markdown is read everywhere as one dialect. */
export const readingRoutes = [
  route.deed({
    path: `${articleRoute}markdown/`,
    needs: 'articles.write',
    on: ownedHere,
    mostBytes,
    form: z.strictObject({ text: z.string().max(longestMarkdown) }),
    async handle({ gawai }, { text }) {
      const typed = await readTypedText(gawai, text)
      const document =
        typed.said.length === 0 ? typed.document : await gawai.write((unit) => keepTypedText(unit, typed))
      return factsAnswer(document)
    },
  }),
]
