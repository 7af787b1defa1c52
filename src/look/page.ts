import { type Html, html, nothing } from '#platform/html.ts'

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
  /** Whole address of the same page as Markdown. */
  twin?: string
  type?: 'article' | 'profile' | 'website'
  /** What stands for the page where it is shared: whole address, pixels. */
  image?: { src: string; alt: string; width: number; height: number }
  isNoIndex?: boolean
  /** What the page says of itself to search engines. */
  structured?: Html
  style: string
  /** What pages of this kind need beside it. */
  ownStyle?: string
  /** What the site's operator made of the look; loaded after `style`. */
  theme?: string | undefined
  script: string
  /** What only this page needs besides. */
  furtherScript?: string | undefined
  icon: string
}

/** From the doctype to the open body. */
export function head(facts: HeadFacts): Html {
  const { lang, title, site, canonical, alternates = [], feed, twin } = facts
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === site ? site : `${title} – ${site}`}</title>
        <link rel="stylesheet" href="${facts.style}" />
        ${facts.ownStyle === undefined ? nothing : html`<link rel="stylesheet" href="${facts.ownStyle}" />`}
        ${facts.theme === undefined ? nothing : html`<link rel="stylesheet" href="${facts.theme}" />`}
        <script type="module" src="${facts.script}"></script>
        ${facts.furtherScript === undefined ? nothing : html`<script type="module" src="${facts.furtherScript}"></script>`}
        <link rel="icon" href="${facts.icon}" type="image/svg+xml" />
        ${facts.isNoIndex ? html`<meta name="robots" content="noindex" /> ` : html`<meta name="robots" content="max-image-preview:large" /> `}${canonical === undefined ? nothing : html`<link rel="canonical" href="${canonical}" /> `}${alternates.map((alternate) => html`<link rel="alternate" hreflang="${alternate.lang}" href="${alternate.href}" /> `)}${feed ? html`<link rel="alternate" type="application/rss+xml" href="${feed.href}" title="${feed.title}" /><link rel="alternate" type="application/feed+json" href="${feed.href}json/" title="${feed.title}" /> ` : nothing}${twin === undefined ? nothing : html`<link rel="alternate" type="text/markdown" href="${twin}" /> `}${shared(facts)}${facts.structured ?? nothing}
      </head>
      <body>
     `
}

/** What other sites show of it where somebody shares it (ogp.me). */
function shared({ title, site, description, canonical, type = 'website', image }: HeadFacts): Html {
  return html`${
      description === ''
        ? nothing
        : html`<meta name="description" content="${description}" />
            <meta property="og:description" content="${description}" /> `
    } <meta property="og:title" content="${title}" />
    <meta property="og:site_name" content="${site}" />
    <meta property="og:type" content="${type}" />
    ${canonical === undefined ? nothing : html`<meta property="og:url" content="${canonical}" /> `}${
      image
        ? html`<meta property="og:image" content="${image.src}" />
            <meta property="og:image:width" content="${image.width}" />
            <meta property="og:image:height" content="${image.height}" />
            <meta property="og:image:alt" content="${image.alt}" />
            <meta name="twitter:card" content="summary_large_image" /> `
        : nothing
    }`
}
