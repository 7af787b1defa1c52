import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { type DeviceRole, deviceRoles } from '../tables.ts'
import { linkOf } from './keep-links.ts'
import type { Link } from './links.ts'

/** A device that an article speaks of, as readers see it. */
export interface DeviceOfArticle {
  id: Id
  slug: string
  name: string
  brand: { name: string; slug: string }
  role: DeviceRole
}

const linked = compileOnce<{ article: Id }>()((db, blank) =>
  db
    .selectFrom('article_device')
    .innerJoin('device', 'device.id', 'article_device.device_id')
    .innerJoin('organisation', 'organisation.id', 'device.brand_id')
    .selectAll('article_device')
    .select(['device.slug', 'device.name', 'organisation.name as brand', 'organisation.slug as brand_slug'])
    .where('article_device.article_id', '=', blank.article)
    .orderBy('confidence', 'desc')
    .orderBy('device.id'),
)

/** The devices of an article that readers see: those that it is about before those that it compares and mentions. */
export async function devicesOfArticle({ db }: Pick<Gawai, 'db'>, article: Id): Promise<DeviceOfArticle[]> {
  const rows = await linked(db, { article })
  return rows
    .filter(({ is_shown }) => is_shown === 1)
    .map(deviceIn)
    .toSorted((one, other) => deviceRoles.indexOf(one.role) - deviceRoles.indexOf(other.role))
}

type Row = Awaited<ReturnType<typeof linked>>[number]

const deviceIn = ({ device_id, slug, name, brand, brand_slug, role }: Row): DeviceOfArticle => ({
  id: device_id,
  slug,
  name,
  brand: { name: brand, slug: brand_slug },
  role,
})

/** What was found in an article, for the editor: also what readers do not see, and what the catalogue does not have. */
export interface ArticleMentions {
  devices: (DeviceOfArticle & Pick<Link, 'forms' | 'confidence' | 'isByEditor' | 'isShown'>)[]
  unknown: { words: string; brand?: string }[]
}

export async function mentionsOfArticle({ db }: Pick<Gawai, 'db'>, article: Id): Promise<ArticleMentions> {
  const rows = await linked(db, { article })
  const unknown = await db
    .selectFrom('unknown_device')
    .leftJoin('organisation', 'organisation.id', 'unknown_device.brand_id')
    .select(['words', 'organisation.name as brand'])
    .where('article_id', '=', article)
    .where('settled_at', 'is', null)
    .orderBy('form')
    .execute()
  return {
    devices: rows.map((row) => {
      const { forms, confidence, isByEditor, isShown } = linkOf(row)
      return { ...deviceIn(row), forms, confidence, isByEditor, isShown }
    }),
    unknown: unknown.map(({ words, brand }) => ({ words, ...(brand !== null && { brand }) })),
  }
}
