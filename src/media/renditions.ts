import { hrefOf } from './names.ts'
import { isShape, ladder, type Shape } from './shapes.ts'
import type { Size } from './size.ts'

/** Best first: a browser takes the first that it knows. */
export const renditionFormats = ['avif', 'webp', 'jpg'] as const
export type RenditionFormat = (typeof renditionFormats)[number]

/** One way in which a kept picture is shown. */
export interface Rendition extends Size {
  /** Of the kept picture. */
  digest: string
  shape: Shape
  format: RenditionFormat
}

const fileForm = /^([0-9a-f]{32})-([0-9a-z]+)-([1-9][0-9]{0,3})\.(avif|webp|jpg)$/
const sourceForm = /^\/media\/([0-9a-f]{32})\.(?:jpg|png|webp|avif)$/

export const fileOf = ({ digest, shape, width, format }: Omit<Rendition, 'height'>): string =>
  `${digest}-${shape}-${width}.${format}`

export const storedRendition = (rendition: Omit<Rendition, 'height'>): string => `renditions/${fileOf(rendition)}`

/** What a file's name asks for; whether its picture has it, only the picture tells. */
export function renditionNamed(file: string): Omit<Rendition, 'height'> | undefined {
  const [, digest = '', shape = '', width, format] = fileForm.exec(file) ?? []
  const known = renditionFormats.find((name) => name === format)
  return known && isShape(shape) ? { digest, shape, width: Number(width), format: known } : undefined
}

/** The digest of a picture that has renditions. A GIF has none: it may move. */
export const digestOf = (src: string): string | undefined => sourceForm.exec(src)?.[1]

/** Every rendition of a picture in a shape and a format, narrowest first. */
export const renditionsOf = (digest: string, picture: Size, shape: Shape, format: RenditionFormat): Rendition[] =>
  ladder(picture, shape).map((size) => ({ digest, shape, format, ...size }))

export const addressOf = (rendition: Rendition): string => hrefOf(fileOf(rendition))
