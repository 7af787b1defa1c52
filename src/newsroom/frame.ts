import { can } from '#people'
import { head } from '#look/page.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import { siteName } from '#platform/settings.ts'
import type { Notice } from './notice.ts'
import { rooms } from './rooms.ts'
import type { Knock, Page, Visit } from './route.ts'
import { undoPath } from './undo.ts'

/** A page for somebody who is not in yet: one column, nothing around it. */
export function doorFrame(knock: Knock, page: Page): Html {
  return html`${headOf(knock, page.title)}
    <main id="main" class="door">
      <p class="name"><a href="/">${knock.gawai.settings.get(siteName)}</a></p>
      <h1>${page.title}</h1>
      ${page.lead === undefined ? nothing : html`<p class="summary">${page.lead}</p>`}${problemView(knock.problem)}${page.body}
    </main>
    </body>
    </html>`
}

/** A page of the newsroom with the rooms beside it. */
export function roomFrame(visit: Visit, page: Page, notice: Notice | undefined): Html {
  const { say } = visit
  return html`${headOf(visit, page.title, page.script)}
    <a class="skip" href="#main">${say('shell.skip')}</a>
    <div class="newsroom">
      ${railOf(visit, page)}
      <main id="main" ${page.isWide ? html`class="wide"` : nothing}>
        <header class="page-title">
          <h1>${page.title}</h1>
          ${page.lead === undefined ? nothing : html`<p class="summary">${page.lead}</p>`}
        </header>
        ${notice ? noticeView(visit, notice) : nothing}${problemView(visit.problem, say('form.problem'))}${page.body}
      </main>
    </div>
    </body>
    </html>`
}

function headOf({ lang, say, gawai, assets }: Knock, title: string, further?: Page['script']): Html {
  return head({
    lang,
    title,
    site: say('newsroom.title', { site: gawai.settings.get(siteName) }),
    description: '',
    isNoIndex: true,
    style: assets.address('newsroom.css'),
    script: assets.address('newsroom.js'),
    furtherScript: further && assets.address(further),
    icon: '/logo.svg',
  })
}

function railOf({ say, actor, gawai }: Visit, page: Page): Html {
  const open = rooms.filter(({ needs }) => can(actor, needs))
  return html`<header class="rooms">
    <p class="name"><a href="/">${gawai.settings.get(siteName)}</a></p>
    <nav aria-label="${say('newsroom.rooms')}">
      <ul>
        ${open.map(({ path, name }) => html`<li><a href="${path}" ${path === page.room ? html`aria-current="page"` : nothing}>${say(name)}</a></li> `)}
      </ul>
    </nav>
    <div class="who">
      <p>
        <a href="/newsroom/me/" ${page.room === '/newsroom/me/' ? html`aria-current="page"` : nothing}>${actor.name}</a>
      </p>
      <form method="post" action="/newsroom/sign-out/"><button class="plain">${say('doors.signOut')}</button></form>
    </div>
  </header>`
}

/** What was done, with the way back. */
function noticeView({ say, url }: Visit, { id, said, undo }: Notice): Html {
  const back = new URL(url)
  back.searchParams.delete('done')
  return html`<div tabindex="-1" class="notice" role="status">
    <p>${say(said.key, said.values)}</p>
    ${
      undo !== undefined
        ? html`<form method="post" action="${undoPath(id)}">
            <input type="hidden" name="to" value="${back.pathname + back.search}" />
            <button>${say('undo.button')}</button>
          </form>`
        : nothing
    }
  </div>`
}

/** @param what was not done, where something could have been */
const problemView = (problem: string | undefined, what = ''): Html =>
  problem === undefined
    ? nothing
    : html`<div tabindex="-1" class="problem" role="alert">
        <p>${what === '' ? nothing : html`<strong>${what}</strong> `}${problem}</p>
      </div>`
