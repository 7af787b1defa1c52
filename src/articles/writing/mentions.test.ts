import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mentionedIn } from './mentions.ts'

const people = ['Bagas Prakoso', 'Bagas', 'Dian Lestari', 'Dian Ayu', 'Eka Putri'].map((name) => ({ name }))
const named = (words: string) => mentionedIn(words, people).map(({ name }) => name)

describe('a mention', () => {
  it('is a name behind an @, the longest that fits, in any case and with anything behind it', () => {
    assert.deepEqual(named('@Bagas Prakoso, lihat ini. (@dian lestari)'), ['Bagas Prakoso', 'Dian Lestari'])
    assert.deepEqual(named('Tanya @Bagas dulu'), ['Bagas'])
  })

  it('by the first name is one only where no other has it', () => {
    assert.deepEqual(named('@Eka dan @Dian'), ['Eka Putri'])
  })

  it('is none inside a word or an address, and each is named once', () => {
    assert.deepEqual(named('eka@Eka.example, @Ekasari'), [])
    assert.deepEqual(named('@Eka Putri dan @eka putri'), ['Eka Putri'])
  })
})
