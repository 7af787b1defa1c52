import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holdArticle, keepTopic, newArticle, publish, revise, saveManuscript } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { plainContent } from '#test/content.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { type Visitor, visitorOf } from '#test/visitor.ts'
import type { Content } from '../../articles/content.ts'
import { openManuscript } from '../../articles/writing/manuscript.ts'

const saying = (title: string, markdown: string) => plainContent(markdown, { title })

/** An article with as many revisions as there are texts; Wulan and Hanif write in turn. */
async function written({ gawai, clock, wulan, hanif }: Newsroom, ...texts: Content[]): Promise<Id> {
  const [first, ...others] = texts
  assert.ok(first)
  const article = await gawai.write(async (unit) => {
    const id = await newArticle(unit, { kind: 'article', lang: 'id' })
    await revise(unit, id, first, wulan)
    return id
  })
  for (const [index, content] of others.entries()) {
    clock.move(60 * 60_000)
    const on = await openManuscript(gawai, article)
    const seat = { person: index % 2 === 0 ? hanif : wulan, tab: 'tab' }
    const saved = await gawai.write((unit) => saveManuscript(unit, { article, on, content, seat, key: `k${index}` }))
    assert.equal(saved.outcome, 'saved')
  }
  clock.move(60 * 60_000)
  return article
}

const idsOf = async ({ gawai }: Newsroom, article: Id): Promise<Id[]> =>
  (await gawai.db.selectFrom('revision').select('id').where('article_id', '=', article).orderBy('id').execute()).map(
    ({ id }) => id,
  )

const place = (article: Id, revision?: Id) =>
  `/newsroom/articles/${article}/revisions/${revision === undefined ? '' : `${revision}/`}`

/** What the page of a revision sends with its button. */
async function restoringForm(visitor: Visitor, article: Id, revision: Id) {
  const page = await visitor.get(place(article, revision))
  const value = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(page.text)?.[1] ?? ''
  return { version: value('version'), revision: value('revision') }
}

describe('the revisions of an article', () => {
  it('are listed with who wrote them, when, and what became of them', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await written(newsroom, saying('Satu', 'a'), saying('Dua', 'b'), saying('Tiga', 'c'))
    const [first = 0] = await idsOf(newsroom, article)
    await publish(newsroom.gawai, { article, revision: first })
    const page = await (await visitorOf(newsroom)).get(place(article))
    assert.match(
      page.text.replace(/\s+/g, ' '),
      /Wulan Sasmita<\/td> <td>Tiga<\/td> <td><b class="state">Naskah sekarang[^]*Hanif Bayu Saputra<\/td> <td>Dua[^]*Wulan Sasmita<\/td> <td>Satu<\/td> <td><b class="state">Dilihat pembaca/,
    )
    await publish(newsroom.gawai, { article })
    assert.match(
      (await (await visitorOf(newsroom, { name: 'Ayu Lestari' })).get(place(article))).text,
      /Pernah dilihat pembaca/,
    )
  })

  it('show what was changed in words, in the text and in what is said beside it', async (test) => {
    const newsroom = await openNewsroom(test)
    const topic = await newsroom.gawai.write((unit) =>
      keepTopic(unit, newsroom.gawai.settings, { lang: 'id', name: 'Xiaomi' }),
    )
    const article = await written(
      newsroom,
      saying('Harga Redmi', 'Harga mulai Rp2.899.000 di toko.\n\nYang tetap.\n\nYang akan hilang.'),
      { ...saying('Harga Redmi baru', 'Pembuka.\n\nHarga mulai Rp2.999.000 di toko.\n\nYang tetap.'), topics: [topic] },
    )
    const ids = await idsOf(newsroom, article)
    const owner = await visitorOf(newsroom)
    const { text } = await owner.get(place(article, ids[1]))
    assert.match(text, /1 blok berubah, 1 blok baru, dan 1 blok dihapus\. Keterangan yang berubah: judul dan topik\./)
    assert.match(text, /<p>Harga mulai <del>Rp2\.899\.000<\/del><ins>Rp2\.999\.000<\/ins> di toko\.<\/p>/)
    assert.match(text, /<dd>Harga Redmi<ins> baru<\/ins><\/dd>/)
    assert.match(text, /<dd><ins>Xiaomi<\/ins><\/dd>/)
    assert.match(text, /id="change-3"[^]*Dihapus[^]*href="#change-2"[^]*<del class="whole"><p>Yang akan hilang/)
    // The older one against the newer one tells the same.
    assert.match((await owner.get(`${place(article, ids[0])}?with=${ids[1]}`)).text, /1 blok berubah, 1 blok baru/)
    const alone = (await owner.get(`${place(article, ids[1])}?with=${ids[1]}`)).text
    assert.doesNotMatch(alone, /<ins|<del|blok berubah/)
    assert.equal((await owner.get(`${place(article, ids[1])}?with=1`)).status, 404)
  })

  it('are restored as a new one, which leads back, while readers see what they saw', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await written(newsroom, saying('Satu', 'Isi lama.'), saying('Dua', 'Isi baru.'))
    const { path } = await publish(newsroom.gawai, { article })
    const [first = 0] = await idsOf(newsroom, article)
    const owner = await visitorOf(newsroom)
    const { version } = await openManuscript(newsroom.gawai, article)
    const done = await owner.postOn(`${place(article, first)}restoring/`, await restoringForm(owner, article, first))
    assert.match(done.text, /Revisi itu kini menjadi naskah/)
    const now = await openManuscript(newsroom.gawai, article)
    assert.deepEqual([now.content.title, now.version], ['Satu', version + 1])
    assert.match((await newsroom.get(path)).text, /<h1>Dua<\/h1>/)
    assert.match((await owner.get(place(article))).text, /Dipulihkan dari/)

    await owner.post(undoPathIn(done.text), { to: place(article) })
    assert.equal((await openManuscript(newsroom.gawai, article)).content.title, 'Dua')
    assert.equal((await idsOf(newsroom, article)).length, 4, 'nothing that was written is gone')
  })

  it('say which of their pictures are gone for good when they are restored', async (test) => {
    const newsroom = await openNewsroom(test)
    const file = `${'a'.repeat(32)}.webp`
    const article = await written(newsroom, saying('Satu', `![](/media/${file})`), saying('Dua', 'Tanpa gambar.'))
    const [first = 0] = await idsOf(newsroom, article)
    const owner = await visitorOf(newsroom)
    await newsroom.gawai.write((unit) =>
      unit.tx.insertInto('picture_forgotten').values({ file, original: null }).execute(),
    )
    const form = await restoringForm(owner, article, first)
    const { status, text } = await owner.postOn(`${place(article, first)}restoring/`, form)
    assert.deepEqual([status, /1 gambarnya sudah dihapus dari pustaka/.test(text)], [200, true])
  })

  it('are not restored over what somebody has saved since, nor while somebody else writes', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await written(newsroom, saying('Satu', 'a'), saying('Dua', 'b'))
    const [first = 0] = await idsOf(newsroom, article)
    const owner = await visitorOf(newsroom)
    const fields = await restoringForm(owner, article, first)
    const seat = { person: newsroom.hanif, tab: 'lain' }
    const on = await openManuscript(newsroom.gawai, article)
    await newsroom.gawai.write(async (unit) => {
      await holdArticle(unit, { article, seat })
      return saveManuscript(unit, { article, on, content: saying('Tiga', 'c'), seat, key: 'k' })
    })
    const held = await owner.post(`${place(article, first)}restoring/`, await restoringForm(owner, article, first))
    assert.deepEqual([held.status, /Hanif Bayu Saputra sedang menulis/.test(held.text)], [409, true])
    newsroom.clock.move(60_000)
    const late = await owner.post(`${place(article, first)}restoring/`, fields)
    assert.deepEqual([late.status, /sudah disimpan lagi/.test(late.text)], [409, true])
    assert.equal((await openManuscript(newsroom.gawai, article)).content.title, 'Tiga')
  })

  it('are not restored into a section where somebody may not write', async (test) => {
    const newsroom = await openNewsroom(test)
    const { ponsel, pasar } = newsroom
    const article = await written(
      newsroom,
      { ...saying('Pasar', 'a'), section: pasar },
      { ...saying('Ponsel', 'b'), section: ponsel },
    )
    const [first = 0] = await idsOf(newsroom, article)
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor', section: ponsel }] })
    const sent = await editor.post(`${place(article, first)}restoring/`, await restoringForm(editor, article, first))
    assert.equal(sent.status, 403)
    assert.equal((await openManuscript(newsroom.gawai, article)).content.title, 'Ponsel')
  })

  it('are not taken back once somebody has written on', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await written(newsroom, saying('Satu', 'a'), saying('Dua', 'b'))
    const [first = 0] = await idsOf(newsroom, article)
    const owner = await visitorOf(newsroom)
    const done = await owner.postOn(`${place(article, first)}restoring/`, await restoringForm(owner, article, first))
    const on = await openManuscript(newsroom.gawai, article)
    const seat = { person: newsroom.hanif, tab: 'lain' }
    await newsroom.gawai.write((unit) =>
      saveManuscript(unit, { article, on, content: saying('Tiga', 'c'), seat, key: 'k' }),
    )
    // Whoever wrote on has gone home since.
    newsroom.clock.move(60_000)
    const late = await owner.post(undoPathIn(done.text), { to: place(article) })
    assert.deepEqual([late.status, /sudah disimpan lagi/.test(late.text)], [409, true])
    assert.equal((await openManuscript(newsroom.gawai, article)).content.title, 'Tiga')
  })

  it('are kept by hand under a name, and let go again', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await written(newsroom, saying('Satu', 'a'), saying('Dua', 'b'))
    const [, second = 0] = await idsOf(newsroom, article)
    const owner = await visitorOf(newsroom)
    const kept = async () => {
      const rows = await newsroom.gawai.db.selectFrom('revision').selectAll().where('id', '=', second).execute()
      return rows.map(({ kept_at, kept_as }) => [kept_at, kept_as]).flat()
    }
    const done = await owner.postOn(`${place(article, second)}keeping/`, { keptAs: 'Sebelum wawancara' })
    assert.match(done.text, /Revisi ini disimpan seterusnya[^]*“Sebelum wawancara”/)
    assert.deepEqual(await kept(), [newsroom.clock.now(), 'Sebelum wawancara'])
    await owner.post(undoPathIn(done.text), { to: place(article) })
    assert.deepEqual(await kept(), [null, null])

    const again = await owner.postOn(`${place(article, second)}keeping/`, {})
    await publish(newsroom.gawai, { article })
    await owner.post(undoPathIn(again.text), { to: place(article) })
    assert.notEqual((await kept())[0], null, 'readers see it: it stays as it is')
  })

  it('are nobody’s who does not write the article', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await written(newsroom, saying('Satu', 'a'), saying('Dua', 'b'))
    const [first = 0] = await idsOf(newsroom, article)
    const other = await visitorOf(newsroom, { grants: [{ role: 'writer' }], name: 'Dian Lestari' })
    for (const path of [place(article), place(article, first)]) assert.equal((await other.get(path)).status, 403)
    assert.equal((await other.post(`${place(article, first)}keeping/`, {})).status, 403)
    const elsewhere = await written(newsroom, saying('Lain', 'x'))
    assert.equal((await (await visitorOf(newsroom)).get(place(elsewhere, first))).status, 404)
  })
})
