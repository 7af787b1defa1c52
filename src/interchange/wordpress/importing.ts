import type { Id } from '#platform/database/tables.ts'
import type { Gawai } from '#platform/gawai.ts'
import { canonicalPath } from '#platform/http/canonical-path.ts'
import { type Language, siteLanguage } from '#platform/settings.ts'
import { addressesFrom, importedFrom } from '../imported.ts'
import type { ContentOptions } from './content.ts'
import type { Surroundings } from './item-content.ts'
import { withoutSlash } from './old-addresses.ts'
import { type ImportFacts, newFacts } from './report.ts'
import type { Scan } from './scan.ts'
import { signersOf } from './signers.ts'
import { languageOf, takeOver } from './take-over.ts'
import { promisedArticles, type PromisedArticles } from './promised-articles.ts'
import { type AllTerms, termsFrom } from './terms.ts'

/** One run of an import: what it reads, what was here before, and what it has come to so far. */
export interface Importing {
  gawai: Gawai
  found: Scan
  lang: Language
  /** The name under which what came from there is remembered. */
  origin: string
  /** Whether the site was empty before it. */
  isFirst: boolean
  /** What came in earlier runs. */
  done: ReadonlyMap<string, Id>
  /** Ids of this run that were read. */
  seen: Set<string>
  promised: PromisedArticles
  terms: AllTerms
  reading: Surroundings
  facts: ImportFacts
}

export async function begin(gawai: Gawai, found: Scan): Promise<Importing> {
  const { site } = found
  const lang = languageOf(site.language) ?? gawai.settings.get(siteLanguage)
  const origin = `wordpress ${nameOf(found)}`
  const done = await importedFrom(gawai, origin, 'article')
  const isFirst = done.size === 0 && (await takeOver(gawai, found, lang))
  const promised = promisedArticles(gawai, found.addresses, done, await importedFrom(gawai, origin, 'promised article'))
  return {
    gawai,
    found,
    lang,
    origin,
    isFirst,
    done,
    seen: new Set(),
    promised,
    terms: termsFrom(found, gawai, lang),
    reading: {
      site,
      lang,
      signers: signersOf(found.authors.values()),
      content: contentOptions(found, promised, await addressesFrom(gawai, origin)),
    },
    facts: newFacts(found),
  }
}

/** A site is the same with and without `www.` and encryption. */
function nameOf({ site }: Scan): string {
  if (!URL.canParse(site.address)) return site.address || site.title
  const { host, pathname } = new URL(site.address)
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`
}

/** @param earlier articles that came in other files of the same site, by their paths */
function contentOptions(
  { addresses, reusable }: Scan,
  promised: PromisedArticles,
  earlier: ReadonlyMap<string, Id>,
): ContentOptions {
  return {
    reusable: (id) => reusable.get(id),
    articleAt(href) {
      const place = addresses.meant(href)
      if (place?.id !== undefined) return promised.pointTo(place.id)
      const path = place && canonicalPath(place.path.replace(/[?#].*$/, ''))
      return path === undefined ? undefined : earlier.get(withoutSlash(path))
    },
    rewriteLink(href) {
      // Files of the old site stay where they are until media are read.
      const place = href.includes('/wp-content/uploads/') ? undefined : addresses.meant(href)
      if (!place) return href
      if (place.articlePath !== undefined) return place.articlePath + place.hash
      const short = /[?&](?:p|page_id)=(\d+)/.exec(place.path)?.[1]
      return short === undefined ? place.path : `/?p=${short}${place.hash}`
    },
  }
}
