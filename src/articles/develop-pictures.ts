import { z } from 'zod'
import { makeRenditions } from '#media'
import type { Gawai } from '#platform/gawai.ts'
import { picturesOf } from './document/index.ts'
import { publishedArticle } from './published-article.ts'

const aMinute = 60_000
const jobKind = 'develop-pictures'
const payloadSchema = z.object({ article: z.number() })

/**
 * Makes the pictures of a published article in every width and format that its page may ask for. A minute later: its
 * first readers do not share the processor with that, and what they ask for is made for them at once.
 */
export function developPictures(gawai: Gawai): void {
  gawai.reactions.on('article.published', jobKind, ({ article }) =>
    gawai.write((unit) =>
      gawai.jobs.add(unit, {
        kind: jobKind,
        payload: { article },
        due: unit.now + aMinute,
        uniqueKey: `${jobKind}:${article}`,
      }),
    ),
  )
  gawai.jobs.handle(jobKind, async (payload) => {
    const article = await publishedArticle(gawai, payloadSchema.parse(payload).article)
    if (article) await makeRenditions(gawai, picturesOf(article.document))
  })
}
