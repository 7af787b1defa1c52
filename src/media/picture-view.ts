import { type Html, html, nothing } from '#platform/html.ts'
import { addressOf, digestOf, type Rendition, type RenditionFormat, renditionsOf } from './renditions.ts'
import { type Shape, shapeFor } from './shapes.ts'
import type { Size } from './size.ts'

/** A picture as a page knows it. */
export interface ShownPicture {
  src: string
  width?: number | undefined
  height?: number | undefined
  /** What somebody misses who cannot see it; empty for decoration. */
  alt: string
  /** Stands in its place until it is there: `#rrggbb`. */
  colour?: string | undefined
}

export interface PictureOptions {
  shape: Shape
  /** How wide the page shows it (`sizes` of HTML). */
  sizes: string
  /** In the first screen: the browser does not wait to see whether somebody scrolls there. */
  isEager?: boolean
}

/** For browsers that choose none of a list. */
const middling = 800

/** A picture in the formats and widths it is kept in. It asks nobody: the addresses follow from the picture's own. */
export function pictureView(picture: ShownPicture, { shape, sizes, isEager = false }: PictureOptions): Html {
  const ladder = ladderOf(picture, shape)
  if (!ladder) return img(picture, isEager, nothing)
  const source = (format: RenditionFormat) =>
    html`<source type="image/${format}" srcset="${srcset(ladder(format))}" sizes="${sizes}" />`
  const plain = ladder('jpg')
  const { width, height } = plain.at(-1) ?? picture
  const fallback = plain.findLast((rendition) => rendition.width <= middling) ?? plain[0]
  const shown = { ...picture, width, height, src: fallback ? addressOf(fallback) : picture.src }
  const choice = html`srcset="${srcset(plain)}" sizes="${sizes}"`
  return html`<picture>${source('avif')}${source('webp')}${img(shown, isEager, choice)}</picture>`
}

/** The picture as other sites may show it: `src` is a path of this site, or the address that it had. */
export function shareable(picture: Omit<ShownPicture, 'alt' | 'colour'>): { src: string } & Partial<Size> {
  const widest = ladderOf(picture, 'whole')?.('jpg').at(-1)
  if (widest) return { src: addressOf(widest), width: widest.width, height: widest.height }
  const { src, width, height } = picture
  return { src, ...(width && height && { width, height }) }
}

/** The smallest square of the picture, for a list to choose from; the picture itself where there is none. */
export const thumbnailOf = (picture: Omit<ShownPicture, 'alt' | 'colour'>): string => {
  const smallest = ladderOf(picture, '1x1')?.('webp')[0]
  return smallest ? addressOf(smallest) : picture.src
}

/** Nothing for a picture without renditions: a GIF, another site's, one of unknown size. */
function ladderOf(
  { src, width, height }: Omit<ShownPicture, 'alt' | 'colour'>,
  shape: Shape,
): ((format: RenditionFormat) => Rendition[]) | undefined {
  const digest = digestOf(src)
  if (digest === undefined || !width || !height) return undefined
  const size = { width, height }
  return (format) => renditionsOf(digest, size, shapeFor(size, shape), format)
}

const srcset = (renditions: readonly Rendition[]): string =>
  renditions.map((rendition) => `${addressOf(rendition)} ${rendition.width}w`).join(', ')

function img({ src, alt, width, height, colour }: ShownPicture, isEager: boolean, choice: Html): Html {
  const size = width && height ? html`width="${width}" height="${height}"` : nothing
  const place = colour ? html`data-colour="${colour}"` : nothing
  const hurry = isEager ? html`fetchpriority="high"` : html`loading="lazy"`
  return html`<img src="${src}" ${choice} alt="${alt}" ${size} ${place} ${hurry} decoding="async" />`
}
