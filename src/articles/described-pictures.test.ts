import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { addPicture, describePicture } from '#media'
import type { Language } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { openReader } from '#test/reader.ts'
import { undoPathIn } from '#test/undo.ts'
import { visitorOf } from '#test/visitor.ts'
import { readMarkdown } from './document/index.ts'
import { newestRevision, readRevision, revise } from './revision.ts'

async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, publish } = newsroom
  const { picture } = await addPicture(gawai, { name: 'a.png', bytes: pngOf(400, 300) })
  const settle = async () => {
    await gawai.reactions.deliver()
    await gawai.reactions.idle()
    await gawai.jobs.settle()
  }
  const reader = await openReader(test, newsroom)
  return {
    ...newsroom,
    ...reader,
    picture,
    settle,
    showing: (slug: string, alt: string, lang: Language = 'id') =>
      publish({ slug, title: slug, lang, markdown: `Isi.\n\n![${alt}](${picture.src})` }),
    async say(alt: { id?: string; en?: string }) {
      await gawai.write((unit) => describePicture(unit, { picture: picture.id, alt }))
      await settle()
    },
    alts: async (path: string) => [...(await reader.see(path)).text.matchAll(/\balt="([^"]*)"/g)].map(([, alt]) => alt),
  }
}

describe('what the library says of a picture', () => {
  it('is said by each article that had its words from there, and by none that has its own', async (test) => {
    const { showing, say, alts, warm, gawai } = await open(test)
    await say({ id: 'Sebuah ponsel', en: 'A phone' })
    const same = await showing('sama', 'Sebuah ponsel')
    const none = await showing('kosong', '')
    const own = await showing('sendiri', 'Ponsel di tangan saya')
    const english = await showing('english', 'A phone', 'en')
    await warm([same, none, own, english].map(({ path }) => path))
    const modified = () =>
      gawai.db.selectFrom('publication').select(['article_id', 'modified_at']).orderBy('article_id').execute()
    const before = await modified()

    await say({ id: 'Ponsel lipat hitam' })
    assert.deepEqual(await alts(same.path), ['Ponsel lipat hitam'])
    assert.deepEqual(await alts(none.path), ['Ponsel lipat hitam'])
    assert.deepEqual(await alts(own.path), ['Ponsel di tangan saya'])
    assert.deepEqual(await alts(english.path), ['A phone'])
    assert.deepEqual(await modified(), before, 'to readers no article was changed')
  })

  it('reaches what is being written, and leaves it the newest', async (test) => {
    const { showing, say, alts, gawai, picture } = await open(test)
    const { id, path } = await showing('satu', '')
    await gawai.write(async (unit) => {
      const content = await readRevision(unit, id, await newestRevision(unit, id))
      await revise(unit, id, { ...content, document: readMarkdown(`Tulisan baru.\n\n![](${picture.src})`).document })
    })
    await say({ id: 'Ponsel' })
    assert.deepEqual(await alts(path), ['Ponsel'])
    const newest = await gawai.write(async (unit) => readRevision(unit, id, await newestRevision(unit, id)))
    assert.match(JSON.stringify(newest.document), /Tulisan baru.*"alt":"Ponsel"/)
  })

  it('is the last of two changes, whichever is heard of first', async (test) => {
    const { showing, alts, gawai, picture, settle } = await open(test)
    const { path } = await showing('satu', '')
    for (const id of ['Satu', 'Dua'])
      await gawai.write((unit) => describePicture(unit, { picture: picture.id, alt: { id } }))
    await settle()
    assert.deepEqual(await alts(path), ['Dua'])
    const revisions = async () => (await gawai.db.selectFrom('revision').select('id').execute()).length
    const count = await revisions()
    await gawai.write((unit) => describePicture(unit, { picture: picture.id, credit: 'Rina', alt: { id: 'Dua' } }))
    await settle()
    assert.equal(await revisions(), count, 'the same words again are no change')
  })

  it('tells in the newsroom how many articles show it, and is taken back in them, too', async (test) => {
    const newsroom = await open(test)
    const { showing, alts, picture, settle } = newsroom
    const { path } = await showing('satu', '')
    await showing('dua', 'Sendiri')
    const owner = await visitorOf(newsroom)
    const here = `/newsroom/pictures/${picture.id}/`
    assert.match((await owner.get(here)).text, /tampil di 2 artikel/)
    const words = { altId: 'Ponsel', altEn: '', credit: '', licence: '' }
    const done = await owner.postOn(`${here}words/`, words)
    await settle()
    assert.deepEqual(await alts(path), ['Ponsel'])
    await owner.post(undoPathIn(done.text), { to: here })
    await settle()
    assert.deepEqual(await alts(path), [''])
  })
})
