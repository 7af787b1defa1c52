export const endings = ['jpg', 'png', 'gif', 'webp', 'avif'] as const
type Ending = (typeof endings)[number]

/** A kind of picture that every browser shows. */
export interface Format {
  /** What its stored file's name ends with. */
  ending: Ending
  type: string
  /** How its bytes begin, a character for each byte. */
  begins: RegExp
}

/** SVG is none of them: it can carry script. */
export const formats: readonly Format[] = [
  { ending: 'jpg', type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { ending: 'png', type: 'image/png', begins: /^\x89PNG\r\n/ },
  { ending: 'gif', type: 'image/gif', begins: /^GIF8[79]a/ },
  { ending: 'webp', type: 'image/webp', begins: /^RIFF.{4}WEBP/s },
  { ending: 'avif', type: 'image/avif', begins: /^.{4}ftypavif/s },
]

const longestBeginning = 12

/** What the bytes are, whatever their file is called. */
export function formatOf(bytes: Uint8Array): Format | undefined {
  const beginning = Buffer.from(bytes.subarray(0, longestBeginning)).toString('latin1')
  return formats.find(({ begins }) => begins.test(beginning))
}

export const endingOf = (file: string): string => file.replace(/^.*\./, '')

export const typeOf = (ending: string): string =>
  formats.find((format) => format.ending === ending)?.type ?? 'application/octet-stream'
