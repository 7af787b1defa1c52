import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainWords } from './plain-words.ts'

describe('plain words', () => {
  it('are what a reader sees of a title', () => {
    for (const [markup, words] of [
      ['<em>Sa</em>tu &amp; dua<br>tiga', 'Satu & dua tiga'],
      ['&#8220;Kutip&#8221; &hellip; &nbsp;akhir ', '“Kutip” … akhir'],
      ['3 < 4 && 5 > 2', '3 < 4 && 5 > 2'],
      ['&lt;b&gt;', '<b>'],
      ['  ', ''],
    ] as const)
      assert.equal(plainWords(markup), words)
  })
})
