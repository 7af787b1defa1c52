import {
  newArticle,
  permalinkPattern,
  publishRevision,
  redirectPath,
  revise,
  scheduleRevision,
  sectionBase,
  topicBase,
} from '#articles'
import { initialsOf } from '#people'
import { crashPoint } from '#platform/crash-point.ts'
import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { Refusal } from '#platform/refusals.ts'
import { type Language, siteDescription, siteLanguage, siteName, siteZone } from '#platform/settings.ts'
import { importedFrom, keepMeta, noteImported } from '../imported.ts'
import { placeItem, type ReadItem, readItem } from './item-content.ts'
import { fateOf, modifiedAt, otherMeta, publishedAt } from './item-facts.ts'
import { decoded, permalinkForm } from './permalinks.ts'
import { readWxr } from './read-wxr.ts'
import { type ImportFacts, type ImportReport, reportOf } from './report.ts'
import { isArticle, pathOf, scan, type Scan } from './scan.ts'
import { type KnownTerms, termsOf } from './terms.ts'
import type { WxrItem } from './wxr.ts'

/** So many articles go into one write: enough to share a sync, few enough that other writers do not wait. */
const atOnce = 50

/**
 * Reads a WordPress export into the site: authors, categories, tags, posts and pages, at their old addresses, public
 * only what was public. The file is read twice: first to refuse a broken one before anything is written, then to write.
 * What came in an earlier run of the same export is left alone, so a run that was cut off is finished by another.
 *
 * @throws Invalid when the file is no whole export
 */
export async function importWordPress(gawai: Gawai, file: string): Promise<ImportReport> {
  const found = await scan(file)
  const importing = await begin(gawai, found)
  let batch: ReadItem[] = []
  for await (const record of readWxr(file)) {
    if (record.kind !== 'item') continue
    if (!isArticle(record.item)) continue
    if (importing.done.has(record.item.id)) importing.facts.unchanged += 1
    else batch.push(readItem(record.item, importing))
    if (batch.length >= atOnce) {
      await writeBatch(importing, batch)
      batch = []
    }
  }
  await writeBatch(importing, batch)
  await writeTerms(importing)
  return reportOf(importing.facts)
}

interface Importing {
  gawai: Gawai
  found: Scan
  site: Scan['site']
  lang: Language
  origin: string
  done: ReadonlyMap<string, Id>
  /** Ids here, given before anything is written, so that an article can point to one that comes later. */
  ids: ReadonlyMap<string, Id>
  articleAt(path: string): Id | undefined
  known: KnownTerms
  facts: ImportFacts
}

async function begin(gawai: Gawai, found: Scan): Promise<Importing> {
  const { site } = found
  const lang = languageOf(site.language) ?? gawai.settings.get(siteLanguage)
  const origin = `wordpress ${site.address || site.title}`
  const done = await importedFrom(gawai, origin, 'article')
  if (done.size === 0) await takeOver(gawai, found, lang)
  const ids = new Map([...found.paths.values()].map((id): [string, Id] => [id, done.get(id) ?? gawai.newId()]))
  const byPath = new Map(
    [...found.paths].map(([path, id]): [string, Id | undefined] => [canonicalPath(path) ?? path, ids.get(id)]),
  )
  const { author: _, category: __, tag: ___, ...kinds } = found.counts
  const { post, page, ...left } = kinds
  return {
    gawai,
    found,
    site,
    lang,
    origin,
    done,
    ids,
    articleAt: (path) => byPath.get(canonicalPath(path.replace(/[?#].*$/, '')) ?? path),
    known: { sections: new Map(), topics: new Map(), people: new Map() },
    facts: beginFacts(found, left),
  }
}

function beginFacts(found: Scan, left: Record<string, number>): ImportFacts {
  const broken = found.brokenBytesAt
  return {
    read: found.counts,
    imported: {},
    fates: { public: 0, scheduled: 0, draft: 0 },
    unchanged: 0,
    refused: found.closed.map(({ id, title, attachment }) => ({
      id,
      title,
      why: `its file will never be fetched: ${attachment} is no public web address`,
    })),
    left: withoutNothing(left),
    notes:
      broken === undefined
        ? []
        : [
            {
              id: '-',
              title: 'the file',
              why: `the bytes at ${broken} are no text in its encoding; such characters became \ufffd`,
            },
          ],
  }
}

/** A site that holds nothing yet takes the old one's name, language and form of addresses. */
async function takeOver(gawai: Gawai, found: Scan, lang: Language): Promise<void> {
  const { settings } = gawai
  const isEmpty = (await gawai.db.selectFrom('article').select('id').limit(1).execute()).length === 0
  if (!isEmpty) return
  const form = permalinkForm(found)
  await gawai.write(async (unit) => {
    await settings.set(unit, siteLanguage, lang)
    if (found.site.title.trim() !== '') await settings.set(unit, siteName, found.site.title.trim().slice(0, 80))
    await settings.set(unit, siteDescription, found.site.description.trim().slice(0, 300))
    if (form !== undefined && permalinkPattern.schema.safeParse(form).success)
      await settings.set(unit, permalinkPattern, form)
    await settings.set(unit, sectionBase[lang], 'category')
    await settings.set(unit, topicBase[lang], 'tag')
  })
  await settings.reload()
}

/** One write for all; when one of them is refused, one write for each, so that only that one is. */
async function writeBatch(importing: Importing, batch: readonly ReadItem[]): Promise<void> {
  if (batch.length === 0) return
  crashPoint('import.batch')
  try {
    await importing.gawai.write((unit) => writeItems(importing, unit, batch))
    for (const read of batch) noteDone(importing, read)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    forgetTerms(importing)
    for (const read of batch) await writeAlone(importing, read)
  }
}

async function writeAlone(importing: Importing, read: ReadItem): Promise<void> {
  try {
    await importing.gawai.write((unit) => writeItems(importing, unit, [read]))
    noteDone(importing, read)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    forgetTerms(importing)
    importing.facts.refused.push({ id: read.item.id, title: read.content.title, why: error.message })
  }
}

/** Ids of terms that a failed write made are ids of nothing. */
function forgetTerms({ known }: Importing): void {
  for (const ids of [known.sections, known.topics, known.people]) ids.clear()
}

function noteDone(importing: Importing, { item, content, notUnderstood }: ReadItem): void {
  const { facts } = importing
  const fate = fateHere(importing, item, importing.gawai.clock.now())
  facts.fates[fate.is] += 1
  if (fate.is === 'draft' && fate.why !== undefined)
    facts.notes.push({ id: item.id, title: content.title, why: `it stays a draft: ${fate.why}` })
  facts.imported[item.type] = (facts.imported[item.type] ?? 0) + 1
  facts.notes.push(...notUnderstood.map((why) => ({ id: item.id, title: content.title, why })))
}

async function writeItems(importing: Importing, unit: Unit, batch: readonly ReadItem[]): Promise<void> {
  for (const read of batch) await writeItem(importing, unit, read)
}

async function writeItem(importing: Importing, unit: Unit, read: ReadItem): Promise<void> {
  const { gawai, found, lang, origin, known } = importing
  const { item } = read
  const terms = termsOf(unit, gawai, found, lang, known)
  const people = [...found.authors.values()]
  const byInitials = async (initials: string) => {
    const author = people.find(({ name }) => initialsOf(name) === initials)
    return author && terms.person(author.login)
  }
  const content = await placeItem(read, terms, byInitials)
  const id = await newArticle(unit, {
    id: importing.ids.get(item.id) ?? unit.newId(),
    kind: item.type === 'page' ? 'page' : 'article',
    lang,
    ...(item.guid !== '' && { guid: item.guid }),
  })
  const revision = await revise(unit, id, content)
  await noteImported(unit, origin, 'article', item.id, id)
  await keepMeta(unit, id, otherMeta(item))
  await applyFate(importing, unit, read, id, revision)
}

const fateHere = ({ gawai }: Importing, item: WxrItem, now: Instant) => fateOf(item, now, gawai.settings.get(siteZone))

async function applyFate(
  importing: Importing,
  unit: Unit,
  { item }: ReadItem,
  article: Id,
  revision: Id,
): Promise<void> {
  const { gawai, lang } = importing
  const fate = fateHere(importing, item, unit.now)
  if (fate.is === 'scheduled') return scheduleRevision(unit, gawai, { article, revision, due: fate.due })
  if (fate.is === 'draft') return undefined
  const zone = gawai.settings.get(siteZone)
  const link = pathOf(item.link)
  const path = link === undefined ? undefined : canonicalPath(link)
  const at = publishedAt(item, zone)
  const modified = modifiedAt(item)
  await publishRevision(unit, gawai.settings, {
    article,
    revision,
    ...(at !== undefined && { at }),
    ...(modified !== undefined && { modifiedAt: modified }),
    ...(path !== undefined && { path }),
  })
  // Short links and the ids in old feeds have this form whatever the addresses are.
  await redirectPath(unit, { kind: 'article', target: article, lang }, `/?p=${item.id}`)
  if (path !== undefined) await layOldPaths(unit, item.meta, path, { kind: 'article', target: article, lang })
}

/** Slugs that the article had before lead to it still. */
async function layOldPaths(
  unit: Unit,
  meta: readonly { key: string; value: string }[],
  path: string,
  place: Parameters<typeof redirectPath>[1],
): Promise<void> {
  for (const { key, value } of meta) {
    if (key !== '_wp_old_slug' || value === '') continue
    const old = canonicalPath(path.replace(/[^/]+(\/?)$/, `${encodeURIComponent(decoded(value))}$1`))
    if (old !== undefined && old !== path) await redirectPath(unit, place, old)
  }
}

/** Categories, tags and authors that no item names are still the site's. */
async function writeTerms(importing: Importing): Promise<void> {
  const { gawai, found, lang, known, facts } = importing
  for (const each of chunks(
    [
      ...found.categories.map((term) => ({ is: 'category', term }) as const),
      ...found.tags.map((term) => ({ is: 'tag', term }) as const),
    ],
    200,
  )) {
    await gawai.write(async (unit) => {
      const terms = termsOf(unit, gawai, found, lang, known)
      for (const { is, term } of each)
        await (is === 'category' ? terms.section(term.slug, term.name) : terms.topic(term.slug, term.name))
    })
  }
  await gawai.write(async (unit) => {
    const terms = termsOf(unit, gawai, found, lang, known)
    for (const login of found.authors.keys()) await terms.person(login)
  })
  facts.imported['category'] = found.categories.length
  facts.imported['tag'] = found.tags.length
  facts.imported['author'] = found.authors.size
}

function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

const languageOf = (tag: string): Language | undefined =>
  /^id\b|^in\b/i.test(tag.trim()) ? 'id' : /^en\b/i.test(tag.trim()) ? 'en' : undefined

const withoutNothing = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
