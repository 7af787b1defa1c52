import { Node } from '@tiptap/core'
import { addressIn, element, leafView, lineIn, saidIn } from '../elements.editor.ts'
import { attribute, contentOf, groupOf, isAddress, isWords, required } from '../schema.editor.ts'
import { providerOf } from '../shared/embed-providers.ts'
import { longest } from '../shared/limits.ts'
import { isPageAddress } from '../shared/web-address.ts'

/** Something that lives on another host. The editor, too, loads nothing from there. */
export const embed = Node.create({
  name: 'embed',
  group: groupOf('embed'),
  content: contentOf('embed'),
  draggable: true,
  addAttributes: () => ({
    url: required(isAddress(isPageAddress)),
    title: attribute(isWords(longest.embedTitle)),
  }),
  parseHTML: () => [
    { tag: 'gawai-embed, p.embed', priority: 60, getAttrs: (found) => linkedIn(found) },
    { tag: 'iframe, embed', getAttrs: (found) => at(addressIn(found, 'src'), found.title) },
    { tag: quotedPosts, priority: 60, getAttrs: (found) => postIn(found) },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'p',
    { class: 'embed' },
    ['a', { href: attrs['url'], rel: 'noopener nofollow' }, attrs['title'] ?? attrs['url']],
  ],
  addNodeView: () =>
    leafView('embed', ({ url, title }) => {
      const address = saidIn(url) ?? ''
      const name = providerOf(address)?.name ?? new URL(address).hostname
      return [element('p', {}, element('strong', {}, name), ` ${saidIn(title) ?? address}`)]
    }),
})

/** What X, Instagram and TikTok give for pasting: a quotation that their script would turn into a frame. */
const quotedPosts = ['twitter-tweet', 'twitter-video', 'instagram-media', 'tiktok-embed']
  .map((post) => `blockquote.${post}`)
  .join(', ')

function at(url: string | undefined, words: string) {
  if (url === undefined || !isPageAddress(url)) return false
  const title = words.trim().slice(0, longest.embedTitle)
  return { url, title: title === '' || title === url ? null : title }
}

function linkedIn(found: HTMLElement) {
  const link = found.querySelector('a[href]')
  return at(addressIn(link, 'href'), lineIn(link))
}

function postIn(found: HTMLElement) {
  const links = [...found.querySelectorAll('a[href]')].toReversed().map((link) => addressIn(link, 'href'))
  const url = [addressIn(found, 'cite'), ...links].find((address) => address !== undefined && providerOf(address))
  return at(url, lineIn(found))
}
