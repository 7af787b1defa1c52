import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { facet, lineOf, termsIn, wordsIn } from './list-words.ts'

describe('the words of a list', () => {
  it('are small letters without accents, each once, cut at every sign', () => {
    const cases: [string, string[]][] = [
      ['Xiaomi  xiaomi, XIAOMI!', ['xiaomi']],
      ['Wi-Fi 6E, USB-C… (2018)', ['wi', 'fi', '6e', 'usb', 'c', '2018']],
      ['Café, CAFE\u0301 dan İstanbul', ['cafe', 'dan', 'istanbul']],
      ["Jum’at McDonald's", ['jumat', 'mcdonalds']],
      ['Сяоми 小米', ['сяоми', '小米']],
      ['100% a_b \\ " --', ['100', 'a', 'b']],
      ['\0 \ud800', []],
    ]
    for (const [text, words] of cases) assert.deepEqual(wordsIn(text), words, text)
  })

  it('are spelled the same when they are spelled again, hold no sign of LIKE and no facet', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const words = wordsIn(text)
        assert.deepEqual(wordsIn(words.join(' ')), words)
        for (const word of words) assert.doesNotMatch(word, /[\s%_:!\\]/)
        assert.ok(words.every((word) => lineOf([...words, facet('lang', 'id')]).includes(` ${word} `)))
      }),
    ))

  it('are asked for eight at a time', () => {
    assert.equal(termsIn('satu dua tiga empat lima enam tujuh delapan sembilan').length, 8)
  })
})
