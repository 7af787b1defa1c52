import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findWords, wordsOf } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'

describe('the words of a question', () => {
  it('are eight at the most, each once, without signs around them', () => {
    assert.deepEqual(wordsOf('Ponsel, ponsel! (Wi-Fi) "Mi-A1" x 6.1 AT&T’s.'), [
      'ponsel',
      'wi-fi',
      'mi-a1',
      '6.1',
      'at',
      't’s',
    ])
    assert.equal(wordsOf('aa bb cc dd ee ff gg hh ii jj').length, 8)
    assert.deepEqual(wordsOf(' … !!! % '), [])
  })

  it('are the same when they are asked for again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        const words = wordsOf(question)
        assert.deepEqual(wordsOf(words.join(' ')), words)
      }),
    )
  })
})

describe('a search for words', () => {
  it('takes no sign for any other: what is looked for is found as it is written', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    await publish({ title: 'Diskon 50% untuk Mi_A1!', slug: 'diskon' })
    for (const [word, count] of [
      ['50%', 1],
      ['5%', 0],
      ['mi_a1!', 1],
      ['d_skon', 0],
      ["'", 0],
    ] as const)
      assert.equal((await findWords(gawai, { words: [word], lang: 'id', limit: 5 })).length, count, word)
  })
})
