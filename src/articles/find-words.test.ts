import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findWords, unpublish, wordsOf } from '#articles'
import type { Language } from '#platform/settings.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

const found = async ({ gawai }: Newsroom, question: string, { lang = 'id' as Language, limit = 9 } = {}) =>
  (await findWords(gawai, { words: wordsOf(question), lang, limit })).map(({ title }) => title)

/** Published one after the other, so the last is the newest. */
async function withTitles(newsroom: Newsroom, titles: readonly string[]): Promise<void> {
  for (const [index, title] of titles.entries()) {
    newsroom.clock.move(1000)
    await newsroom.publish({ title, slug: `kabar-${index}`, summary: index === 0 ? 'Tentang kamera dan harga.' : '' })
  }
}

describe('the words of a question', () => {
  it('are what stands between blanks and marks, lower case, each once, eight at the most', () => {
    const cases: [string, string[]][] = [
      ['Xiaomi  xiaomi, XIAOMI!', ['xiaomi']],
      ['"Mi Mix 3" (2018)?', ['mi', 'mix', '2018']],
      ['Wi-Fi 6E, USB-C… dan Jum’at', ['wi-fi', '6e', 'usb-c', 'dan', 'jum’at']],
      ['tamat. C++ 5,5', ['tamat']],
      ['cafe\u0301', ['café']],
      ["% _ -- '' \" *", []],
      ['', []],
      [
        'satu dua tiga empat lima enam tujuh delapan sembilan',
        ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan'],
      ],
    ]
    for (const [question, words] of cases) assert.deepEqual(wordsOf(question), words, question)
  })

  it('are few and can be asked for again, whatever was asked', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (question) => {
        const words = wordsOf(question)
        assert.ok(words.length <= 8 && new Set(words).size === words.length)
        for (const word of words) assert.deepEqual(wordsOf(word), [word])
      }),
    ))
})

describe('looking for words', () => {
  it('finds what holds every word in its title or its summary, the newest first', async (test) => {
    const newsroom = await openNewsroom(test)
    await withTitles(newsroom, ['Xiaomi di Amerika', 'Xiaomi di Eropa', 'Huawei di Amerika'])
    assert.deepEqual(await found(newsroom, 'xiaomi'), ['Xiaomi di Eropa', 'Xiaomi di Amerika'])
    assert.deepEqual(await found(newsroom, 'amerika xiaomi'), ['Xiaomi di Amerika'])
    assert.deepEqual(await found(newsroom, 'KAMERA xiaomi'), ['Xiaomi di Amerika'])
    assert.deepEqual(await found(newsroom, 'xiaomi huawei'), [])
    assert.deepEqual(await found(newsroom, 'di', { limit: 1 }), ['Huawei di Amerika'])
    assert.deepEqual(await found(newsroom, ''), [])
    assert.deepEqual(await found(newsroom, '?!'), [])
  })

  it('minds no case, also in letters beyond English', async (test) => {
    const newsroom = await openNewsroom(test)
    await withTitles(newsroom, ['ÉDISI KEDUA', 'Édisi pertama', 'Menjelang édisi', 'Кабинет Сяоми'])
    assert.deepEqual(await found(newsroom, 'édisi'), ['Menjelang édisi', 'Édisi pertama', 'ÉDISI KEDUA'])
    assert.deepEqual(await found(newsroom, 'ÉDISI Pertama'), ['Édisi pertama'])
    assert.deepEqual(await found(newsroom, 'сяоми'), ['Кабинет Сяоми'])
  })

  it('takes signs that mean something to a database for themselves', async (test) => {
    const newsroom = await openNewsroom(test)
    await withTitles(newsroom, ['Baterai 100% habis', 'Baterai 1000 siklus', 'Kode a_b!c', 'Kode axbxc'])
    const asked = (...words: string[]) => findWords(newsroom.gawai, { words, lang: 'id', limit: 9 })
    const titles = async (...words: string[]) => (await asked(...words)).map(({ title }) => title)
    assert.deepEqual(await titles('100%'), ['Baterai 100% habis'])
    assert.deepEqual(await titles('a_b'), ['Kode a_b!c'])
    assert.deepEqual(await titles('b!c'), ['Kode a_b!c'])
    assert.deepEqual(await titles("' or 1=1 --"), [])
    assert.deepEqual(await titles('\\'), [])
  })

  it('finds a word however a sentence spells it', async (test) => {
    const newsroom = await openNewsroom(test)
    const [small, capital] = [
      (word: string) => word,
      ([first = '', ...rest]: string) => first.toUpperCase() + rest.join(''),
    ]
    const spelling = fc.constantFrom(small, capital, (word: string) => word.toUpperCase())
    const asked = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 12 }).map((text) => wordsOf(text)[0] ?? '')
    await fc.assert(
      fc.asyncProperty(asked, spelling, fc.nat(), async (word, spell, number) => {
        fc.pre(word !== '')
        const { id } = await newsroom.publish({ title: `(${spell(word)})`, slug: `kabar-${number}` })
        const ids = (await findWords(newsroom.gawai, { words: [word], lang: 'id', limit: 1000 })).map((one) => one.id)
        assert.ok(ids.includes(id), `${word} in ${spell(word)}`)
      }),
      { numRuns: 60 },
    )
  })

  it('tells stories of one instant in the order of every list', async (test) => {
    const newsroom = await openNewsroom(test)
    for (const title of ['Kabar satu', 'Kabar dua', 'Kabar tiga']) await newsroom.publish({ title, slug: 'kabar' })
    assert.deepEqual(await found(newsroom, 'kabar', { limit: 2 }), ['Kabar tiga', 'Kabar dua'])
  })

  it('leaves out other languages, pages and what was taken back', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id } = await newsroom.publish({ title: 'Kabar salah', slug: 'salah' })
    await newsroom.publish({ title: 'Kabar story', slug: 'story', lang: 'en' })
    await newsroom.file('---\ntitle: Kabar kami\nkind: page\n---\nIsi.')
    assert.deepEqual(await found(newsroom, 'kabar'), ['Kabar salah'])
    assert.deepEqual(await found(newsroom, 'kabar', { lang: 'en' }), ['Kabar story'])
    await unpublish(newsroom.gawai, { article: id, why: 'keliru' })
    assert.deepEqual(await found(newsroom, 'kabar'), [])
  })
})
