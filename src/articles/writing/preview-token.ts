import { timingSafeEqual } from 'node:crypto'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { siteKey } from '#platform/site-key.ts'
import { goodLinks, type PreviewLink } from './preview-link.ts'

/** What stands in the address of a link: nobody can make one, or a longer one, who does not have the site's key. */
export async function previewToken({ storage }: Pick<Gawai, 'storage'>, { id, until }: PreviewLink): Promise<string> {
  const facts = `${id.toString(36)}-${until.toString(36)}`
  return `${facts}-${await macOf(storage, facts)}`
}

export type PreviewAnswer =
  | { outcome: 'good'; article: Id; until: Instant }
  | { outcome: 'expired' | 'ended' | 'unknown' }

/** What a token is good for. Only who was given a real one learns more than that there is nothing. */
export async function openPreviewToken(
  { db, storage, clock }: Pick<Gawai, 'db' | 'storage' | 'clock'>,
  token: string,
): Promise<PreviewAnswer> {
  const [, facts, id, until, mac] = /^(([0-9a-z]{1,11})-([0-9a-z]{1,11}))-([\w-]{43})$/.exec(token) ?? []
  if (facts === undefined || mac === undefined || !isSame(mac, await macOf(storage, facts)))
    return { outcome: 'unknown' }
  if (Number.parseInt(until ?? '', 36) <= clock.now()) return { outcome: 'expired' }
  const row = await goodLinks(db, clock.now())
    .select(['article_id', 'until'])
    .where('preview_link.id', '=', Number.parseInt(id ?? '', 36))
    .executeTakeFirst()
  return row ? { outcome: 'good', article: row.article_id, until: row.until } : { outcome: 'ended' }
}

const macOf = async (storage: Gawai['storage'], facts: string): Promise<string> =>
  (await siteKey(storage, 'preview links')).mac(facts)

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
