import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readMarkdown } from '#articles'
import { anyDocument, context, documentOf, paragraph } from '#test/documents.ts'
import { markupOf } from '#platform/html.ts'
import { viewComparison } from '../../document/changes.ts'
import type { Block, Document, Node } from '../../document/node.ts'
import { type ComparedBlock, compareDocuments, countStates } from './compare-documents.ts'
import { joinedRuns, seenOf } from './seen.ts'
import { wholeEffort } from './steps.ts'

const compared = (old: string, now: string) => compareDocuments(readMarkdown(old).document, readMarkdown(now).document)

const markupIn = async (blocks: readonly ComparedBlock[]): Promise<string[]> =>
  Promise.all(
    viewComparison(
      blocks.map(({ shown }) => shown),
      context,
    ).map(async (one) => (await markupOf(one)).replace(/\s*\n\s*/g, '')),
  )

const statesOf = (blocks: readonly ComparedBlock[]) => blocks.map(({ state }) => state).join(' ')

/** One side of what is shown, as if the other had never been. */
function sideOf(nodes: readonly Node[], other: 'added' | 'removed'): Node[] {
  const [gone, here] = other === 'added' ? ['insertion', 'deletion'] : ['deletion', 'insertion']
  return nodes.flatMap((node): Node[] => {
    if (node.type === gone || node.marks?.some(({ type }) => type === other)) return []
    if (node.type === here) return sideOf(node.content ?? [], other)
    const content = node.content && sideOf(node.content, other)
    const marks = node.marks?.filter(({ type }) => type !== 'added' && type !== 'removed')
    return [{ ...node, ...(content && { content }), ...(marks && { marks }) }]
  })
}

/** Two documents that have something in common, as two revisions do. */
const twoRevisions = fc
  .tuple(anyDocument, anyDocument, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }))
  .map(([one, other, swaps]): [Document, Document] => {
    const mixed = [...one.content]
    for (const [from, to] of swaps) {
      const fresh = other.content[to % Math.max(1, other.content.length)]
      const at = from % Math.max(1, mixed.length)
      if (from % 3 === 0 && fresh) mixed.splice(at, 0, fresh)
      else if (from % 3 === 1) mixed.push(...mixed.splice(at, 1))
      else mixed[at] = edited(mixed[at] ?? paragraph('kata'))
    }
    return [one, { type: 'doc', content: mixed }]
  })

/** The same block with other words in its first line. */
function edited(block: Block): Block {
  if (!block.content) return block
  const [first, ...more] = block.content
  if (first?.text !== undefined) return { ...block, content: [{ ...first, text: `${first.text} baru` }, ...more] }
  return first ? { ...block, content: [edited(first as Block), ...more] } : block
}

describe('two documents that are compared', () => {
  it('are both in the comparison, exactly', () =>
    fc.assert(
      fc.property(fc.oneof(twoRevisions, fc.tuple(anyDocument, anyDocument)), ([old, now]) => {
        const blocks = compareDocuments(old, now)
        assert.deepEqual(
          blocks.flatMap((block) => block.now ?? []),
          now.content.map((block, at) => ({ at, block })),
        )
        assert.deepEqual(
          blocks.flatMap((block) => block.old ?? []).toSorted((one, other) => one.at - other.at),
          old.content.map((block, at) => ({ at, block })),
        )
      }),
      { numRuns: 300 },
    ))

  it('are both in what is shown of a changed block: without what went it is the new one', () =>
    fc.assert(
      fc.property(twoRevisions, ([old, now]) => {
        for (const { state, shown, said, old: before, now: after } of compareDocuments(old, now)) {
          if (state !== 'changed' || !before || !after) continue
          assert.deepEqual(joinedRuns(sideOf(shown, 'removed')).map(seenOf), [seenOf(after.block)])
          if (said.length === 0) assert.equal(wordsOf(sideOf(shown, 'added')), wordsOf([before.block]))
        }
      }),
      { numRuns: 300 },
    ))

  it('have no change when they are equal, also by way of other spellings of the same', () =>
    fc.assert(
      fc.property(anyDocument, (document) => {
        const again = JSON.parse(JSON.stringify(document)) as Document
        assert.ok(compareDocuments(document, again).every(({ state }) => state === 'same'))
      }),
      { numRuns: 100 },
    ))

  it('are told block by block: what stayed, came, went, changed and moved', async () => {
    const blocks = compared(
      'Satu kalimat yang tetap.\n\nHarga mulai Rp2.899.000 di toko.\n\n## Latar\n\nYang hilang.',
      'Pembuka baru.\n\nHarga mulai Rp2.999.000 di toko.\n\n## Latar\n\nSatu kalimat yang tetap.',
    )
    assert.equal(statesOf(blocks), 'added changed same removed moved')
    assert.equal(
      (await markupIn(blocks))[1],
      '<p>Harga mulai <del>Rp2.899.000</del><ins>Rp2.999.000</ins> di toko.</p>',
    )
    assert.deepEqual(countStates(blocks), { same: 1, added: 1, removed: 1, changed: 1, moved: 1 })
  })

  it('move the one that was moved, not all that it was moved past, changed as they are', () => {
    const others = 'Satu dua tiga empat.\n\nLima enam tujuh delapan.\n\nSembilan sepuluh sebelas.'
    const past = others.replaceAll('.', ' lagi.')
    assert.equal(statesOf(compared(`${others}\n\nYang penting.`, `Yang penting.\n\n${others}`)), 'moved same same same')
    const blocks = compared(`${others}\n\nYang penting.`, `Yang penting.\n\n${past}`)
    assert.deepEqual(
      blocks.map(({ state, isMoved }) => [state, isMoved]),
      [['moved', true], ...Array.from({ length: 3 }, () => ['changed', false])],
    )
  })

  it('mark words exchanged in a row as one, and words whose look was changed', async () => {
    assert.deepEqual(await markupIn(compared('Ini dua kata lama di sini.', 'Ini tiga huruf baru di sini.')), [
      '<p>Ini <del>dua kata lama</del><ins>tiga huruf baru</ins> di sini.</p>',
    ])
    assert.deepEqual(await markupIn(compared('Ini kata yang penting.', 'Ini kata yang **penting**.')), [
      '<p>Ini kata yang <del>penting</del><ins><strong>penting</strong></ins>.</p>',
    ])
  })

  it('keep a link together around the words that changed in it', async () => {
    assert.deepEqual(
      await markupIn(compared('Baca [dua berita ini](/a/) di sini.', 'Baca [tiga berita ini](/a/) di sini.')),
      ['<p>Baca <a href="/a/"><del>dua</del><ins>tiga</ins> berita ini</a> di sini.</p>'],
    )
  })

  it('show lists item by item, and tables cell by cell', async () => {
    const list = await markupIn(compared('- satu\n- dua\n- tiga', '- satu\n- tiga\n- empat'))
    assert.deepEqual(list, [
      '<ul><li><p>satu</p></li><li><del class="whole"><p>dua</p></del></li><li><p>tiga</p></li><li><ins class="whole"><p>empat</p></ins></li></ul>',
    ])
    const table = '| Varian | Harga |\n| --- | --- |\n| 8/256 GB | Rp2.899.000 |'
    const [view = ''] = await markupIn(compared(table, table.replace('2.899', '2.999')))
    assert.match(view, /8\/256 GB<\/p><\/td><td><p><del>Rp2\.899\.000<\/del><ins>Rp2\.999\.000<\/ins>/)
  })

  it('show a picture once whose caption was changed, and two where another stands in its place', () => {
    const image = (src: string, caption: string): Block => ({ type: 'image', attrs: { src, alt: 'Ponsel', caption } })
    const [same] = compareDocuments(
      documentOf(image('/media/a.jpg', 'Warna biru')),
      documentOf(image('/media/a.jpg', 'Warna hijau')),
    )
    assert.deepEqual(
      [same?.state, same?.shown.length, same?.said],
      [
        'changed',
        1,
        [
          {
            of: 'caption',
            pieces: [
              { state: 'same', text: 'Warna ' },
              { state: 'removed', text: 'biru' },
              { state: 'added', text: 'hijau' },
            ],
          },
        ],
      ],
    )
    const other = compareDocuments(
      documentOf(image('/media/a.jpg', 'Warna biru')),
      documentOf(image('/media/b.jpg', 'Warna biru')),
    )
    assert.deepEqual([other[0]?.state, other[0]?.shown.map(({ type }) => type)], ['changed', ['deletion', 'insertion']])
  })

  it('tell a paragraph that became a heading', () => {
    const [block] = compared('Harga dan ketersediaan', '## Harga dan ketersediaan')
    assert.deepEqual([block?.state, block?.isReshaped], ['changed', true])
  })

  it('cost no more than they may, however they were made', () => {
    const words = (seed: number) => Array.from({ length: 30_000 }, (_, index) => `k${(index * seed) % 9973}`).join(' ')
    const rows = (seed: number) =>
      Array.from({ length: 20_000 }, (_, index) => paragraph(`k${(index * seed) % 19_997}`))
    for (const [old, now] of [
      [documentOf(paragraph(words(7))), documentOf(paragraph(words(5)))],
      [documentOf(...rows(7)), documentOf(...rows(5))],
    ] as const) {
      const effort = wholeEffort()
      compareDocuments(old, now, effort)
      assert.ok(effort.left >= 0, String(effort.left))
    }
  })
})

const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map(({ text, type, content }) => text ?? (type === 'hardBreak' ? '\n' : wordsOf(content ?? []))).join('')
