import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'

const reading = (files: Record<string, Uint8Array>) => async (path: string) => files[path]
const story = (text: string, image = '') => `---\ntitle: Foto\n${image && `image: ${image}\n`}---\n${text}\n`

describe('a picture that is a file beside the text', () => {
  const read = reading({
    './lead.png': pngOf(8, 4),
    'lead.png': pngOf(8, 4),
    'foto/layar depan.png': pngOf(3, 2),
    'b.png': pngOf(5, 7),
  })

  it('is shown with its size and its words, above the text and in it', async (test) => {
    const newsroom = await openNewsroom(test)
    const { path = '', notUnderstood } = await newsroom.file(
      story(
        'Teks.\n\n![Layar](<foto/layar depan.png> "Layar depan. Foto: Sari Dewi")\n\n![](b.png) ![](./lead.png)',
        '{ src: lead.png, alt: Kotak, credit: Wulan }',
      ),
      'story.md',
      read,
    )
    const { text } = await newsroom.get(path)
    assert.match(
      text,
      /<img src="\/media\/[0-9a-f]{32}-whole-8\.jpg" [^>]* alt="Kotak"\s+width="8" height="4"\s+data-colour="#[0-9a-f]{6}" fetchpriority="high".*Foto: Wulan.*Teks\./s,
    )
    assert.match(text, /alt="Layar"\s+width="3" height="2"[^]*?Layar depan\.? <span class="credit">Foto: Sari Dewi/)
    assert.match(text, /<figure class="gallery">.*width="5" height="5".*width="4" height="4"/s)
    assert.deepEqual(notUnderstood, [])
    assert.equal((await newsroom.gawai.storage.list('originals/')).length, 3)
    const [src = ''] = /\/media\/[^" ]+/.exec(text) ?? []
    assert.equal((await newsroom.get(src)).status, 200)
  })

  it('may say which point no crop may lose', async (test) => {
    const { file, gawai } = await openNewsroom(test)
    const focused = (focus: string) => file(story('Teks.', `{ src: lead.png, focus: ${focus} }`), 'story.md', read)
    await focused('[0.25, 1]')
    const [facts = ''] = (await gawai.storage.list('pictures/')).filter((name) => name.endsWith('.json'))
    assert.match(String(Buffer.from((await gawai.storage.get(facts)) ?? [])), /"focus":\{"x":0\.25,"y":1\}/)
    for (const wrong of ['[0.5]', '[2, 0]', 'left'])
      await assert.rejects(focused(wrong), /^Invalid: story\.md: the field "image/, wrong)
  })

  it('has its whole address in the feed', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.file(story('![](b.png)'), 'story.md', read)
    assert.match((await newsroom.get('/feed/')).text, /<img src="https:\/\/gawai\.example\/media\/[0-9a-f]{32}\.png"/)
  })

  it('is refused with a sentence that names the text and the picture when it is not there', async (test) => {
    const { file } = await openNewsroom(test)
    const expected =
      /^Invalid: story\.md: there is no picture "hilang\.png" beside story\.md: put the file there, or write/
    for (const text of [story('Teks.', 'hilang.png'), story('![](hilang.png)')]) {
      await assert.rejects(file(text, 'story.md', read), expected)
      await assert.rejects(file(text), expected)
    }
  })

  it('is never asked for outside the folder', async (test) => {
    const { file } = await openNewsroom(test)
    const asked: string[] = []
    const spy = async (path: string) => (asked.push(path), pngOf(1, 1))
    const paths = [
      '../foto.png',
      'a/../../foto.png',
      '..\\foto.png',
      'C:\\foto.png',
      'a%2F..%2F..%2Ffoto.png',
      '%2Fetc%2Ffoto.png',
    ]
    for (const path of paths)
      await assert.rejects(
        file(story(`<img src="${path}">`), 'story.md', spy),
        (error) => error instanceof Invalid && /^story\.md: the picture ".*" does not lie in the/.test(error.message),
        path,
      )
    for (const path of ['../foto.png', 'C:\\foto.png', 'file:///foto.png'])
      await assert.rejects(file(story('Teks.', path), 'story.md', spy), /does not lie in the article's folder/, path)
    assert.deepEqual(asked, [])
  })

  it('leaves nothing behind when another picture of the text is refused', async (test) => {
    const { file, gawai } = await openNewsroom(test)
    const withSvg = reading({ 'b.png': pngOf(5, 7), 'c.png': new TextEncoder().encode('<svg/>') })
    await assert.rejects(
      file(story('![](b.png)\n\n![](c.png)'), 'story.md', withSvg),
      /^Invalid: story\.md: the picture "c\.png" is no/,
    )
    const kept = await gawai.storage.list('')
    assert.deepEqual(
      kept.filter((name) => !name.startsWith('secrets/')),
      [],
    )
    assert.deepEqual(await gawai.db.selectFrom('article').select('id').execute(), [])
  })
})
