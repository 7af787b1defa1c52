import { html, markupOf } from '#platform/html.ts'
import type { Edition } from './edition.ts'
import { headOf } from './frame.ts'

/** A page that needs nothing: it is shown when something it could need is broken. */
export function troublePage(own: Edition, trouble: { isAway: true } | { isAway: false; id: string }): Promise<string> {
  const title = own.say(trouble.isAway ? 'trouble.awayTitle' : 'trouble.title')
  const words = trouble.isAway ? own.say('trouble.awayWords') : own.say('trouble.words', { id: trouble.id })
  const page = html`${headOf(own, { title, description: '', isNoIndex: true })}
    <main id="main">
      <div class="page-title"><h1>${title}</h1></div>
      <p>${words}</p>
      <p><a href="${own.paths.home}">${own.say('shell.home')}</a></p>
    </main>
    </body>
    </html>`
  return markupOf(page)
}
