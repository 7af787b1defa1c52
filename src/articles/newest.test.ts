import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { addPicture } from '#media'
import { everyActor } from '#people'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { visitorOf } from '#test/visitor.ts'
import { newArticle } from './article.ts'
import { articlesPage } from './articles-list.ts'
import { articleOfSlug } from './made-before.ts'
import { usesOfPicture } from './picture-uses.ts'
import { revise } from './revision.ts'
import { handOver, sendBack } from './writing/handing.ts'
import { mentionsOf } from './writing/mentions.ts'
import { addNote } from './writing/notes.ts'
import { ownershipsOf } from './writing/owned.ts'
import { sentBackTo, waitingFor } from './writing/waiting.ts'

/** An article that was Wulan's, in the section Pasar and called "Lama"; now it is another's, in Ponsel and called "Baru". */
async function openRewritten(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, pasar, ponsel, wulan } = newsroom
  await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
  await visitorOf(newsroom, { name: 'Eka Putri', grants: [{ role: 'editor', section: ponsel }] })
  const [bagas, eka] = await everyActor(gawai.db)
  assert.ok(bagas && eka)
  const { picture } = await addPicture(gawai, { name: 'a.png', bytes: pngOf(30, 20) })
  const markdown = `Isi.\n\n![](${picture.src})`
  const by = (person: number) => [{ role: 'writer' as const, person }]
  const article = await gawai.write(async (unit) => {
    const id = await newArticle(unit, { kind: 'article', lang: 'id' })
    await revise(unit, id, plainContent(markdown, { title: 'Lama', slug: 'lama', section: pasar, bylines: by(wulan) }))
    await revise(
      unit,
      id,
      plainContent(markdown, { title: 'Baru', slug: 'baru', section: ponsel, bylines: by(bagas.person) }),
    )
    return id
  })
  return { ...newsroom, article, bagas, eka, picture }
}

describe('an article that says something else by now', () => {
  it('goes by what it says now: in lists, beside its pictures, for files', async (test) => {
    const { gawai, article, picture } = await openRewritten(test)
    assert.deepEqual(
      (await articlesPage(gawai, { state: 'draft', limit: 5 })).items.map(({ title }) => title),
      ['Baru'],
    )
    assert.deepEqual(
      (await usesOfPicture(gawai, picture.id)).map(({ title }) => title),
      ['Baru'],
    )
    const goesBy = (slug: string) => gawai.write((unit) => articleOfSlug(unit, { kind: 'article', lang: 'id', slug }))
    assert.equal((await goesBy('baru'))?.id, article)
    assert.equal(await goesBy('lama'), undefined)
  })

  it('is theirs who sign it now, in the section that it stands in now', async (test) => {
    const { gawai, article, bagas, ponsel, gadget } = await openRewritten(test)
    const ownership = (await ownershipsOf(gawai, [article])).get(article)
    assert.deepEqual(ownership?.sections, [ponsel, gadget])
    assert.deepEqual(ownership?.content.bylines, [{ role: 'writer', person: bagas.person }])
  })

  it('waits for the editor of its section, and then for its writer, under its name of today', async (test) => {
    const { gawai, article, bagas, eka } = await openRewritten(test)
    await gawai.write((unit) => handOver(unit, gawai, { article, by: bagas }))
    const [waiting] = await waitingFor(gawai, { actor: eka, limit: 5 })
    assert.deepEqual([waiting?.title, waiting?.by], ['Baru', 'Bagas Prakoso'])

    await gawai.write((unit) => sendBack(unit, gawai, { article, by: eka, why: 'Perbaiki.' }))
    const [back] = await sentBackTo(gawai, { actor: bagas, limit: 5 })
    assert.deepEqual([back?.title, back?.by], ['Baru', 'Eka Putri'])

    await gawai.write((unit) => addNote(unit, gawai, { article, words: '@Bagas, lihat.', by: eka }))
    const [mention] = await mentionsOf(gawai, { actor: bagas, limit: 5 })
    assert.deepEqual([mention?.title, mention?.by], ['Baru', 'Eka Putri'])
  })
})
