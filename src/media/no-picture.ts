/** What people take for a picture, by how its bytes begin, and what to do with it. */
const others: { begins: RegExp; key: string; advice: string }[] = [
  {
    begins: /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(svg|!doctype svg)/is,
    key: 'refusedPicture.svg',
    advice: ' but an SVG drawing, which may hold a program: export it as PNG',
  },
  {
    begins: /^(II\*\0|MM\0\*|II\+\0|MM\0\+)/,
    key: 'refusedPicture.tiff',
    advice: ' but a TIFF, or the raw picture of a camera: export it as JPEG',
  },
  {
    begins: /^.{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/s,
    key: 'refusedPicture.heic',
    advice: ' but a HEIC of a phone: export it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible)',
  },
  { begins: /^8BPS/, key: 'refusedPicture.photoshop', advice: ' but a Photoshop document: export it as JPEG or PNG' },
  {
    begins: /^PK\p{Cc}\p{Cc}/u,
    key: 'refusedPicture.zip',
    advice: ' but a ZIP archive: unpack it and choose the pictures in it',
  },
  {
    begins: /^%PDF-/,
    key: 'refusedPicture.pdf',
    advice: ' but a PDF: export the page as PNG, or take the picture out of it',
  },
  { begins: /^BM.{4}\0{4}/s, key: 'refusedPicture.bmp', advice: ' but a BMP: save it as PNG' },
  {
    begins: /^(\xff\n|\0{3}\fJXL )/,
    key: 'refusedPicture.jxl',
    advice: ' but a JPEG XL, which few browsers show: export it as JPEG',
  },
  { begins: /^.{4}ftyp/s, key: 'refusedPicture.film', advice: ' but a film: embed it from where films are shown' },
]

const looksAt = 1024

/** The end of the sentence that refuses what is no picture, and where it stands among the words. */
export function insteadOf(bytes: Uint8Array): { key: string; advice: string } {
  if (bytes.length === 0) return { key: 'refusedPicture.empty', advice: ': it is empty; choose it once more' }
  const beginning = Buffer.from(bytes.subarray(0, looksAt)).toString('latin1')
  const other = others.find(({ begins }) => begins.test(beginning))
  return other ?? { key: 'refusedPicture.none', advice: ', whatever its name says: save it as one' }
}
