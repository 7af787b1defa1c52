import { shellSubject } from '#articles'
import { html } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import type { Edition } from './edition.ts'
import { headOf } from './frame.ts'

/** What a browser that kept it shows when the network is away. It stands alone: nothing else may be there either. */
export function offlinePage(own: Edition): PagePlan {
  const { lang, say, name, paths } = own
  const subject = shellSubject(lang)
  const whole: Part = {
    subject,
    view: 'offline',
    render: () => ({
      body: html`${headOf(own, { title: say('offline.title'), description: '', isNoIndex: true })}
        <header class="masthead">
          <div><a class="name" href="${paths.home}">${name}</a></div>
        </header>
        <main id="main">
          <header class="page-title">
            <h1>${say('offline.title')}</h1>
            <p class="summary">${say('offline.words')}</p>
          </header>
          <p class="on"><a href="">${say('offline.again')}</a></p>
        </main>
        </body>
        </html> `,
    }),
  }
  return { subject, status: 200, parts: [whole] }
}
