import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepTopic, pairArticles } from '#articles'
import { keepOrganisation } from '#organisations'
import { keepPerson } from '#people'
import type { Language } from '#platform/settings.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

const storyOf = (html: string) => /<article class="story".*?<\/article>/s.exec(html)?.[0] ?? ''
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

async function signedBy({ gawai, publish }: Newsroom, names: readonly string[], lang: Language) {
  const people = await gawai.write(async (unit) => {
    const ids: number[] = []
    for (const name of names) ids.push(await keepPerson(unit, { name }))
    return ids
  })
  const bylines = people.map((person) => ({ person, role: 'writer' as const }))
  return publish({ slug: `oleh-${names.length}`, lang, bylines })
}

describe('the head of a story', () => {
  it('leads from each name to the person, role by role', async (test) => {
    const { get, publish, wulan, hanif } = await openNewsroom(test)
    const { path } = await publish({
      bylines: [
        { person: wulan, role: 'writer' },
        { person: hanif, role: 'editor' },
        { person: wulan, role: 'photo' },
      ],
    })
    const story = storyOf((await get(path)).text)
    assert.match(plain(story), /Oleh Wulan Sasmita · Penyunting Hanif Bayu Saputra · Foto Wulan Sasmita/)
    const [, link = ''] = /<a href="([^"]+)" rel="author">Hanif Bayu Saputra<\/a>/.exec(story) ?? []
    assert.match((await get(link)).text, /<h1>Hanif Bayu Saputra<\/h1>/)
  })

  it('joins several names as each language has it', async (test) => {
    const newsroom = await openNewsroom(test)
    const names = ['Wulan', 'Tia', 'Hanif']
    for (const [lang, two, three] of [
      ['id', 'Oleh Wulan dan Tia', 'Oleh Wulan, Tia, dan Hanif'],
      ['en', 'By Wulan and Tia', 'By Wulan, Tia and Hanif'],
    ] as const) {
      const pair = await signedBy(newsroom, names.slice(0, 2), lang)
      const trio = await signedBy(newsroom, names, lang)
      assert.match(plain((await newsroom.get(pair.path)).text), new RegExp(`${two} \\d`))
      assert.match(plain((await newsroom.get(trio.path)).text), new RegExp(`${three} \\d`))
    }
  })

  it('has a summary only when somebody wrote one, while search engines get the beginning of the text', async (test) => {
    const { get, publish } = await openNewsroom(test)
    const bare = await publish({ slug: 'a', markdown: 'Begini mulanya.' })
    const told = await publish({ slug: 'b', summary: 'Intinya ini.', markdown: 'Begini mulanya.' })
    const bareText = (await get(bare.path)).text
    assert.doesNotMatch(storyOf(bareText), /class="summary"/)
    assert.match(bareText, /<meta name="description" content="Begini mulanya\."/)
    assert.match(storyOf((await get(told.path)).text), /<p class="summary">Intinya ini\.<\/p>/)
  })

  it('gives day and minute with the zone, and the day of a change only when there was one', async (test) => {
    const { get, publish, clock, file } = await openNewsroom(test)
    const { path } = await publish({ at: Date.UTC(2026, 0, 5, 3) })
    const before = storyOf((await get(path)).text)
    assert.match(
      before,
      /<time datetime="2026-01-05T10:00:00\+07:00">5 Januari 2026 pukul 10\.00\sWIB<\/time> · 1\smenit baca/,
    )
    assert.doesNotMatch(before, /Diperbarui/)
    const story = (words: string) => `---\ntitle: Kabar lain\nslug: lain\n---\n${words}`
    const first = await file(story('Satu.'))
    clock.move(3_600_000)
    await file(story('Dua.'))
    assert.match(plain(storyOf((await get(first.path ?? '')).text)), /Diperbarui 5 Januari 2026 pukul 11\.00 WIB/)
  })

  it('leads to its partner in the other language, and names it to search engines, as long as it can be read', async (test) => {
    const { get, publish, gawai } = await openNewsroom(test)
    const [ours, theirs] = [
      await publish({ slug: 'ponsel' }),
      await publish({ title: 'A phone', slug: 'phone', lang: 'en' }),
    ]
    assert.doesNotMatch((await get(ours.path)).text, /class="partner"|rel="alternate" hreflang/)
    await gawai.write((unit) => pairArticles(unit, ours.id, theirs.id))
    const { text } = await get(ours.path)
    assert.match(
      text,
      new RegExp(`<a href="${theirs.path}" hreflang="en" lang="en" title="A phone"\\s*>Read in English</a`),
    )
    assert.match(text, new RegExp(`<link rel="alternate" hreflang="en" href="https://gawai.example${theirs.path}"`))
    assert.match(text, new RegExp(`<link rel="alternate" hreflang="id" href="https://gawai.example${ours.path}"`))
    assert.match((await get(theirs.path)).text, /lang="id" title="Kabar gawai"\s*>Baca dalam bahasa Indonesia<\/a/)
  })
})

describe('the foot of a story', () => {
  it('has the sign-off, then who said it and who passed it on', async (test) => {
    const { get, publish, gawai, wulan, hanif } = await openNewsroom(test)
    const [lei, verge, arena] = await gawai.write(async (unit) => [
      await keepOrganisation(unit, { name: 'Lei Jun', kind: 'person' }),
      await keepOrganisation(unit, { name: 'The Verge', kind: 'outlet' }),
      await keepOrganisation(unit, { name: 'PhoneArena', kind: 'outlet' }),
    ])
    const via = [verge, arena].map((organisation) => ({ role: 'via' as const, organisation: organisation ?? 0 }))
    const said = { role: 'source' as const, organisation: lei ?? 0, url: 'https://weibo.example/1' }
    const both = await publish({
      slug: 'dua',
      sources: [said, ...via],
      bylines: [
        { person: wulan, role: 'writer' },
        { person: hanif, role: 'editor' },
      ],
    })
    const story = storyOf((await get(both.path)).text)
    assert.match(plain(story), /\[WS\/HBS\] Sumber: Lei Jun, melalui The Verge dan PhoneArena$/)
    assert.match(story, /<a href="https:\/\/weibo\.example\/1" rel="noopener">Lei Jun<\/a>/)
    const passedOn = await publish({ slug: 'satu', sources: via.slice(0, 1) })
    assert.match(plain(storyOf((await get(passedOn.path)).text)), /Sumber: melalui The Verge$/)
  })

  it('names a brand that is a topic too once, and leads to the brand', async (test) => {
    const { get, file } = await openNewsroom(test)
    const { path = '' } = await file('---\ntitle: Ponsel\ntopics: [Xiaomi, Layar]\nbrands: [Xiaomi]\n---\nTeks.')
    const [, list = ''] = /<ul class="topics">(.*?)<\/ul>/s.exec((await get(path)).text) ?? []
    assert.deepEqual(
      Array.from(list.matchAll(/<a href="([^"]+)" rel="tag">([^<]+)</g), ([, to, name]) => [to, name]),
      [
        ['/merek/xiaomi/', 'Xiaomi'],
        ['/topik/layar/', 'Layar'],
      ],
    )
  })

  it('is not there when it would be empty', async (test) => {
    const { get, publish, gawai } = await openNewsroom(test)
    const { path } = await publish({ slug: 'kosong' })
    assert.doesNotMatch(storyOf((await get(path)).text), /<footer>/)
    const topic = await gawai.write((unit) => keepTopic(unit, gawai.settings, { lang: 'id', name: 'Layar' }))
    const about = await publish({ slug: 'berisi', topics: [topic] })
    assert.match(storyOf((await get(about.path)).text), /<footer>/)
  })
})

describe('the page of an article', () => {
  it('names its card for sharing and its Markdown twin with whole addresses', async (test) => {
    const { get, publish } = await openNewsroom(test)
    const { path, id } = await publish({ title: 'Ponsel "lipat" <baru>', slug: 'lipat' })
    const { text } = await get(path)
    const [, card = ''] = /<meta property="og:image" content="https:\/\/gawai\.example([^"]+)"/.exec(text) ?? []
    assert.match(card, new RegExp(`^/media/cards/${id}-\\d+\\.jpg$`))
    assert.match(
      text,
      /<meta property="og:image:width" content="1200" \/>\s*<meta property="og:image:height" content="630"/,
    )
    assert.match(text, /<meta property="og:image:alt" content="Ponsel &quot;lipat&quot; &lt;baru&gt;"/)
    assert.match(
      text,
      /<link rel="alternate" type="text\/markdown" href="https:\/\/gawai\.example\/2026\/01\/lipat\.md" \/>/,
    )
    assert.match(text, /<meta property="og:type" content="article"/)
    assert.equal((await get('/2026/01/lipat.md')).status, 200)
  })

  it('tells search engines the words that were written for them', async (test) => {
    const { get, publish } = await openNewsroom(test)
    const seo = { title: 'Harga ponsel lipat', description: 'Semua harganya.' }
    const { text } = await get((await publish({ title: 'Melipat dompet', seo })).path)
    assert.match(text, /<title>Harga ponsel lipat – Gawai<\/title>/)
    assert.match(text, /<meta name="description" content="Semua harganya\."/)
    assert.match(text, /<h1>Melipat dompet<\/h1>/)
  })

  it('has the dateline before its first words, and the latest beside it', async (test) => {
    const { get, publish } = await openNewsroom(test)
    await publish({ title: 'Yang lain', slug: 'lain' })
    const { path } = await publish({ dateline: 'Jakarta', markdown: '## Judul\n\nHari ini.' })
    const { text } = await get(path)
    assert.match(text, /<p><strong>Jakarta – <\/strong>Hari ini\.<\/p>/)
    assert.match(/<aside class="rail">.*<\/aside>/s.exec(text)?.[0] ?? '', /Yang lain/)
  })

  it('is shorter for a standing page: no time, no names, no summary', async (test) => {
    const { get, file } = await openNewsroom(test)
    await file(
      '---\nkind: page\ntitle: Tentang kami\nslug: tentang\nwriter: Wulan Sasmita\nsummary: Siapa kami.\n---\nKami.',
    )
    const { text } = await get('/tentang/')
    const story = storyOf(text)
    assert.match(story, /<h1>Tentang kami<\/h1>/)
    assert.doesNotMatch(story, /class="(summary|bylines)"|<time/)
    assert.match(text, /<meta property="og:type" content="website"/)
    assert.match(text, /<meta name="description" content="Siapa kami\."/)
  })
})
