import { askAttribution, askReadAlso } from './ask-reference.ts'
import { askEmbed } from './ask-embed.ts'
import { askPictures } from './ask-pictures.ts'
import { insertBlock } from './inserting.ts'
import type { Sheet } from './sheet.ts'

/** A kind of block that a writer can put in. */
export interface InsertableBlock {
  /** Which of the words of the sheet names it. */
  key: string
  /** Other words that people know it by, in Indonesian and English. */
  also: string
  insert(sheet: Sheet): void
}

const item = 'listItem'

export const insertableBlocks: readonly InsertableBlock[] = [
  {
    key: 'heading',
    also: 'subjudul judul heading subheading h2',
    insert: ({ editor }) => void editor.chain().focus().setNode('heading', { level: 2 }).run(),
  },
  {
    key: 'subheading',
    also: 'anak subjudul heading subheading h3',
    insert: ({ editor }) => void editor.chain().focus().setNode('heading', { level: 3 }).run(),
  },
  {
    key: 'list',
    also: 'daftar butir poin bullet list',
    insert: ({ editor }) => void editor.chain().focus().toggleList('bulletList', item).run(),
  },
  {
    key: 'numbers',
    also: 'daftar bernomor angka numbered ordered list',
    insert: ({ editor }) => void editor.chain().focus().toggleList('orderedList', item).run(),
  },
  {
    key: 'quote',
    also: 'kutipan quote blockquote',
    insert: ({ editor }) => void editor.chain().focus().toggleWrap('blockquote').run(),
  },
  {
    key: 'table',
    also: 'tabel table spesifikasi',
    insert: ({ editor }) => void editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { key: 'picture', also: 'gambar foto picture image photo', insert: (sheet) => askPictures(sheet, 'image') },
  { key: 'gallery', also: 'galeri gallery', insert: (sheet) => askPictures(sheet, 'gallery') },
  { key: 'embed', also: 'sematan video film youtube embed tweet post', insert: (sheet) => askEmbed(sheet) },
  { key: 'readAlso', also: 'baca juga terkait read also related', insert: askReadAlso },
  {
    key: 'attribution',
    also: 'sumber menurut melalui source via attribution',
    insert: (sheet) => askAttribution(sheet),
  },
  {
    key: 'keyPoints',
    also: 'pokok berita ringkasan poin key points',
    insert: ({ editor }) => void editor.chain().focus().toggleList('keyPoints', item).run(),
  },
  {
    key: 'codeBlock',
    also: 'kode code',
    insert: ({ editor }) => void editor.chain().focus().setNode('codeBlock').run(),
  },
  {
    key: 'rule',
    also: 'garis pemisah rule divider line',
    insert: ({ editor }) => insertBlock(editor, { type: 'horizontalRule' }),
  },
]

/** Those that some word of theirs begins with what was typed. */
export function blocksFor({ say }: Sheet, typed: string): (InsertableBlock & { name: string })[] {
  const asked = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return insertableBlocks
    .map((block) => ({ ...block, name: say(block.key) }))
    .filter(({ name, also }) => {
      const words = `${name} ${also}`.toLowerCase().split(/\s+/)
      return asked.every((part) => words.some((word) => word.startsWith(part)))
    })
}
