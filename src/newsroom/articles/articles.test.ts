import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newArticle, readMarkdown, revise, schedule, unpublish } from '#articles'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'

const hour = 60 * 60 * 1000

async function begin({ gawai }: Newsroom, title: string, by: number[] = []): Promise<number> {
  return gawai.write(async (unit) => {
    const id = await newArticle(unit, { kind: 'article', lang: 'id' })
    const bylines = by.map((person) => ({ person, role: 'writer' as const }))
    const words = { title, slug: 'a', summary: '', sections: [], topics: [], sources: [], bylines }
    await revise(unit, id, { ...words, document: readMarkdown('Isi.').document })
    return id
  })
}

/** One article in each state, each with a writer. */
async function openFull(test: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(test)
  const { gawai, wulan, hanif, ponsel, clock } = newsroom
  const signed = (person: number) => [{ person, role: 'writer' as const }]
  await newsroom.publish({ title: 'Terbit Wulan', slug: 'a', section: ponsel, bylines: signed(wulan) })
  await newsroom.publish({ title: 'Terbit Hanif', slug: 'b', bylines: signed(hanif), lang: 'en' })
  const gone = await newsroom.publish({ title: 'Ditarik Hanif', slug: 'c', bylines: signed(hanif) })
  await unpublish(gawai, { article: gone.id, why: 'Keliru.' })
  await begin(newsroom, 'Draf Wulan', [wulan])
  await begin(newsroom, 'Draf Hanif', [hanif])
  await schedule(gawai, { article: await begin(newsroom, 'Nanti Wulan', [wulan]), due: clock.now() + hour })
  await schedule(gawai, { article: await begin(newsroom, 'Besok Hanif', [hanif]), due: clock.now() + 40 * hour })
  return newsroom
}

const titlesIn = (page: string) =>
  [...page.matchAll(/<th scope="row">(?:<a [^>]*>)?([^<]+)</g)].map(([, title]) => title?.trim())

describe('the list of articles', () => {
  it('has each article in its state, and leads to what readers see', async (test) => {
    const newsroom = await openFull(test)
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    const see = async (query: string) => titlesIn((await editor.get(`/newsroom/articles/${query}`)).text)
    assert.deepEqual(new Set(await see('')), new Set(['Terbit Hanif', 'Terbit Wulan']))
    assert.deepEqual(await see('?state=scheduled'), ['Nanti Wulan', 'Besok Hanif'])
    assert.deepEqual(await see('?state=draft'), ['Draf Hanif', 'Draf Wulan'])
    assert.deepEqual(await see('?state=withdrawn'), ['Ditarik Hanif'])
    const { text } = await editor.get('/newsroom/articles/')
    assert.match(
      text,
      /<a href="\/newsroom\/articles\/\d+\/">Terbit Wulan<\/a> <a class="quiet" href="\/2026\/01\/a\/">/,
    )
  })

  it('says where each article stands and who writes it', async (test) => {
    const editor = await visitorOf(await openFull(test), { grants: [{ role: 'editor' }] })
    const { text } = await editor.get('/newsroom/articles/')
    assert.match(text, /Terbit Wulan<\/a>[^]*?<span class="standing">Ponsel · Wulan Sasmita<\/span>/)
    assert.match(text, /Terbit Hanif<\/a>[^]*?<span class="standing">Hanif Bayu Saputra<\/span>/)
    const drafts = await editor.get('/newsroom/articles/?state=draft')
    assert.match(drafts.text, /Draf Wulan<\/a>[^]*?<span class="standing">Wulan Sasmita<\/span>/)
  })

  it('is narrowed by language, section, person and words of the headline', async (test) => {
    const newsroom = await openFull(test)
    const { wulan, hanif, gadget } = newsroom
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    const see = async (query: string) => titlesIn((await editor.get(`/newsroom/articles/?${query}`)).text)
    assert.deepEqual(await see('editionLang=en'), ['Terbit Hanif'])
    assert.deepEqual(await see(`section=${gadget}`), ['Terbit Wulan'])
    assert.deepEqual(await see(`section=${gadget}&person=${hanif}`), [])
    assert.deepEqual(await see(`section=${gadget}&person=${wulan}&words=terbit`), ['Terbit Wulan'])
    assert.deepEqual(await see(`person=${hanif}`), ['Terbit Hanif'])
    assert.deepEqual(await see('words=WULAN'), ['Terbit Wulan'])
    assert.deepEqual(await see(`state=draft&person=${wulan}`), ['Draf Wulan'])
    assert.deepEqual(await see('state=scheduled&words=besok'), ['Besok Hanif'])
    assert.deepEqual(await see('state=withdrawn&editionLang=en'), [])
    assert.deepEqual(await see('from=nonsense&section=x').then((titles) => titles.length), 2)
  })

  it('shows a contributor what they sign and nothing else, whatever they ask for', async (test) => {
    const newsroom = await openFull(test)
    const contributor = await visitorOf(newsroom, { name: 'Wulan Sasmita', grants: [{ role: 'contributor' }] })
    for (const state of ['published', 'scheduled', 'draft', 'withdrawn'])
      for (const more of ['', `&person=${newsroom.hanif}`, '&words=hanif']) {
        const { text } = await contributor.get(`/newsroom/articles/?state=${state}${more}`)
        assert.doesNotMatch(text, /(Terbit|Besok|Draf|Ditarik) Hanif/, state + more)
      }
    assert.match((await contributor.get('/newsroom/articles/')).text, /Terbit Wulan/)
    assert.doesNotMatch((await contributor.get('/newsroom/')).text, /Hanif</)
  })

  it('is walked page by page to the last, each article once', async (test) => {
    const newsroom = await openNewsroom(test)
    for (let number = 0; number < 60; number += 1) {
      await begin(newsroom, `Draf ${number}`)
      await newsroom.publish({
        title: `Kabar ${number}`,
        slug: `kabar-${number}`,
        lang: number % 3 === 0 ? 'en' : 'id',
      })
    }
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    for (const state of ['published', 'draft']) {
      const seen: (string | undefined)[] = []
      let path: string | undefined = `/newsroom/articles/?state=${state}`
      while (path !== undefined) {
        const { text } = await editor.get(path)
        seen.push(...titlesIn(text))
        const [, next] = /class="on">\s*<a href="([^"]+)"/.exec(text) ?? []
        path = next === undefined ? undefined : `/newsroom/articles/${next.replaceAll('&amp;', '&')}`
      }
      assert.equal(seen.length, 60)
      assert.equal(new Set(seen).size, 60)
    }
  })
})

describe('the desk', () => {
  it('has what goes out today, what was published last, and what is one’s own', async (test) => {
    const newsroom = await openFull(test)
    const wulan = await visitorOf(newsroom, { name: 'Wulan Sasmita', grants: [{ role: 'writer' }] })
    const { text } = await wulan.get('/newsroom/')
    assert.match(text, /Terbit hari ini[^]*Nanti Wulan/)
    assert.doesNotMatch(text, /Besok Hanif/)
    assert.match(text, /Terakhir terbit[^]*Terbit Hanif/)
    assert.match(text, /Draf Anda[^]*Draf Wulan/)
    assert.doesNotMatch(text, /Draf Hanif|Sudah diundang/)
  })

  it('has the invitations that nobody has used yet, for an owner', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const inviting = { name: 'Bagas Prakoso', email: 'bagas@gawai.example', lang: 'id', grant: 'writer' }
    await owner.post('/newsroom/people/invitations/new/', inviting)
    assert.match((await owner.get('/newsroom/')).text, /Sudah diundang[^]*Bagas Prakoso/)
  })
})
