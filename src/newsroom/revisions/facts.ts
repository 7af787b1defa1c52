import { type ComparedFact, compareFacts, type Content, namedSections, writtenOf } from '#articles'
import { type Html, html } from '#platform/html.ts'
import type { Language } from '#platform/settings.ts'
import type { Visit } from '../route.ts'
import { nameOf } from '../sections/section-name.ts'
import { piecesView, thingsView } from './pieces-view.ts'

const factWords = {
  title: 'revisions.title',
  summary: 'revisions.summary',
  section: 'revisions.section',
  sections: 'revisions.sections',
  topics: 'revisions.topics',
  brands: 'revisions.brands',
  source: 'revisions.source',
  via: 'revisions.via',
  writer: 'revisions.byWriter',
  editor: 'revisions.byEditor',
  photo: 'revisions.byPhoto',
  dateline: 'revisions.dateline',
  slug: 'revisions.slug',
  seoTitle: 'revisions.seoTitle',
  seoDescription: 'revisions.seoDescription',
} as const

type FactName = keyof typeof factWords
export type Fact = ComparedFact<FactName>

/** What is said of an article besides its text, and was not said so before: by names, as people know them. */
export async function factsBetween(
  visit: Visit,
  lang: Language,
  { old, now }: { old: Content; now: Content },
): Promise<Fact[]> {
  return compareFacts(await factsOf(visit, lang, old), await factsOf(visit, lang, now))
}

async function factsOf(visit: Visit, lang: Language, content: Content): Promise<Record<FactName, string | string[]>> {
  const {
    title,
    slug = '',
    summary = '',
    dateline = '',
    seo = {},
    ...written
  } = await writtenOf(visit.gawai, lang, content)
  const sections = await namedSections(visit.gawai)
  const named = (ids: readonly number[]) =>
    sections.filter(({ id }) => ids.includes(id)).map((section) => nameOf(visit, section))
  const said = (sources: typeof written.source) =>
    sources.map(({ name, url }) => (url === undefined ? name : `${name} (${url})`))
  return {
    title,
    summary,
    section: named(written.section === undefined ? [] : [written.section]),
    sections: named(written.sections ?? []),
    topics: [...written.topics],
    brands: [...written.brands],
    source: said(written.source),
    via: said(written.via),
    writer: [...written.writer],
    editor: [...written.editor],
    photo: [...written.photo],
    dateline,
    slug,
    seoTitle: seo.title ?? '',
    seoDescription: seo.description ?? '',
  }
}

/** What they are called in a sentence. */
export const factNames = ({ say }: Visit, facts: readonly Fact[]): string[] =>
  facts.map(({ of }) => say(factWords[of]).toLowerCase())

export const factsView = (visit: Visit, facts: readonly Fact[]): Html =>
  html`<dl class="facts">
    ${facts.map(
      ({ of, pieces, isList }) =>
        html`<div>
          <dt>${visit.say(factWords[of])}</dt>
          <dd>${isList ? thingsView(pieces) : piecesView(pieces)}</dd>
        </div> `,
    )}
  </dl>`
