import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A letter as its receiver opens it. */
export interface Read {
  /** In lower case; a name that came twice has its values in a list. */
  headers: Map<string, string[]>
  to: string
  subject: string
  text: string
}

/** The letters that were laid into the folder of a newsroom, the oldest first. */
export async function lettersIn(data: string): Promise<Read[]> {
  const folder = join(data, 'mail')
  const files = await readdir(folder).catch(() => [])
  return Promise.all(
    files
      // One that is being written is not there yet.
      .filter((file) => !file.startsWith('.'))
      .toSorted((one, other) => (one < other ? -1 : 1))
      .map(async (file) => readLetter(await readFile(join(folder, file), 'utf8'))),
  )
}

/** Reads a message of one part (RFC 5322), or the first part of several. */
export function readLetter(message: string): Read {
  const { headers, body } = split(message)
  const boundary = /boundary="([^"]+)"/.exec(first(headers, 'content-type'))?.[1]
  const part = boundary === undefined ? { headers, body } : split(body.split(`--${boundary}\r\n`)[1] ?? '')
  return {
    headers,
    to: first(headers, 'to'),
    subject: decodedWords(first(headers, 'subject')),
    text: decoded(part.body, first(part.headers, 'content-transfer-encoding'), first(part.headers, 'content-type')),
  }
}

/** The first whole address in a letter that leads into a folder of the site. */
export const linkIn = ({ text }: Read, folder: string): string =>
  new RegExp(`https?://\\S+${folder}\\S+`).exec(text)?.[0] ?? ''

function split(message: string) {
  const [head = '', ...rest] = message.split('\r\n\r\n')
  const headers = new Map<string, string[]>()
  for (const line of head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value])
  }
  return { headers, body: rest.join('\r\n\r\n') }
}

const first = (headers: Map<string, string[]>, name: string) => headers.get(name)?.[0] ?? ''

function decoded(body: string, encoding: string, type: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return unquoted(body.replaceAll(/=\r\n/g, ''))
  return /format=flowed/.test(type) ? body.replaceAll(/(?<!\r\n--) \r\n/g, ' ') : body
}

const unquoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** RFC 2047. */
const decodedWords = (value: string) =>
  value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word.replaceAll('_', ' ')),
    )
