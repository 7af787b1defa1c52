import { latest, readMarkdown, viewDocument } from '#articles'
import { cardList, leadCard } from '#look/cards.ts'
import { contrastsOf, leastContrast, ratioInWords } from '#look/contrast.ts'
import { type Scheme, schemes, type Tokens } from '#look/tokens.ts'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { colourWords, schemeWords } from './look-form.ts'

/** What readers would see: real parts of the site, in the light and in the dark, with the tokens that the form says. */
export async function previewView(visit: Visit): Promise<Html> {
  const { gawai, lang, assets, url } = visit
  const { items } = await latest(gawai, { lang, limit: 3 })
  const shown = items.map((item) => ({ ...item, picture: nothing }))
  return html`<link rel="stylesheet" href="${assets.address('preview.css')}" />
    <link rel="stylesheet" href="/newsroom/settings/look/preview.css${url.search}" />
    <div class="previews">${schemes.map((scheme) => partsIn(visit, scheme, shown))}</div>`
}

type Shown = Parameters<typeof cardList>[0]

function partsIn({ say, time, gawai }: Visit, scheme: Scheme, [lead, ...rest]: Shown): Html {
  const references = { articles: new Map(), organisations: new Map() }
  const story = viewDocument(readMarkdown(say('look.sample')).document, { say, references, origin: gawai.origin })
  return html`<section class="preview" data-scheme="${scheme}">
    <p class="label">${say(schemeWords[scheme])}</p>
    ${lead ? html`<div class="front">${leadCard(lead, time)}</div>` : nothing}${rest.length > 0 ? cardList(rest, time) : nothing}
    <div class="story">${story.map((segment) => ('subject' in segment ? nothing : segment))}</div>
  </section> `
}

/** Each text colour on each ground, and whether it can be read. */
export const contrastView = ({ say }: Visit, tokens: Tokens): Html =>
  html`<table class="data-table contrasts">
    <caption>
      ${say('look.contrasts', { least: String(leastContrast) })}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('look.pair')}</th>
        <th scope="col">${say('look.ratio')}</th>
      </tr>
    </thead>
    <tbody>
      ${contrastsOf(tokens).map(
        ({ scheme, text, ground, ratio }) =>
          html`<tr data-pair="${scheme} ${text} ${ground}" ${ratio < leastContrast ? html`class="faint"` : nothing}>
            <th scope="row">
              ${say('look.pairIn', { scheme: say(schemeWords[scheme]), text: say(colourWords[text]), ground: say(colourWords[ground]) })}
            </th>
            <td><output>${ratioInWords(ratio)}</output> <strong>${say('look.faint')}</strong></td>
          </tr> `,
      )}
    </tbody>
  </table>`
