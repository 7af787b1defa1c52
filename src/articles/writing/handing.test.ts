import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyActor } from '#people'
import { plainContent } from '#test/content.ts'
import { lettersIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'
import { beginArticle } from './begin.ts'
import { editorsFor, handOver, sendBack } from './handing.ts'
import { articleAtDesk } from './at-desk.ts'
import { revisionsPage } from './revisions.ts'

describe('handing an article over and back', () => {
  it('writes to nobody of what they did themselves', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, clock, data } = newsroom
    await visitorOf(newsroom, { name: 'Dian Lestari', grants: [{ role: 'editor' }] })
    await visitorOf(newsroom, { name: 'Eka Putri', grants: [{ role: 'editor' }] })
    const [, eka] = await everyActor(gawai.db)
    assert.ok(eka)
    const sent = async () => {
      await gawai.jobs.settle()
      clock.move(1000)
      return (await lettersIn(data)).map(({ to }) => to)
    }
    const content = plainContent('Satu.', { bylines: [{ role: 'writer', person: eka.person }] })
    const article = await gawai.write((unit) =>
      beginArticle(unit, { kind: 'article', lang: 'id', by: eka.person, content }),
    )
    await gawai.write((unit) => handOver(unit, gawai, { article, by: eka }))
    const letters = await sent()
    assert.equal(letters.length, 1)
    assert.match(String(letters[0]), /dian\.lestari/)
    await gawai.write((unit) => sendBack(unit, gawai, { article, by: eka, why: 'Saya perbaiki dulu.' }))
    assert.deepEqual(await sent(), letters)
  })

  it('keeps the revision that was handed over as it is', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, wulan } = newsroom
    const by = { person: wulan, name: 'Wulan Sasmita' }
    const article = await gawai.write((unit) =>
      beginArticle(unit, { kind: 'article', lang: 'id', by: wulan, content: plainContent('Satu.') }),
    )
    const keptAt = async () => (await revisionsPage(gawai, { article, limit: 1 })).items[0]?.keptAt
    assert.equal(await keptAt(), undefined)
    await gawai.write((unit) => handOver(unit, gawai, { article, by }))
    assert.equal(await keptAt(), newsroom.clock.now())
  })
})

describe('the editors for an article', () => {
  it('are those it names, else those of its section, and the owners only where there are none', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, ponsel, pasar, wulan } = newsroom
    const hire = (name: string, grants: Parameters<typeof visitorOf>[1]) => visitorOf(newsroom, { name, ...grants })
    await hire('Andi Ponsel', { grants: [{ role: 'editor', section: ponsel }] })
    await hire('Beni Pasar', { grants: [{ role: 'editor', section: pasar }] })
    await hire('Citra Pemilik', { grants: [{ role: 'owner' }] })
    await hire('Doni Penulis', { grants: [{ role: 'writer' }] })
    const actors = await everyActor(gawai.db)
    const personOf = (name: string) => actors.find((one) => one.name === name)?.person ?? 0
    const editors = async (section: number, editor?: string, among = actors) => {
      const bylines = editor === undefined ? [] : [{ role: 'editor' as const, person: personOf(editor) }]
      const content = plainContent('Satu.', { section, bylines })
      const article = await gawai.write((unit) =>
        beginArticle(unit, { kind: 'article', lang: 'id', by: wulan, content }),
      )
      return editorsFor(among, await articleAtDesk(gawai, article)).map(({ name }) => name)
    }
    assert.deepEqual(await editors(ponsel), ['Andi Ponsel'])
    assert.deepEqual(await editors(pasar), ['Beni Pasar'])
    assert.deepEqual(await editors(ponsel, 'Citra Pemilik'), ['Citra Pemilik'])
    const without = actors.filter(({ name }) => name !== 'Andi Ponsel')
    assert.deepEqual(await editors(ponsel, undefined, without), ['Citra Pemilik'])
  })
})
