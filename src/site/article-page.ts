import {
  articleSubject,
  embedsOf,
  frameHosts,
  latest,
  latestSubject,
  type PublishedArticle,
  type Segment,
  viewDocument,
} from '#articles'
import { headlineList } from '#look/cards.ts'
import { type Html, html } from '#platform/html.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import type { Edition } from './edition.ts'
import { deviceBox } from './devices/device-box.ts'
import { withDateline } from './dateline.ts'
import { framed, headOf } from './frame.ts'
import { markdownPath } from './markdown-page.ts'
import { shareCardPath, shareCardSize } from './share-card.ts'
import { nextBirthday, storyFoot, storyHead } from './story.ts'
import { articleData } from './structured-data/pages.ts'

const inRail = 8

/** An article or a standing page, as its readers see it. */
export async function articlePage(own: Edition, article: PublishedArticle): Promise<PagePlan> {
  const subject = articleSubject(article.id)
  const part = (view: string, body: Html): Part => ({ subject, view, render: () => ({ body, until }) })
  const until = nextBirthday(article, own.gawai.clock.now())
  const core = story(own, article).map((segment, index) =>
    'subject' in segment ? segment : part(`text ${index}`, segment),
  )
  return {
    subject,
    status: 200,
    headers: framePolicy(article),
    // No fragment closes what another opens: something may come to stand between any two of them.
    parts: framed(own, part('head', articleHead(own, article)), [
      ...core,
      ...(await deviceBox(own, article.id)),
      latestRail(own),
    ]),
  }
}

/** From headline to sign-off, in as few stretches as the live blocks in it allow: each is compressed by itself. */
export function story(own: Edition, article: PublishedArticle): Segment[] {
  const text = viewDocument(withDateline(article), {
    say: own.say,
    references: article.references,
    origin: own.gawai.origin,
  })
  const open = html`<article class="story" lang="${article.lang}">${storyHead(own, article)}`
  const close = html`${storyFoot(own, article)}</article>`
  return joinStretches([open, ...text, close])
}

function joinStretches(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const last = joined.at(-1)
    if (last === undefined || 'subject' in last || 'subject' in segment) joined.push(segment)
    else joined[joined.length - 1] = html`${last}${segment}`
  }
  return joined
}

function articleHead(own: Edition, article: PublishedArticle): Html {
  const { partner, seo } = article
  const structured = articleData(own, article)
  return headOf(own, {
    title: seo?.title ?? article.title,
    description: seo?.description ?? article.description,
    canonical: own.absolute(article.path),
    type: article.kind === 'article' ? 'article' : 'website',
    image: { src: own.absolute(shareCardPath(own.gawai, article)), alt: article.title, ...shareCardSize },
    twin: own.absolute(markdownPath(article.path)),
    ...(structured && { structured }),
    ...(partner && {
      alternates: [
        { lang: article.lang, href: own.absolute(article.path) },
        { lang: partner.lang, href: own.absolute(partner.path) },
      ],
    }),
  })
}

/** Frames are allowed only where a click can load one. */
export function framePolicy({ document }: Pick<PublishedArticle, 'document'>): Record<string, string> {
  const hosts = frameHosts(embedsOf(document))
  const policy = securityHeaders['content-security-policy'] ?? ''
  return hosts.length > 0 ? { 'content-security-policy': `${policy}; frame-src ${hosts.join(' ')}` } : {}
}

/** Shared by all articles of a language: a publication renders it once. */
function latestRail({ gawai, lang, say, time, paths }: Edition): Part {
  return {
    subject: latestSubject(lang),
    view: 'rail',
    render: async () => {
      const { items } = await latest(gawai, { lang, limit: inRail })
      return {
        body: html`<aside class="rail" aria-label="${say('list.latest')}">
          <h2><a href="${paths.latest}">${say('list.latest')}</a></h2>
          ${headlineList(items, time)}
        </aside> `,
      }
    },
  }
}
