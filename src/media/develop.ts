import sharp, { type Sharp } from 'sharp'
import { colours } from '#look/colours.ts'
import { boxOf } from './crop.ts'
import type { Work } from './darkroom-work.ts'
import { drawCard } from './draw-card.ts'
import { encodeKept } from './encode-kept.ts'
import { cropAround } from './focus.ts'
import { opened, refuseDeep } from './opened.ts'
import { plainGif } from './plain-gif.ts'
import type { RenditionFormat } from './renditions.ts'

type Of<Kind extends Work['kind']> = Extract<Work, { kind: Kind }>

/** More than any page shows; AVIF and WebP end at 16383 on a side. */
const mostWide = 2400
const mostHigh = 12_000

/** Does one piece of work; runs in the darkroom's process. */
export async function develop(work: Work): Promise<object> {
  if (work.kind === 'card') return drawCard(work)
  return work.kind === 'clean' ? clean(work) : rendition(work)
}

const bounds = { width: mostWide, height: mostHigh, fit: 'inside', withoutEnlargement: true } as const

/** A GIF keeps its frames: it may move. It is decoded all the same. */
async function clean({ bytes, ending, crop }: Of<'clean'>) {
  const whole = opened(bytes)
  await refuseDeep(whole)
  const part = crop ? whole.extract(boxOf(crop, (await whole.metadata()).autoOrient)) : whole
  const bounded = ending === 'gif' ? part : part.resize(bounds)
  const plain = await bounded.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = plain.info
  const picture = sharp(plain.data, { raw: { width, height, channels } })
  const kept =
    ending === 'gif' ? { bytes: plainGif(bytes), ending } : await encodeKept(picture, { ending, weight: bytes.length })
  return { ...kept, width, height, colour: await dominant(picture.clone()) }
}

async function dominant(picture: Sharp): Promise<string> {
  const small = await picture.flatten({ background: colours.paper }).resize(64, 64, { fit: 'inside' }).png().toBuffer()
  const { r, g, b } = (await sharp(small).stats()).dominant
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

async function rendition({ bytes, shape, size, focus, format }: Of<'rendition'>) {
  const picture = opened(bytes)
  const { autoOrient } = await picture.metadata()
  const part = shape === 'whole' ? picture : picture.extract(cropAround(autoOrient, size.width / size.height, focus))
  const print = part.resize({ ...size, fit: 'fill' }).toColourspace('srgb')
  return { bytes: await printed(print, format).toBuffer() }
}

function printed(picture: Sharp, format: RenditionFormat): Sharp {
  if (format === 'avif') return picture.avif({ quality: 52, effort: 2 })
  if (format === 'webp') return picture.webp({ quality: 75 })
  return picture.flatten({ background: colours.paper }).jpeg({ quality: 75, mozjpeg: true })
}
