import { newArticle } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Language } from '#platform/settings.ts'
import { noteImported } from '../imported.ts'
import type { OldAddresses } from './old-addresses.ts'

/** Ids given before anything is written, so that an article can point to one that comes later. */
export interface PromisedArticles {
  /** The id that the item has here, or will have. */
  idOf(foreign: string): Id
  /** The same, for something that points there. Undefined when no such item is known. */
  pointTo(foreign: string): Id | undefined
  isBegun(foreign: string): boolean
  noteBegun(foreign: string): void
  /** Begins what was pointed to and is not written yet; without words it is nothing to readers. */
  begin(gawai: Gawai, origin: string, lang: Language): Promise<void>
}

/**
 * @param done what earlier runs wrote
 * @param promised what articles of earlier runs point to: another run must give those the same ids
 */
export function promisedArticles(
  { newId }: Pick<Gawai, 'newId'>,
  addresses: Pick<OldAddresses, 'article'>,
  done: ReadonlyMap<string, Id>,
  promised: ReadonlyMap<string, Id>,
): PromisedArticles {
  const given = new Map<string, Id>()
  const begun = new Set(promised.keys())
  const waiting = new Set<string>()
  const idOf = (foreign: string): Id => {
    const id = given.get(foreign) ?? done.get(foreign) ?? promised.get(foreign) ?? newId()
    given.set(foreign, id)
    return id
  }
  return {
    idOf,
    pointTo(foreign) {
      if (done.has(foreign)) return done.get(foreign)
      if (!addresses.article(foreign)) return undefined
      if (!begun.has(foreign)) waiting.add(foreign)
      return idOf(foreign)
    },
    isBegun: (foreign) => begun.has(foreign),
    noteBegun: (foreign) => void begun.add(foreign),
    async begin(gawai, origin, lang) {
      if (waiting.size === 0) return
      await gawai.write(async (unit) => {
        for (const foreign of waiting) await beginOne(unit, foreign, idOf(foreign))
      })
      for (const foreign of waiting) begun.add(foreign)
      waiting.clear()

      async function beginOne(unit: Unit, foreign: string, id: Id): Promise<void> {
        const { type = 'post', guid = '' } = addresses.article(foreign) ?? {}
        await beginArticle(unit, { id, type, guid, lang })
        await noteImported(unit, origin, 'promised article', foreign, id)
      }
    },
  }
}

/** Begins the article that an item will be. */
export async function beginArticle(
  unit: Unit,
  { id, type, guid, lang }: { id: Id; type: string; guid: string; lang: Language },
): Promise<void> {
  await newArticle(unit, { id, kind: type === 'page' ? 'page' : 'article', lang, ...(guid !== '' && { guid }) })
}
