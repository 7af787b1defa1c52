import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { linked, words } from '#test/documents.ts'
import type { Node } from './node.ts'
import { readAlsoLine } from './read-also-line.ts'

const nota = linked('Nota baru', '/nota/')
const target = (...line: Node[]) => readAlsoLine(line, (href) => (href === '/nota/' ? 7 : undefined))

describe('a "Baca juga" line', () => {
  it('opens with the words, in whatever dress, and holds one link', () => {
    const lines: Node[][] = [
      [words('Baca juga: '), nota],
      [words('BACA JUGA', 'bold'), words(' : '), nota, words('.')],
      [words('Baca Juga – '), nota],
      [words('Lihat juga '), nota],
      [words('Read also: '), nota],
      [
        words('See also: '),
        { ...nota, text: 'Nota ' },
        { ...nota, text: 'baru', marks: [...(nota.marks ?? []), { type: 'bold' }] },
      ],
      [linked('Baca juga: Nota baru', '/nota/')],
    ]
    for (const line of lines) assert.equal(target(...line), 7, JSON.stringify(line))
  })

  it('is no line that says more, links twice, links elsewhere or opens otherwise', () => {
    const lines: Node[][] = [
      [words('Baca juga: '), nota, words(' yang terbit kemarin')],
      [words('Baca juga: '), nota, words(' '), linked('Lain', '/lain/')],
      [words('Baca juga: '), nota, linked('Lain', '/lain/')],
      [words('Baca juga: '), linked('Lain', '/lain/')],
      [words('Baca jugaan: '), nota],
      [words('Kami baca juga '), nota],
      [words('Baca juga: nota')],
      [words('Baca juga: '), linked(' ', '/nota/')],
      [nota],
    ]
    for (const line of lines) assert.equal(target(...line), undefined, JSON.stringify(line))
  })
})
