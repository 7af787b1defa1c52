// Plain JavaScript: the editor is typed with the globals of a browser, the program and its tests without them.
import { getSchema } from '@tiptap/core'
import { documentExtensions, documentOf, writable } from '#articles/editor'

const words = {
  readAlso: 'Baca juga:',
  accordingTo: 'Menurut',
  via: 'Melalui',
  keyPoints: 'Pokok berita',
  picture: 'Gambar',
  pictureElsewhere: 'Gambar di situs lain',
  rawHtml: 'HTML',
  unknown: '?',
}

export const schema = getSchema(documentExtensions({ words, titleOf: () => undefined, nameOf: () => undefined }))
export { documentOf, writable }
