import { correctionsPage as readCorrections, correctionsSubject } from '#articles'
import { html, nothing } from '#platform/html.ts'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { correctionView } from './corrections-view.ts'
import { type Edition, otherEdition } from './edition.ts'
import { framed, headOf } from './frame.ts'

const perPage = 30

/**
 * Everything that readers were told was wrong or is new, of all articles, the newest first (Pedoman Pemberitaan Media
 * Siber, 2012, 4: a correction is linked to what it corrects and says when it was made).
 *
 * @param before an id, for what is older; a whole number as it stands in an address
 */
export function correctionsPage(own: Edition, before?: string): PagePlan | undefined {
  const { gawai, lang, say, paths, absolute } = own
  const key = before === undefined ? undefined : Number(before)
  if (key !== undefined && !Number.isSafeInteger(key)) return undefined
  const subject = correctionsSubject(lang)
  const path = key === undefined ? paths.corrections : paths.older(paths.corrections, String(key))
  const other = otherEdition(own)
  const alternates = [own, ...(other ? [other] : [])].map((one) => ({
    lang: one.lang,
    href: absolute(one.paths.corrections),
  }))
  const head: Part = {
    subject,
    view: `corrections head ${key ?? ''}`,
    render: () => ({
      body: headOf(own, {
        title: say('corrections.title'),
        description: say('corrections.lead'),
        canonical: absolute(path),
        ...(key === undefined && other && { alternates }),
      }),
    }),
  }
  const body: Part = {
    subject,
    view: `corrections ${key ?? ''}`,
    async render() {
      const { items, older } = await readCorrections(gawai, { lang, before: key, limit: perPage })
      return {
        body: html`<header class="page-title">
            <h1>${say('corrections.title')}</h1>
            <p class="summary">${say('corrections.lead')}</p>
          </header>
          ${items.length === 0 ? html`<p>${say('corrections.none')}</p>` : nothing}
          <ol class="corrections-list">
            ${items.map(
              (item) =>
                html`<li>
                  <h2><a href="${item.article.path}">${item.article.title}</a></h2>
                  ${correctionView(own, item)}
                </li> `,
            )}
          </ol>
          ${older === undefined ? nothing : html`<p class="older"><a href="${paths.older(paths.corrections, String(older))}">${say('corrections.older')}</a></p>`}`,
      }
    },
  }
  return { subject, status: 200, parts: framed(own, head, [body]) }
}
