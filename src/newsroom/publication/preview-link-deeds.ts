import { z } from 'zod'
import { endPreviewLink, makePreviewLink, restorePreviewLink } from '#articles'
import { record } from '#people'
import type { Unit } from '#platform/database/unit.ts'
import { idIn } from '../forms/form.ts'
import { tellDone } from '../notice.ts'
import type { Onward, Visit } from '../route.ts'
import { undoing } from '../undo.ts'
import { mustTo, sheetPath } from '../writing/article-here.ts'

export const below = 'preview-links/'
export const linksPath = (article: number): string => `${sheetPath(article)}${below}`

export const lasting = ['hour', 'day', 'week'] as const

/** Makes a link. */
export async function make({ gawai, actor, params }: Visit, lasts: (typeof lasting)[number]): Promise<Onward> {
  const article = idIn(params, 'article')
  const notice = await gawai.write(async (unit) => {
    const { id } = await makePreviewLink(unit, { article, by: actor.person, lasts })
    await recordLink(unit, { action: 'preview.made', by: actor.account, article: article })
    const undo = undoMaking.step({ article, link: id })
    return tellDone(unit, actor.account, { key: 'previewLinks.wasMade' }, undo)
  })
  return { to: linksPath(article), notice }
}

/** Ends one. */
export async function end({ gawai, actor, params }: Visit): Promise<Onward> {
  const [article, link] = [idIn(params, 'article'), idIn(params, 'link')]
  const notice = await gawai.write(async (unit) => {
    const ended = await endPreviewLink(unit, { article, link })
    await recordLink(unit, { action: 'preview.ended', by: actor.account, article: article })
    const undo = undoEnding.step({ article, ended })
    return tellDone(unit, actor.account, { key: 'previewLinks.wasEnded' }, undo)
  })
  return { to: linksPath(article), notice }
}

const recordLink = (unit: Unit, { article, ...deed }: { action: string; by: number; article: number }) =>
  record(unit, { ...deed, object: `article:${article}` })

const ended = z.object({ id: z.number(), until: z.number(), madeAt: z.number(), madeBy: z.number() })

const undoMaking = undoing(
  'previewLink.making',
  z.object({ article: z.number(), link: z.number() }),
  async (unit, payload, actor) => {
    await mustTo(unit, actor, 'articles.write', payload.article)
    await endPreviewLink(unit, payload)
    await recordLink(unit, { action: 'preview.ended', by: actor.account, article: payload.article })
  },
)
const undoEnding = undoing(
  'previewLink.ending',
  z.object({ article: z.number(), ended }),
  async (unit, payload, actor) => {
    const { article } = payload
    await mustTo(unit, actor, 'articles.write', article)
    await restorePreviewLink(unit, { article, ...payload.ended })
    await recordLink(unit, { action: 'preview.made', by: actor.account, article: article })
  },
)

/** How what is done here is taken back. */
export const previewLinkUndoes = [undoMaking, undoEnding]
