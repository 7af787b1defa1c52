import { articleAtDesk, namedSections, topicInEach } from '#articles'
import { devicesById } from '#devices'
import { findPicture, type Folder, folderTree } from '#media'
import { findOrganisation } from '#organisations'
import { findAccount } from '#people'
import type { Id } from '#platform/database/tables.ts'
import { NotFound } from '#platform/refusals.ts'
import { languages } from '#platform/settings.ts'
import { devicePath } from './devices/paths.ts'
import { libraryPath, picturePath } from './media/paths.ts'
import { organisationPath } from './organisations/organisations.ts'
import { personPath } from './people/paths.ts'
import type { Visit } from './route.ts'
import { nameOf, sectionPath } from './sections/section-name.ts'
import { topicPath } from './topics/topics.ts'
import { sheetPath } from './writing/article-here.ts'

/** What something is called today, and the page of the newsroom that it has. */
export interface Thing {
  name: string
  path: string
}

type Finder = (visit: Visit, id: Id) => Promise<Thing | undefined>

/** By the word before the number of an object: `topic:17`. */
const finders: Readonly<Record<string, Finder>> = {
  account: async ({ gawai }, id) => {
    const account = await unlessGone(findAccount(gawai, id))
    return account && { name: account.name, path: personPath(id) }
  },
  picture: async ({ gawai }, id) => {
    const picture = await findPicture(gawai, id)
    return picture && { name: picture.name, path: picturePath(id) }
  },
  folder: async ({ gawai }, id) => {
    const folder = flat(await folderTree(gawai)).find((one) => one.id === id)
    return folder && { name: folder.name, path: libraryPath({ folder: id }) }
  },
  section: async (visit, id) => {
    const section = (await namedSections(visit.gawai)).find((one) => one.id === id)
    return section && { name: nameOf(visit, section), path: sectionPath(id) }
  },
  article: async ({ gawai, say }, id) => {
    const article = await unlessGone(articleAtDesk(gawai, id))
    return article && { name: article.content.title || say('writing.untitled'), path: sheetPath(id) }
  },
  topic: async ({ gawai, lang }, id) => {
    const topic = await topicInEach(gawai, id)
    const named = [lang, ...languages].map((one) => topic?.names[one]).find((one) => one !== undefined)
    return named && { name: named.name, path: topicPath(id) }
  },
  organisation: async ({ gawai }, id) => {
    const organisation = await unlessGone(findOrganisation(gawai, id))
    return organisation && { name: organisation.name, path: organisationPath(id) }
  },
  device: async ({ gawai }, id) => {
    const [device] = await devicesById(gawai, [id])
    return device && { name: device.name, path: devicePath(id) }
  },
}

/** @param object `topic:17` @returns undefined when it has no number, is gone, or has no page */
function findThing(visit: Visit, object: string): Promise<Thing | undefined> {
  const [, kind = '', id = ''] = /^([a-z]+):([1-9]\d{0,14})$/.exec(object) ?? []
  return finders[kind]?.(visit, Number(id)) ?? Promise.resolve(undefined)
}

/** Asks once for each. */
export async function thingsOf(visit: Visit, objects: Iterable<string>): Promise<ReadonlyMap<string, Thing>> {
  const found = await Promise.all(
    [...new Set(objects)].map(async (object) => [object, await findThing(visit, object)] as const),
  )
  return new Map(found.flatMap(([object, thing]) => (thing ? [[object, thing] as const] : [])))
}

const flat = (folders: readonly Folder[]): Folder[] => folders.flatMap((folder) => [folder, ...flat(folder.inside)])

async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}
