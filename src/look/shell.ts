import { type Html, html, nothing } from '#platform/html.ts'
import type { Say } from '#platform/i18n.ts'

interface Link {
  name: string
  path: string
}

/** What the frame around every page shows. */
export interface ShellFacts {
  say: Say
  site: string
  description: string
  paths: {
    home: string
    latest: string
    devices: string
    sections: string
    brands: string
    people: string
    archive: string
    corrections: string
    search: string
    feed: string
    subscriptions: string
  }
  sections: readonly Link[]
  hasMoreSections: boolean
  /** Whether the catalogue has something to look for. */
  hasDevices: boolean
  pages: readonly { title: string; path: string }[]
  /** The home page in the other language. */
  other?: { lang: string; href: string }
}

/** Everything above the page's own matter: the name of the site and its sections. */
export function shellTop({ say, site, paths, sections, hasMoreSections, hasDevices, other }: ShellFacts): Html {
  return html`<a class="skip" href="#main">${say('shell.skip')}</a>
    <header class="masthead">
      <div>
        <a class="name" href="${paths.home}">${site}</a>
        <p>
          ${other ? html`<a href="${other.href}" hreflang="${other.lang}" lang="${other.lang}">${say('shell.otherLanguage')}</a> ` : nothing}<a
            href="${paths.search}"
            >${say('shell.search')}</a
          >
        </p>
      </div>
      <nav aria-label="${say('shell.sections')}">
        <ul>
          <li><a href="${paths.latest}">${say('shell.latest')}</a></li>
          ${sections.map(({ name, path }) => html`<li><a href="${path}">${name}</a></li> `)}${hasMoreSections ? html`<li><a href="${paths.sections}">${say('shell.allSections')}</a></li> ` : nothing}${hasDevices ? html`<li><a href="${paths.devices}">${say('shell.devices')}</a></li> ` : nothing}
        </ul>
      </nav>
    </header>
    <main id="main"> `
}

/** Everything below. */
export function shellFoot({ say, site, description, paths, pages, hasDevices }: ShellFacts): Html {
  const places = [
    { title: say('shell.allSections'), path: paths.sections },
    { title: say('shell.brands'), path: paths.brands },
    ...(hasDevices ? [{ title: say('shell.devices'), path: paths.devices }] : []),
    { title: say('shell.people'), path: paths.people },
    { title: say('shell.archive'), path: paths.archive },
    { title: say('shell.corrections'), path: paths.corrections },
    { title: say('shell.feed'), path: paths.feed },
    { title: say('shell.byMail'), path: paths.subscriptions },
  ]
  return html`</main>
<footer class="colophon">
<p><strong>${site}</strong>${description === '' ? nothing : html` ${description}`}</p>
<ul>
${[...pages, ...places].map(({ title, path }) => html`<li><a href="${path}">${title}</a></li> `)}</ul>
<p class="quiet">${say('shell.madeWith')}</p>
</footer>
</body>
</html>
`
}
