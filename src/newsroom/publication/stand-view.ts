import { changesBetween, type DeskArticle, readRevision } from '#articles'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { field } from '../forms/fields-view.ts'
import type { Visit } from '../route.ts'
import { publicationPath } from './deeds.ts'

/** What readers see of an article at this moment, and when that changes by itself. */
export async function standView(visit: Visit, article: DeskArticle): Promise<Html> {
  return html`${article.published ? await publishedView(visit, article, article.published) : unseenView(visit, article)}
  ${dueView(visit, article)}`
}

const unseenView = ({ say, time }: Visit, { withdrawnAt }: DeskArticle): Html =>
  withdrawnAt === undefined
    ? html`<p>${say('publication.isUnseen')}</p>`
    : html`<p>${say('publication.isWithdrawn')} ${timeView(withdrawnAt, time)}</p>`

type Published = NonNullable<DeskArticle['published']>

async function publishedView(visit: Visit, article: DeskArticle, { path, at, revision }: Published): Promise<Html> {
  const { say, time } = visit
  const isSame = revision === article.revision
  return html`<p>
      ${say('publication.isPublished')} ${timeView(at, time)}: <a href="${path}">${say('publication.seeIt')}</a>
    </p>
    ${isSame ? html`<p>${say('publication.noChanges')}</p>` : await changesView(visit, article, revision)}
    <details>
      <summary>${say('publication.withdraw')}</summary>
      <form method="post" action="${publicationPath(article.article)}withdrawal/">
        ${field(visit, { name: 'reason', most: 500, autocomplete: 'off', hint: say('publication.reasonHint') })}
        <p><button>${say('publication.withdraw')}</button></p>
      </form>
    </details>`
}

const partWords = {
  title: 'publication.partTitle',
  slug: 'publication.partSlug',
  summary: 'publication.partSummary',
  dateline: 'publication.partDateline',
  section: 'publication.partSection',
  sections: 'publication.partSections',
  topics: 'publication.partTopics',
  brands: 'publication.partBrands',
  bylines: 'publication.partBylines',
  sources: 'publication.partSources',
  seo: 'publication.partSeo',
} as const

/** What is written and readers do not see yet. */
async function changesView({ say, gawai, lang }: Visit, article: DeskArticle, shown: number): Promise<Html> {
  const before = await readRevision({ tx: gawai.db }, article.article, shown)
  const { parts, blocks } = changesBetween(before, article.content)
  const count = parts.length + blocks
  if (count === 0) return html`<p>${say('publication.noChanges')}</p>`
  const words = [
    ...parts.map((part) => say(partWords[part])),
    ...(blocks > 0 ? [say('publication.partBlocks', { count: blocks })] : []),
  ]
  return html`<p>
    <strong>${say('publication.changes', { count })}</strong>
    (${new Intl.ListFormat(lang, { style: 'long', type: 'conjunction' }).format(words)})
  </p>`
}

function dueView({ say, time }: Visit, { article, due, revision }: DeskArticle): Html {
  if (!due) return nothing
  return html`<p>
      ${say('publication.isDue')}
      ${timeView(due.at, time)}${due.revision === revision ? nothing : html` <span class="quiet">${say('publication.dueIsOlder')}</span>`}
    </p>
    <form method="post" action="${publicationPath(article)}schedule/removal/">
      <button>${say('publication.unschedule')}</button>
    </form>`
}
