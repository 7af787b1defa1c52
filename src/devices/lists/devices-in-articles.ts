import { listedColumns, type ListedArticle, listedOf, publicationsOf } from '#articles'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import '../tables.ts'
import type { DeviceRole } from '../tables.ts'
import { type ListedDevice, listedColumns as deviceColumns, listedOf as devicesOf, standing } from './listed-device.ts'

const articles = compileOnce<{ device: Id; lang: Language; limit: number }>()((db, blank) =>
  publicationsOf(db)
    .innerJoin('article_device', 'article_device.article_id', 'publication.article_id')
    .select(listedColumns)
    .where('article_device.device_id', '=', blank.device)
    .where('article_device.is_shown', '=', 1)
    .where('publication.lang', '=', blank.lang)
    .where('publication.kind', '=', 'article')
    .orderBy('publication.published_at', 'desc')
    .orderBy('publication.article_id', 'desc')
    .limit(blank.limit),
)

/** The newest articles that speak of a device. */
export const articlesOfDevice = async (
  { db }: Pick<Gawai, 'db'>,
  device: Id,
  wanted: { lang: Language; limit: number },
): Promise<ListedArticle[]> => (await articles(db, { device, ...wanted })).map(listedOf)

const named = compileOnce<{ article: Id; limit: number }>()((db, blank) =>
  standing(db)
    .innerJoin('article_device', 'article_device.device_id', 'device.id')
    .select(['device.id', 'article_device.role'])
    .where('article_device.article_id', '=', blank.article)
    .where('is_shown', '=', 1)
    .orderBy('is_by_editor', 'desc')
    .orderBy('confidence', 'desc')
    .orderBy('device.id')
    .limit(blank.limit),
)

const order: readonly DeviceRole[] = ['subject', 'compared', 'mention']

/** Which devices readers see beside an article: what it is about first. */
export async function devicesOfArticle({ db }: Pick<Gawai, 'db'>, article: Id, limit: number): Promise<Id[]> {
  const rows = await named(db, { article, limit: mostNamed })
  return rows
    .toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role))
    .slice(0, limit)
    .map(({ id }) => id)
}

/** An article names hardly more. */
const mostNamed = 50

const byId = compileOnce<{ id: Id }>()((db, blank) =>
  standing(db).select(deviceColumns).where('device.id', '=', blank.id),
)

/** One device as a list shows it. */
export async function listedDevice({ db }: Pick<Gawai, 'db'>, id: Id): Promise<ListedDevice | undefined> {
  return (await devicesOf(db, await byId(db, { id })))[0]
}
