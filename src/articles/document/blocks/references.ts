import { z } from 'zod'
import { html, nothing } from '#platform/html.ts'
import { destination, escaped, htmlText, wholeAddress } from '../markdown-text.ts'
import { blockKind } from '../node.ts'
import { holds } from '../shared/holds.ts'
import { addressSchema } from '../address-schemas.ts'

const id = z.int().positive()

/** "Read also": points to an article, not to its address, so it survives when that changes. */
export const readAlso = blockKind({
  type: 'readAlso',
  attrs: z.strictObject({ article: id }),
  holds: holds.readAlso,
  web({ attrs }, _, { say, references }) {
    const target = references.articles.get(attrs.article)
    return target
      ? html`<p class="read-also">
          <span>${say('document.readAlso')}</span> <a href="${target.path}">${target.title}</a>
        </p>`
      : nothing
  },
  feed({ attrs }, _, { say, references, origin }) {
    const target = references.articles.get(attrs.article)
    return target
      ? html`<p>${say('document.readAlso')} <a href="${origin}${target.path}">${target.title}</a></p>`
      : nothing
  },
  markdown({ attrs }, _, { say, references, origin }) {
    const target = references.articles.get(attrs.article)
    return target
      ? `**${escaped(say('document.readAlso'))}** [${escaped(target.title)}](${destination(target.path, origin)})`
      : ''
  },
  references: ({ attrs }) => ({ articles: [attrs.article] }),
})

const roleWords = { source: 'document.accordingTo', via: 'document.via' } as const

/** Who says what the text around it tells: "According to X", "via Y". */
export const attribution = blockKind({
  type: 'attribution',
  attrs: z.strictObject({ role: z.enum(['source', 'via']), organisation: id, url: addressSchema.optional() }),
  holds: holds.attribution,
  web({ attrs }, _, { say, references }) {
    const organisation = references.organisations.get(attrs.organisation)
    if (!organisation) return nothing
    const url = attrs.url ?? organisation.url
    const name =
      url === undefined ? html`${organisation.name}` : html`<a href="${url}" rel="noopener">${organisation.name}</a>`
    return html`<p class="attribution"><span>${say(roleWords[attrs.role])}</span> ${name}</p>`
  },
  text({ attrs }, _, { say, references }) {
    const name = references.organisations.get(attrs.organisation)?.name
    return name === undefined ? '' : `${say(roleWords[attrs.role])} ${name}`
  },
  markdown({ attrs }, _, { say, references, origin }) {
    const organisation = references.organisations.get(attrs.organisation)
    if (!organisation) return ''
    const url = attrs.url ?? organisation.url
    const name = htmlText(organisation.name)
    const linked = url === undefined ? name : `<a href="${htmlText(wholeAddress(url, origin))}">${name}</a>`
    return `<p class="attribution">${htmlText(say(roleWords[attrs.role]))} ${linked}</p>`
  },
  references: ({ attrs }) => ({ organisations: [attrs.organisation] }),
})
