import { block } from './elements.ts'

/** A part of a picture, in per cent of it. */
interface Shown {
  left: number
  top: number
  width: number
  height: number
  /** The focal point in the whole picture. */
  x: number
  y: number
}

/** What a crop of that ratio will show, as the darkroom cuts it (`cropAround`). */
export function preview(ratio: string, src: string) {
  const frame = block('crop-preview')
  frame.style.aspectRatio = ratio
  const image = new Image()
  image.alt = ''
  image.src = src
  frame.append(image)
  const [across = 1, down = 1] = ratio.split('/').map(Number)
  const show = ({ naturalWidth, naturalHeight }: HTMLImageElement, { left, top, width, height, x, y }: Shown) => {
    if (naturalWidth === 0) return
    const part = { width: (naturalWidth * width) / 100, height: (naturalHeight * height) / 100 }
    const cut = {
      width: Math.min(part.width, (part.height * across) / down),
      height: Math.min(part.height, (part.width * down) / across),
    }
    const start = (whole: number, length: number, point: number) =>
      Math.min(whole - length, Math.max(0, point - length / 2))
    const from = {
      x: (naturalWidth * left) / 100 + start(part.width, cut.width, (naturalWidth * (x - left)) / 100),
      y: (naturalHeight * top) / 100 + start(part.height, cut.height, (naturalHeight * (y - top)) / 100),
    }
    image.style.width = `${(naturalWidth / cut.width) * 100}%`
    image.style.transform = `translate(${(-from.x / naturalWidth) * 100}%, ${(-from.y / naturalHeight) * 100}%)`
  }
  return { frame, show }
}
