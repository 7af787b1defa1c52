/** How blocks of a GIF begin (GIF89a, appendix A). */
const starts = { extension: 0x21, frame: 0x2c, trailer: 0x3b }
const labels = { control: 0xf9, application: 0xff }
const looping = Buffer.from('\x0bNETSCAPE2.0\x03\x01', 'latin1')

const headLength = 13
const frameLength = 10

/**
 * A GIF without remarks: its frames, how long each stands and how often they run. Comments, what programs wrote for
 * themselves (XMP among it) and whatever follows the end are left out.
 *
 * @throws RangeError when it is broken
 */
export function plainGif(bytes: Uint8Array): Uint8Array {
  const gif = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = headLength + coloursLength(gif.readUInt8(10))
  const kept = [gif.subarray(0, head)]
  for (let at = head; at < gif.length && gif[at] !== starts.trailer;) {
    const end = blockEnd(gif, at)
    kept.push(plainBlock(gif.subarray(at, end)))
    at = end
  }
  return Buffer.concat([...kept, Buffer.of(starts.trailer)])
}

/** How many frames a GIF has, by its blocks; undefined when it is broken. */
export function framesOf(bytes: Uint8Array): number | undefined {
  const gif = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let frames = 0
  try {
    let at = headLength + coloursLength(gif.readUInt8(10))
    for (; at < gif.length && gif[at] !== starts.trailer; at = blockEnd(gif, at))
      if (gif[at] === starts.frame) frames += 1
    return frames
  } catch {
    return undefined
  }
}

/** Where the block that begins there ends. */
function blockEnd(gif: Buffer, at: number): number {
  const start = gif.readUInt8(at)
  if (start === starts.extension) return pieces(gif, at + 2)
  if (start !== starts.frame) throw new RangeError(`Nothing in a GIF begins with ${start}`)
  // Between the frame's own colours and its pixels lies a byte: how wide their codes are.
  return pieces(gif, at + frameLength + coloursLength(gif.readUInt8(at + frameLength - 1)) + 1)
}

/** Data lies in pieces, each behind its length; the last is empty. */
function pieces(gif: Buffer, from: number): number {
  let at = from
  for (let length = gif.readUInt8(at); length > 0; length = gif.readUInt8(at)) at += length + 1
  return at + 1
}

/** What a block is for showing: its first piece where it is an extension, for anything may follow it. */
function plainBlock(block: Buffer): Buffer {
  if (block[0] === starts.frame) return block
  if (block[1] === labels.control && block[2] === 4) return closed(block.subarray(0, 7))
  const isLooping = block[1] === labels.application && block.subarray(2, 2 + looping.length).equals(looping)
  return isLooping ? closed(block.subarray(0, 2 + looping.length + 2)) : Buffer.alloc(0)
}

const closed = (block: Buffer): Buffer => Buffer.concat([block, Buffer.of(0)])

/** A table of two to 256 colours, where the flag for it is set. */
const coloursLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
