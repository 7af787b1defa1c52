import { type OpenidLink, openidLinksOf } from '#people'
import { timeView } from '#look/time.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Visit } from '../route.ts'

const here = '/newsroom/me/openid/'

const houseOf = ({ issuer }: Pick<OpenidLink, 'issuer'>): string => new URL(issuer).host

/** Other houses by whose word somebody comes in, and a way to link the one that counts here. */
export async function openidSection(visit: Visit): Promise<Html> {
  const { say, gawai, actor } = visit
  const links = await openidLinksOf(gawai, actor.account)
  const house = gawai.openid?.name
  if (links.length === 0 && house === undefined) return nothing
  return html`<section>
    <h2>${say('factors.links')}</h2>
    <p>${say('factors.linksWords')}</p>
    ${
      links.length === 0
        ? nothing
        : html`<ul class="rows">
            ${links.map((link) => linkRow(visit, link))}
          </ul>`
    }
    ${
      house === undefined || links.some((link) => houseOf(link) === house)
        ? nothing
        : html`<p><a class="button" href="${here}">${say('factors.linkAdd', { house })}</a></p>`
    }
  </section> `
}

const linkRow = ({ say, time }: Visit, link: OpenidLink): Html =>
  html`<li>
    <p><strong>${houseOf(link)}</strong></p>
    <p class="quiet">
      ${say('factors.linked')} ${timeView(link.madeAt, time)}
      ${link.usedAt > link.madeAt ? html`· ${say('me.seen')} ${timeView(link.usedAt, time)}` : nothing}
    </p>
    <form method="post" action="${here}ending/">
      <input type="hidden" name="issuer" value="${link.issuer}" />
      <button>${say('factors.linkEnd')}</button>
    </form>
  </li> `
