import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newArticle, publishRevision, revise, unpublish } from '#articles'
import { plainContent } from '#test/content.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

const publishPage = ({ gawai }: Newsroom, title: string) =>
  gawai.write(async (unit) => {
    const article = await newArticle(unit, { kind: 'page', lang: 'id' })
    const revision = await revise(unit, article, plainContent('Kami.', { title, slug: 'tentang-kami' }))
    await publishRevision(unit, gawai.settings, { article, revision })
  })

describe('llms.txt', () => {
  it('says what the edition is and leads to sections, texts, feeds and pages', async (test) => {
    const newsroom = await openNewsroom(test)
    await newsroom.publish({ title: 'Ponsel lipat', slug: 'lipat', summary: 'Inti.' })
    const { text, headers } = await newsroom.get('/llms.txt')
    assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8')
    assert.match(text, /^# Gawai\n\n> Gawai adalah situs berita gawai[^\n]+\n\n[^\n#]+\n\n## Rubrik\n\n- \[Gadget\]/)
    assert.match(text, /\n- \[Ponsel\]\(https:\/\/gawai\.example\/rubrik\/gadget\/ponsel\/\)\n/)
    assert.match(
      text,
      /\n## Berita terbaru\n\n- \[Ponsel lipat\]\(https:\/\/gawai\.example\/2026\/01\/lipat\.md\): Inti\.\n/,
    )
    assert.match(text, /\n## RSS dan umpan lain\n\n- \[RSS\]\(https:\/\/gawai\.example\/feed\/\)\n- \[Atom\]/)
    assert.doesNotMatch(text, /Optional/)
  })

  it('has the standing pages in the list that may be left out, and each edition its own', async (test) => {
    const newsroom = await openNewsroom(test)
    await publishPage(newsroom, 'Tentang kami')
    await newsroom.publish({ title: 'One', slug: 'one', lang: 'en' })
    const [indonesian, english] = [(await newsroom.get('/llms.txt')).text, (await newsroom.get('/en/llms.txt')).text]
    assert.match(
      indonesian,
      /\n## Optional\n\n- \[Tentang kami\]\(https:\/\/gawai\.example\/tentang-kami\.md\): Kami\.\n$/,
    )
    assert.doesNotMatch(indonesian, /One/)
    assert.match(english, /\n> Gawai is a gadget news site[^]+\n## Latest news\n\n- \[One\]/)
    assert.doesNotMatch(english, /Tentang kami/)
  })

  it('keeps its form whatever a title holds, and names nothing that readers cannot see', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id } = await newsroom.publish({ title: '[Baru](x)\n# A', slug: 'a(b)', summary: '# B\n- [c](d)' })
    await newsroom.file('---\ntitle: Besok\npublished: 2030-01-01T00:00:00Z\n---\nNanti.')
    const lines = async () =>
      (await newsroom.get('/llms.txt')).text.split('\n').filter((line) => /Baru|Besok/.test(line))
    assert.deepEqual(await lines(), ['- [(Baru)(x) # A](https://gawai.example/2026/01/a%28b%29.md): # B - (c)(d)'])
    await unpublish(newsroom.gawai, { article: id, why: 'keliru' })
    assert.deepEqual(await lines(), [])
  })
})
