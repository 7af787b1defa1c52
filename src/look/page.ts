import { type Html, html, nothing } from '#platform/html.ts'
import type { Say } from '#platform/i18n.ts'

/** What stands in a page's head. */
export interface HeadFacts {
  lang: string
  title: string
  site: string
  description: string
  /** Whole address of the page; none for pages that are nobody's address. */
  canonical?: string
  /** The same page in other languages, with whole addresses. */
  alternates?: readonly { lang: string; href: string }[]
  feed?: { href: string; title: string }
  type?: 'article' | 'website'
  isNoIndex?: boolean
  /** What the page says of itself to search engines. */
  structured?: Html
  style: string
  script: string
}

/** From the doctype to the open body. */
export function head(facts: HeadFacts): Html {
  const { lang, title, site, description, canonical, alternates = [], feed } = facts
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === site ? site : `${title} – ${site}`}</title>
        <link rel="stylesheet" href="${facts.style}" />
        <script type="module" src="${facts.script}"></script>
        ${description === '' ? nothing : html`<meta name="description" content="${description}" /><meta property="og:description" content="${description}" />`}
        ${facts.isNoIndex ? html`<meta name="robots" content="noindex" />` : nothing}
        ${canonical === undefined ? nothing : html`<link rel="canonical" href="${canonical}" /><meta property="og:url" content="${canonical}" />`}
        <meta property="og:title" content="${title}" />
        <meta property="og:site_name" content="${site}" />
        <meta property="og:type" content="${facts.type ?? 'website'}" />
        ${alternates.map((alternate) => html`<link rel="alternate" hreflang="${alternate.lang}" href="${alternate.href}" />`)}
        ${feed ? html`<link rel="alternate" type="application/rss+xml" href="${feed.href}" title="${feed.title}" /><link rel="alternate" type="application/feed+json" href="${feed.href}json/" title="${feed.title}" />` : nothing}
        ${facts.structured ?? nothing}
      </head>
      <body>
     `
}

export interface ShellFacts {
  say: Say
  site: string
  home: string
  sections: readonly { name: string; path: string }[]
  latest: string
  feed: string
  /** The home page in the other language. */
  other?: { lang: string; href: string }
}

/** Everything above the page's own matter: the name of the site and its sections. */
export function shellTop({ say, site, home, sections }: ShellFacts): Html {
  return html`<a class="skip" href="#main">${say('shell.skip')}</a>
    <header class="masthead">
      <a class="name" href="${home}">${site}</a>
      <nav aria-label="${say('shell.sections')}">
        <ul>
          ${sections.map(({ name, path }) => html`<li><a href="${path}">${name}</a></li>`)}
        </ul>
      </nav>
    </header>
    <main id="main"> `
}

/** Everything below. */
export function shellFoot({ say, site, latest, feed, other }: ShellFacts): Html {
  return html`</main>
<footer class="colophon"><p>${site}</p>
<ul><li><a href="${latest}">${say('shell.latest')}</a></li><li><a href="${feed}">${say('shell.feed')}</a></li>${other ? html`<li><a href="${other.href}" hreflang="${other.lang}" lang="${other.lang}">${say('shell.otherLanguage')}</a></li>` : nothing}</ul>
<p class="quiet">${say('shell.madeWith')}</p>
</footer>
</body>
</html>
`
}
