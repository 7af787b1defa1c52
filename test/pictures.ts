import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A black PNG, whole and true (PNG 1.2). */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits of grey.
  head.set([8, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((width + 1) * height))
  return Buffer.concat([pngStart, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A PNG that says to be of that size and holds no pixels. */
export function pngHead(width: number, height: number): Buffer {
  const head = pngOf(1, 1)
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

const pngStart = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A part of a drawing: a rectangle in one colour. */
export interface Patch {
  left: number
  top: number
  width: number
  height: number
  colour: string
}

/** A drawing of coloured rectangles; give it a format, orientation or metadata. `#00000000` is see-through. */
export function drawing(width: number, height: number, ground: string, ...patches: Patch[]): Sharp {
  const overlays = patches.map(({ left, top, colour, ...size }) => ({
    input: { create: { ...size, channels: 4 as const, background: colour } },
    left,
    top,
  }))
  return sharp({ create: { width, height, channels: 4, background: ground } }).composite(overlays)
}

/** The colour of a pixel, `#rrggbb`, roughly: formats that lose something keep it to a sixteenth. */
export async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<string> {
  const pixel = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .extract({ left: x, top: y, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return `#${[...pixel].map((part) => Math.min(15, Math.round(part / 17)).toString(16)).join('')}`
}
