import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readHtml, textOf } from '#articles'
import { takeNewsroomLines } from './newsroom-lines.ts'

const people: Readonly<Record<string, string>> = { WS: 'Wulan Sasmita', HBS: 'Hanif Bayu Saputra' }

function linesOf(html: string): { dateline?: string; signOff?: [string, string]; text: string } {
  const { document, ...lines } = takeNewsroomLines(readHtml(html).document, {
    outlets: ['Kabar'],
    signer: (initials) => people[initials],
  })
  return { ...lines, text: textOf(document).trim() }
}

describe('the dateline', () => {
  it('is taken out of the first paragraph, also across bold words', () => {
    const found = { dateline: 'Jakarta', text: 'Xiaomi datang.' }
    assert.deepEqual(linesOf('<p>KABAR.example, Jakarta – Xiaomi datang.</p>'), found)
    assert.deepEqual(linesOf('<p><b>KABAR.example</b>, Jakarta — Xiaomi datang.</p>'), found)
    assert.equal(linesOf('<p>KABAR, Tanjung Pinang - Xiaomi datang.</p>').dateline, 'Tanjung Pinang')
  })

  it('is nothing that only looks like one', () => {
    for (const text of ['ASUS, Lenovo – keduanya datang.', 'Kemarin, kami pergi – jauh.', 'Jakarta – Xiaomi datang.'])
      assert.deepEqual(linesOf(`<p>${text}</p>`), { text })
  })
})

describe('the sign-off', () => {
  const signOff = [people['WS'], people['HBS']]

  it('is taken from the last line', () => {
    assert.deepEqual(linesOf('<p>Xiaomi datang.</p><p>[WS/HBS]</p>'), { signOff, text: 'Xiaomi datang.' })
    assert.deepEqual(linesOf('<p>Datang.</p><p><em>(ws / hbs)</em></p>'), { signOff, text: 'Datang.' })
  })

  it('stays in the text where it is not the last line or names nobody of the newsroom', () => {
    for (const html of [
      '<p>[WS/HBS]</p><p>Datang.</p>',
      '<p>Datang.</p><p>[WS/XYZ]</p>',
      '<p>Datang.</p><p>[WS]</p>',
    ]) {
      const { signOff: found, text } = linesOf(html)
      assert.equal(found, undefined, html)
      assert.match(text, /[[]WS/)
    }
  })
})

describe('a text without words', () => {
  it('has no lines', () => {
    assert.deepEqual(linesOf(''), { text: '' })
  })
})
