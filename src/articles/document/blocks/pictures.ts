import { z } from 'zod'
import { type PictureOptions, pictureView } from '#media'
import { type Html, html, nothing } from '#platform/html.ts'
import { figure, stacked } from '../markdown-layout.ts'
import { htmlText, sentence } from '../markdown-text.ts'
import { blockKind, type NodeContext, type ViewContext } from '../node.ts'
import { pictureMarkdown } from '../picture-markdown.ts'
import { holds } from '../shared/holds.ts'
import { colourForm, longest, mostColumns, mostPixels } from '../shared/limits.ts'
import { pictureAddressSchema } from '../address-schemas.ts'
import { isElsewhere } from '../shared/web-address.ts'

const pixels = z.int().min(1).max(mostPixels)
const words = z.string().max(longest.words)

const imageAttrs = z.strictObject({
  src: pictureAddressSchema,
  /** What somebody misses who cannot see it; empty for decoration. */
  alt: words,
  caption: words.optional(),
  credit: words.optional(),
  width: pixels.optional(),
  height: pixels.optional(),
  /** The dominant one, which stands in the picture's place until it is there. */
  colour: z.string().regex(colourForm).optional(),
})
type Image = z.infer<typeof imageAttrs>

/** A picture with its credit. One that lies on another host is shown as a link: a page loads nothing from elsewhere. */
export const image = blockKind({
  type: 'image',
  attrs: imageAttrs,
  holds: holds.image,
  web: ({ attrs }, _, context) =>
    html`<figure class="${context.isLead ? 'picture opening' : 'picture'}">
      ${isFromElsewhere(attrs, context) ? link(attrs, context) : pictureView(attrs, placeOf(context))}${caption(attrs, context)}
    </figure>`,
  feed: ({ attrs }, _, context) =>
    html`<figure>
      ${picture({ ...attrs, src: isElsewhere(attrs.src) ? attrs.src : context.origin + attrs.src })}${caption(attrs, context)}
    </figure>`,
  text: ({ attrs }) => attrs.caption ?? '',
  markdown: ({ attrs }, _, context) => pictureMarkdown(attrs, context),
})

export const gallery = blockKind({
  type: 'gallery',
  attrs: z.strictObject({ columns: z.int().min(1).max(mostColumns).optional(), caption: words.optional() }),
  holds: holds.gallery,
  web({ attrs: { columns, caption } }, inner) {
    const shown = html`${inner}${caption ? html`<figcaption>${caption}</figcaption>` : nothing}`
    // Unsaid, as many stand beside each other as fit.
    return columns === undefined
      ? html`<figure class="gallery">${shown}</figure>`
      : html`<figure class="gallery" data-columns="${columns}">${shown}</figure>`
  },
  text: ({ attrs }, inner) => [inner, attrs.caption ?? ''].filter((line) => line !== '').join('\n'),
  markdown({ attrs: { caption: below = '' } }, pictures) {
    if (pictures.length < 2) return stacked([...pictures, sentence(below)])
    const areLines = pictures.every((line) => !line.includes('\n'))
    return areLines && below === '' ? pictures.join('\n') : figure(stacked(pictures), htmlText(below))
  },
})

const isFromElsewhere = ({ src }: Image, { origin }: ViewContext): boolean =>
  isElsewhere(src) && !src.startsWith(`${origin}/`)

/** A gallery shows squares side by side. */
const placeOf = ({ holder, isLead }: NodeContext): PictureOptions =>
  holder?.type === 'gallery'
    ? { shape: '1x1', sizes: '(min-width: 44rem) 13rem, 50vw' }
    : isLead
      ? { shape: 'whole', sizes: '(min-width: 56rem) 52rem, 100vw', isEager: true }
      : { shape: 'whole', sizes: '(min-width: 44rem) 40rem, 100vw' }

function picture({ src, alt, width, height }: Image): Html {
  const size = width && height ? html` width="${width}" height="${height}"` : nothing
  return html`<img src="${src}" alt="${alt}" ${size} loading="lazy" decoding="async" />`
}

function link({ src, alt }: Image, { say }: ViewContext): Html {
  return html`<a href="${src}" rel="noopener nofollow"
    >${say('document.pictureElsewhere')}${alt === '' ? nothing : html`: ${alt}`}</a
  >`
}

/** "Foto: Sari Dewi"; a credit that says itself what it is ("Ilustrasi: Tirta Gunadi") stays as it is. */
const creditLine = (credit: string, say: ViewContext['say']): string =>
  credit.includes(':') ? credit : say('document.credit', { name: credit })

function caption({ caption: text, credit }: Image, { say }: ViewContext): Html {
  if (!text && !credit) return nothing
  return html`<figcaption>
    ${text ?? ''}${credit ? html` <span class="credit">${creditLine(credit, say)}</span>` : nothing}
  </figcaption>`
}
