import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'

describe('the text of a file', () => {
  it('may hold every kind of block', async (test) => {
    const newsroom = await openNewsroom(test)
    const nota = await newsroom.publish({ title: 'Nota', slug: 'nota' })
    const { path = '', notUnderstood } = await newsroom.file(`---
title: Semua
---
## Pokok berita
- satu
- dua

<p class="attribution">Menurut <a href="https://wsj.example/berita">The Wall Street Journal</a></p>

<p class="attribution">Melalui PhoneArena</p>

Baca juga: [Nota](https://gawai.example${nota.path})

Baca juga: [Nota](${nota.path.slice(0, -1)})

![](https://pict.example/a.jpg "Merah. Foto: Sari Dewi")
![](https://pict.example/b.jpg)

https://youtu.be/abcdefghijk

| a | b |
|---|---|
| c | d |

<div class="raw"><ruby>漢<rt>kan</rt></ruby></div>
`)
    const { text } = await newsroom.get(path)
    assert.match(
      text,
      /<aside class="key-points" aria-label="Pokok berita">\s*<h2>Pokok berita<\/h2>\s*<ul>\s*<li><p>satu<\/p><\/li>/,
    )
    assert.match(
      text,
      /<span>Menurut<\/span> <a href="https:\/\/wsj\.example\/berita" rel="noopener">The Wall Street Journal<\/a>/,
    )
    assert.match(text, /<span>Melalui<\/span> PhoneArena/)
    assert.equal(text.match(/<p class="read-also">/g)?.length, 2)
    assert.match(text, /<figure class="gallery">.*Foto: Sari Dewi/s)
    assert.match(text, /<gawai-embed/)
    assert.match(text, /<th scope="col"><p>a<\/p><\/th>/)
    assert.match(text, /<ruby>漢<rt>kan<\/rt><\/ruby>/)
    assert.deepEqual(notUnderstood, [
      'the picture https://pict.example/a.jpg lies on another host: readers get a link to it instead',
      'the picture https://pict.example/b.jpg lies on another host: readers get a link to it instead',
    ])
    const kinds = await newsroom.gawai.db.selectFrom('organisation').select(['name', 'kind']).orderBy('name').execute()
    assert.deepEqual(
      kinds.map(({ name, kind }) => [name, kind]),
      [
        ['PhoneArena', 'outlet'],
        ['The Wall Street Journal', 'company'],
      ],
    )
  })

  it('gets a summary from its first words, also when they have no blanks', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path = '' } = await newsroom.file(`---\ntitle: Panjang\n---\n${'小米'.repeat(500)}`)
    assert.match((await newsroom.get(path)).text, /<meta name="description" content="(小米){100}…"/)
  })
})

describe('the picture that front matter names', () => {
  const withImage = (image: string) => `---\ntitle: Foto\nimage: ${image}\n---\nTeks.`

  it('stands above the text with its words', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path = '', notUnderstood } = await newsroom.file(
      withImage('{ src: https://gawai.example/media/a.jpg, alt: Layar, caption: Layar depan, credit: Sari Dewi }'),
    )
    const { text } = await newsroom.get(path)
    assert.match(
      text,
      /<img src="https:\/\/gawai\.example\/media\/a\.jpg"\s+alt="Layar".*Layar depan <span class="credit">Foto: Sari Dewi<\/span>.*Teks\./s,
    )
    assert.deepEqual(notUnderstood, [])
  })

  it('is told of when readers will not see it as it is meant', async (test) => {
    const { file } = await openNewsroom(test)
    assert.match(
      (await file(withImage('https://pict.example/a.jpg'))).notUnderstood.join(),
      /a\.jpg lies on another host/,
    )
    assert.match((await file(withImage('/media/a.jpg'))).notUnderstood.join(), /see to it that something answers there/)
  })

  it('is refused when it is neither a file nor an address, and nothing is published', async (test) => {
    const { file, gawai } = await openNewsroom(test)
    for (const image of ['//pict.example/a.jpg', 'data:image/png;base64,AA', 'javascript:x'])
      await assert.rejects(
        file(withImage(image)),
        (error) => error instanceof Invalid && error.message.startsWith(`story.md: the field "image" names "${image}"`),
        image,
      )
    assert.deepEqual(await gawai.db.selectFrom('article').select('id').execute(), [])
  })
})
