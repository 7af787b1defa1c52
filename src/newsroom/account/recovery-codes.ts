import { z } from 'zod'
import { type Factors, hasSecondFactor, renewRecoveryCodes } from '#people'
import { type Html, html, nothing } from '#platform/html.ts'
import { siteName } from '#platform/settings.ts'
import { fileAnswer } from '../answer.ts'
import { type Page, route, type Visit } from '../route.ts'

const here = '/newsroom/me/'
const few = 2
const codeForm = /^(?:[A-Z2-7]{4}-){5}[A-Z2-7]{4}$/

export const areCodesFew = (factors: Factors): boolean => hasSecondFactor(factors) && factors.codesLeft <= few

/** How many recovery codes are left, and new ones. */
export function recoverySection({ say }: Visit, factors: Factors): Html {
  if (!hasSecondFactor(factors)) return nothing
  return html`<section>
    <h2>${say('factors.recovery')}</h2>
    <p>
      ${areCodesFew(factors) ? html`<strong>${say('factors.codesFew', { count: factors.codesLeft })}</strong>` : say('factors.codesLeft', { count: factors.codesLeft })}
    </p>
    <form method="post" action="${here}codes/new/"><button>${say('factors.newCodes')}</button></form>
  </section> `
}

/** The only time that they are seen. */
export const codesPage = ({ say }: Visit, codes: readonly string[]): Page => ({
  title: say('factors.recovery'),
  lead: say('factors.codesWords'),
  room: here,
  body: html`<ol class="codes">
      ${codes.map((code) => html`<li><code>${code}</code></li> `)}
    </ol>
    <form method="post" action="${here}codes/file/">
      <input type="hidden" name="codes" value="${codes.join(' ')}" />
      <p><button>${say('factors.keepCodes')}</button></p>
    </form>
    <p class="on"><a href="${here}">${say('factors.codesKept')}</a></p>`,
})

export const recoveryRoutes = [
  route.deed({
    path: '/me/codes/new/',
    needs: 'newsroom.enter',
    isDangerous: true,
    form: z.strictObject({}),
    async handle(visit) {
      const { gawai, actor } = visit
      return codesPage(visit, await gawai.write((unit) => renewRecoveryCodes(unit, actor.account)))
    },
  }),
  // What the page shows, as a file: a browser without scripts can keep it, too, and nobody else has it.
  route.deed({
    path: '/me/codes/file/',
    needs: 'newsroom.enter',
    form: z.strictObject({
      codes: z
        .string()
        .transform((text) => text.split(' '))
        .pipe(z.array(z.string().regex(codeForm)).min(1).max(10)),
    }),
    async handle({ gawai, say }, { codes }) {
      const head = say('factors.fileHead', { site: gawai.settings.get(siteName), address: gawai.origin })
      return fileAnswer('recovery-codes.txt', [head, '', ...codes, ''].join('\r\n'))
    },
  }),
]
