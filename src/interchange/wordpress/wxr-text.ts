import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Invalid } from '#platform/refusals.ts'

/** WordPress writes control characters that XML 1.0 forbids (§2.2); nobody can see them, so they are dropped. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const replacement = '\ufffd'
const chunkSize = 64 * 1024
const headSize = 1024

/**
 * The text of an XML file in pieces, whatever its encoding: a byte order mark decides, then the XML declaration,
 * else UTF-8. Bytes that are none become U+FFFD.
 *
 * @param onBrokenBytes told, once, where such bytes are (in bytes from the beginning, for UTF-8)
 * @throws Invalid when the file cannot be read or names an encoding that nobody knows
 */
export async function* xmlText(file: string, onBrokenBytes: (offset: number) => void): AsyncGenerator<string> {
  const decoder = decoderFor(file, await headOf(file))
  let offset = 0
  let isBroken = false
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: chunkSize })) {
      const decoded = decoder.decode(chunk, { stream: true })
      if (!isBroken && decoded.includes(replacement)) {
        isBroken = true
        onBrokenBytes(offset + Buffer.byteLength(decoded.slice(0, decoded.indexOf(replacement))))
      }
      offset += chunk.length
      const text = decoded.replace(forbidden, '')
      if (text !== '') yield text
    }
  } catch (error) {
    throw unreadable(file, error)
  }
  yield decoder.decode().replace(forbidden, '')
}

async function headOf(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headSize), 0, headSize, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw unreadable(file, error)
  }
}

function decoderFor(file: string, head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be')
  const declared = /^<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(
    head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''),
  )?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8')
  } catch {
    throw new Invalid(`${file} says that its encoding is "${declared}", which is unknown: save it as UTF-8`)
  }
}

function unreadable(file: string, error: unknown): Error {
  if (error instanceof Invalid) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return new Invalid(`${file} cannot be read (${code}): check the name and the rights`)
}
