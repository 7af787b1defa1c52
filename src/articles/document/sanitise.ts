import type sanitizeHtml from 'sanitize-html'
import { loadLater } from '#platform/load-later.ts'
import { isTooDeep } from './html-depth.ts'
import { webAddress } from './shared/web-address.ts'

const tags =
  `a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4
  hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time
  tr u ul var wbr`.split(/\s+/)

const options: sanitizeHtml.IOptions = {
  allowedTags: tags,
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    ol: ['start'],
    time: ['datetime'],
    abbr: ['title'],
    details: ['open'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // Their text is code or form state, not words for a reader.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'xmp',
    'noembed',
    'noframes',
    'plaintext',
    'iframe',
    'svg',
    'math',
  ],
  nestingLimit: 64,
  transformTags: {
    a: (tagName, { href, title }) => {
      const address = href === undefined ? undefined : webAddress(href)
      return {
        tagName,
        attribs: {
          ...(address !== undefined && { href: address }),
          ...(title !== undefined && { title }),
          rel: 'noopener nofollow ugc',
        },
      }
    },
    // A page loads nothing from other hosts: a picture elsewhere becomes its description.
    img: (_, { src = '', alt = '', width, height }) => {
      const address = webAddress(src)
      if (address === undefined || !address.startsWith('/')) return { tagName: 'span', attribs: {}, text: alt }
      return {
        tagName: 'img',
        attribs: { src: address, alt, loading: 'lazy', ...(width && height && { width, height }) },
      }
    },
  },
}

const library = loadLater<typeof sanitizeHtml>('sanitize-html')

/**
 * Markup from outside, reduced to what cannot do anything: an allow-list of elements and attributes, and `webAddress`.
 * Of what is nested too deep to be read nothing is left.
 */
export function sanitise(markup: string): string {
  return isTooDeep(markup) ? '' : library()(markup, options)
}

const endOfLine =
  /<\/?(?:address|article|blockquote|br|caption|d[dlt]|div|fig\w+|h\d|hr|li|ol|p|pre|section|t[dhr]|ul)\b/gi

/** The words of a piece of markup, a line for each of its blocks. */
export function textOfHtml(markup: string): string {
  if (isTooDeep(markup)) return ''
  return library()(markup.replace(endOfLine, '\n$&'), { ...options, allowedTags: [], allowedAttributes: {} })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
