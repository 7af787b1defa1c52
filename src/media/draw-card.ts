import sharp, { type OverlayOptions } from 'sharp'
import { setHeadline, drawableWords } from './card-lines.ts'
import type { CardColours, CardWork } from './darkroom-work.ts'
import { cropAround } from './focus.ts'
import { letterWithin, measure, type Style } from './lettering.ts'
import { opened } from './opened.ts'

const card = { width: 1200, height: 630 }
const margin = 72
const beside = { width: 410, height: card.height }
const gutter = 52
const top = { label: 66, headline: 138, rule: 530, foot: 558 }

const stylesIn = ({ accent, ink, quiet }: CardColours) =>
  ({
    label: { size: 30, face: 'semiBold', colour: accent },
    headline: { face: 'semiBold', colour: ink },
    site: { size: 30, face: 'semiBold', colour: ink },
    when: { size: 26, face: 'regular', colour: quiet },
  }) as const
type HeadlineStyle = Omit<Style, 'size'>

/** Draws the card that other sites show beside a link: 1200 by 630. */
export async function drawCard({
  site,
  label,
  title,
  when,
  colours,
  picture,
}: CardWork): Promise<{ bytes: Uint8Array }> {
  const room = card.width - margin - (picture ? beside.width + gutter : margin)
  const half = Math.floor(room / 2) - gutter / 2
  const styles = stylesIn(colours)
  const letters = await Promise.all([
    oneLine(label, styles.label, { top: top.label, width: room }),
    headline(title, styles.headline, { width: room, mostLines: picture ? 5 : 4 }),
    oneLine(site, styles.site, { top: top.foot, width: half }),
    oneLine(when, styles.when, { top: top.foot + 3, width: half, right: margin + room }),
  ])
  const parts = [...letters, rule(room, colours), picture && (await crop(picture, colours))]
  const ground = sharp({ create: { ...card, channels: 3, background: colours.paper } })
  const drawn = ground.composite(parts.filter((part) => part !== undefined))
  return { bytes: await drawn.jpeg({ quality: 86, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer() }
}

/** @param place `right`: where it ends; else it begins at the margin */
async function oneLine(
  text: string,
  style: Style,
  { top: from, width, right }: { top: number; width: number; right?: number },
): Promise<OverlayOptions | undefined> {
  const words = drawableWords(text)
  if (words.length === 0) return undefined
  const drawn = await letterWithin(width, [words.join(' ')], style)
  return { input: drawn.input, top: from, left: right === undefined ? margin : right - drawn.width }
}

/** Beside a picture there is less width and as much height: a line more. */
async function headline(
  title: string,
  style: HeadlineStyle,
  room: { width: number; mostLines: number },
): Promise<OverlayOptions | undefined> {
  const words = drawableWords(title)
  if (words.length === 0) return undefined
  const place = { ...room, height: top.rule - top.headline - 36 }
  const { lines, size } = setHeadline(await measure(words, style), place)
  const { input } = await letterWithin(room.width, lines, { ...style, size })
  return { input, top: top.headline, left: margin }
}

const rule = (width: number, { ink }: CardColours): OverlayOptions => ({
  left: margin,
  top: top.rule,
  input: { create: { width, height: 2, channels: 3, background: ink } },
})

async function crop(
  { bytes, focus }: NonNullable<CardWork['picture']>,
  { paper }: CardColours,
): Promise<OverlayOptions> {
  const whole = opened(bytes)
  const { autoOrient } = await whole.metadata()
  const part = whole.extract(cropAround(autoOrient, beside.width / beside.height, focus))
  const sized = part
    .resize({ ...beside, fit: 'fill' })
    .flatten({ background: paper })
    .toColourspace('srgb')
  return { left: card.width - beside.width, top: 0, input: await sized.png().toBuffer() }
}
