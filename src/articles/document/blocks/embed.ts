import { z } from 'zod'
import { html } from '#platform/html.ts'
import { holds } from '../shared/holds.ts'
import { longest } from '../shared/limits.ts'
import { providerOf } from '../shared/embed-providers.ts'
import { destination, escaped } from '../markdown-text.ts'
import { blockKind } from '../node.ts'
import { pageAddressSchema } from '../address-schemas.ts'

/**
 * Something that lives on another host. The page holds a link to it; with the reader's script a click turns the
 * link into a frame. Nothing is loaded, and nobody is told, before that click.
 */
export const embed = blockKind({
  type: 'embed',
  attrs: z.strictObject({ url: pageAddressSchema, title: z.string().max(longest.embedTitle).optional() }),
  holds: holds.embed,
  web({ attrs }, _, { say }) {
    const provider = providerOf(attrs.url)
    const name = provider?.name ?? new URL(attrs.url).hostname
    const label = attrs.title ?? say('document.embed', { provider: name })
    if (!provider) return html`<p class="embed"><a href="${attrs.url}" rel="noopener nofollow">${label}</a></p>`
    return html`<gawai-embed
      class="embed"
      data-frame="${provider.frame}"
      data-say="${say('document.embedLoad', { provider: name })}"
      ><a href="${attrs.url}" rel="noopener nofollow">${label}</a></gawai-embed
    >`
  },
  feed: ({ attrs }) => html`<p><a href="${attrs.url}">${attrs.title ?? attrs.url}</a></p>`,
  text: ({ attrs }) => attrs.title ?? '',
  markdown({ attrs: { url, title = '' } }, _, { origin }) {
    if (title.trim() === '') return escaped(url) === url ? url : `<${url}>`
    return `<gawai-embed>[${escaped(title)}](${destination(url, origin)})</gawai-embed>`
  },
})
