import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { constants, inflateRawSync } from 'node:zlib'
import { publish, revise, schedule, unpublish } from '#articles'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'

/** A fragment is no whole stream: it is meant to stand inside one. */
const textIn = (bytes: Uint8Array) => inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString()

const hour = 60 * 60 * 1000
const named = (slug: string) => plainContent('Isi.', { slug })

describe('taking an article back', () => {
  it('is done once, however often the request is sent, and its key is good for nothing else', async (test) => {
    const { gawai, publish: published } = await openNewsroom(test)
    const one = await published({ slug: 'satu' })
    const other = await published({ slug: 'dua' })
    const wish = { article: one.id, why: 'keliru', key: 'k' }
    assert.deepEqual(await unpublish(gawai, wish), { path: one.path })
    assert.deepEqual(await unpublish(gawai, wish), { path: one.path })
    await assert.rejects(unpublish(gawai, { ...wish, why: 'lain' }), Conflict)
    await assert.rejects(unpublish(gawai, { ...wish, article: other.id }), Conflict)
    await assert.rejects(publish(gawai, { article: other.id, key: 'k' }), Conflict)
    await assert.rejects(unpublish(gawai, { article: 1, why: 'tidak ada' }), NotFound)
  })

  it('leaves nothing of it on the disk for the time when the database is gone, but that it is gone', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, data } = newsroom
    const gone = await newsroom.file('---\ntitle: Rahasia dagang\nslug: rahasia\nsection: Ponsel\n---\nIsi.')
    await newsroom.file(`---\ntitle: Penunjuk\nslug: penunjuk\n---\nTeks.\n\nBaca juga: [itu](${gone.path})\n`)
    const places = ['/', '/feed/', '/terbaru/', '/rubrik/ponsel/', '/2026/01/penunjuk/', '/sitemaps/0.xml']
    for (const place of places) await newsroom.get(place)
    await unpublish(gawai, { article: gone.article, why: 'perintah pengadilan' })
    await gawai.jobs.settle()
    const shelf = new DatabaseSync(join(data, 'pages.db'), { readOnly: true })
    const rows = shelf.prepare('select bytes from fragment').all()
    const kept = shelf.prepare('select composition from page where path = ?').get(gone.path ?? '')
    shelf.close()
    const texts = rows.map(({ bytes }) => textIn(bytes as Uint8Array))
    assert.equal(texts.filter((text) => text.includes('Rahasia dagang')).length, 0)
    assert.match(String(kept?.['composition']), /"status":410/)
  })

  it('leaves its old addresses leading to the one that says it is gone', async (test) => {
    const newsroom = await openNewsroom(test)
    const { id, path } = await newsroom.publish({ slug: 'lama' })
    await newsroom.gawai.write((unit) => revise(unit, id, named('baru')))
    await publish(newsroom.gawai, { article: id })
    await unpublish(newsroom.gawai, { article: id, why: 'keliru' })
    const moved = await newsroom.get(path)
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/2026/01/baru/'])
    assert.equal((await newsroom.get('/2026/01/baru/')).status, 410)
  })

  it('also takes back what was set to go out', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, clock } = newsroom
    const { id, path } = await newsroom.publish({ slug: 'kabar' })
    await schedule(gawai, { article: id, due: clock.now() + hour })
    await unpublish(gawai, { article: id, why: 'keliru' })
    clock.move(2 * hour)
    await gawai.jobs.settle()
    assert.equal((await newsroom.get(path)).status, 410)
  })

  it('keeps its address for it, also months later, until its slug changes', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, clock } = newsroom
    await newsroom.publish({ slug: 'kabar' })
    const { id, path } = await newsroom.publish({ slug: 'kabar' })
    assert.equal(path, '/2026/01/kabar-2/')
    await unpublish(gawai, { article: id, why: 'keliru' })
    clock.move(60 * 24 * hour)
    assert.equal((await publish(gawai, { article: id })).path, path)
    await unpublish(gawai, { article: id, why: 'keliru lagi' })
    await gawai.write((unit) => revise(unit, id, named('kabar-lain')))
    assert.equal((await publish(gawai, { article: id })).path, '/2026/03/kabar-lain/')
    assert.equal((await newsroom.get(path)).headers.get('location'), '/2026/03/kabar-lain/')
  })
})

describe('publishing', () => {
  it('needs an article, words and a free address', async (test) => {
    const { gawai, publish: published } = await openNewsroom(test)
    const { id } = await published({ slug: 'satu' })
    const other = await published({ slug: 'dua' })
    await assert.rejects(publish(gawai, { article: 1 }), NotFound)
    await assert.rejects(publish(gawai, { article: id, revision: 1 }), NotFound)
    await assert.rejects(publish(gawai, { article: id, path: other.path }), Conflict)
    assert.equal((await publish(gawai, { article: id, path: '/lama/satu.html' })).path, '/lama/satu.html')
  })

  it('by hand takes the place of what was set for later', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai, clock } = newsroom
    const { id, path } = await newsroom.publish({ title: 'Satu', slug: 'kabar' })
    await gawai.write((unit) => revise(unit, id, { ...named('kabar'), title: 'Dua' }))
    await schedule(gawai, { article: id, due: clock.now() + hour })
    await gawai.write((unit) => revise(unit, id, { ...named('kabar'), title: 'Tiga' }))
    await publish(gawai, { article: id })
    clock.move(2 * hour)
    await gawai.jobs.settle()
    assert.match((await newsroom.get(path)).text, /<h1>Tiga<\/h1>/)
  })
})
