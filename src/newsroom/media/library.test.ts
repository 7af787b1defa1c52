import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { addPicture, findPicture, picturesPage } from '#media'
import type { Role } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'
import { visitorOf } from '#test/visitor.ts'

const library = '/newsroom/pictures/'
const png = (name: string, width: number, height = 10) =>
  new File([new Uint8Array(pngOf(width, height))], name, { type: 'image/png' })

async function openWith(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai } = newsroom
  const owner = await visitorOf(newsroom)
  const add = async (width: number, by = owner.account) =>
    (await addPicture(gawai, { name: `layar-${width}.png`, bytes: pngOf(width, 10), by })).picture
  const ids = async () => (await picturesPage(gawai, { limit: 99 })).items.map(({ id }) => id)
  const undo = async (text: string) => {
    const [, action = '', to = ''] =
      /action="(\/newsroom\/notices\/\d+\/undoing\/)">\s*<input[^>]*value="([^"]*)"/.exec(text) ?? []
    return owner.postOn(action, { to: to.replaceAll('&amp;', '&') })
  }
  return { ...newsroom, newsroom, owner, add, ids, undo }
}

describe('the library in the newsroom', () => {
  it('takes several pictures from a plain form, says so, and takes them back', async (test) => {
    const { owner, ids, undo } = await openWith(test)
    const { text } = await owner.postOn(`${library}uploads/`, {
      picture: [png('a.png', 20), png('b.png', 30)],
      to: library,
    })
    assert.match(text, /role="status">\s*<p>2 gambar masuk pustaka\./)
    assert.match(text, /<span class="tile-name">a\.png<\/span>/)
    assert.equal((await ids()).length, 2)
    assert.match((await undo(text)).text, /Sudah diurungkan/)
    assert.deepEqual(await ids(), [])
    assert.match((await owner.get(`${library}?removed=1`)).text, /a\.png/)
  })

  it('tells a script of each file what became of it, and refuses in a sentence', async (test) => {
    const { owner } = await openWith(test)
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'gambar.svg')
    const { text } = await owner.post(
      `${library}uploads/`,
      { picture: [png('a.png', 20), svg] },
      { origin: 'https://gawai.example', accept: 'application/json' },
    )
    const [first, second] = JSON.parse(text) as { name: string; href?: string; problem?: string }[]
    assert.match(first?.href ?? '', /^\/newsroom\/pictures\/\d+\/$/)
    assert.match(second?.problem ?? '', /SVG/)
    assert.equal(second?.href, undefined)
  })

  it('is narrowed down by plain links and searched by a plain form', async (test) => {
    const { owner, add } = await openWith(test)
    const [one, two] = [await add(20), await add(30)]
    await owner.post(`${library}${one.id}/labels/`, { devices: 'Galaxy S26, Galaxy S26', events: 'MWC 2026' })
    const names = (text: string) => [...text.matchAll(/tile-name">([^<]*)/g)].map(([, name]) => name)
    assert.deepEqual(names((await owner.get(library)).text), [two.name, one.name])
    for (const search of ['?device=Galaxy+S26', '?event=MWC+2026', '?q=galaxy', '?q=layar-20&unused=1'])
      assert.deepEqual(names((await owner.get(library + search)).text), [one.name], search)
    assert.deepEqual(names((await owner.get(`${library}?before=${two.id}`)).text), [one.name])
    assert.equal((await owner.get(`${library}?folder=x&before=-1&q=%25`)).status, 200)
  })

  it('does to all that are ticked what is chosen below them, and takes it back', async (test) => {
    const { gawai, owner, add, ids, undo } = await openWith(test)
    const [one, two] = [await add(20), await add(30)]
    const picture = [String(one.id), String(two.id)]
    const made = await owner.post(`${library}folders/`, { name: 'Samsung' })
    const folder = /folder=(\d+)/.exec(made.location ?? '')?.[1] ?? ''
    const deed = (fields: Record<string, string>) =>
      owner.postOn(`${library}chosen/`, { picture, to: library, ...fields })
    const now = async () => findPicture(gawai, one.id)

    const moved = await deed({ deed: 'move', into: folder })
    assert.match(moved.text, /2 gambar dipindahkan/)
    assert.equal((await now())?.folder, Number(folder))
    await undo(moved.text)
    assert.equal((await now())?.folder, undefined)

    const labelled = await deed({ deed: 'device', label: 'Galaxy S26' })
    assert.deepEqual(
      (await now())?.labels.map(({ kind, name }) => [kind, name]),
      [['device', 'Galaxy S26']],
    )
    await undo(labelled.text)
    assert.deepEqual((await now())?.labels, [])

    const credited = await deed({ deed: 'credit', credit: 'Rina Putri' })
    assert.equal((await now())?.credit, 'Rina Putri')
    await undo(credited.text)
    assert.equal((await now())?.credit, '')

    const removed = await deed({ deed: 'remove' })
    assert.deepEqual(await ids(), [])
    await undo(removed.text)
    assert.equal((await ids()).length, 2)
    assert.equal((await owner.post(`${library}chosen/`, { deed: 'remove' })).status, 422)
  })

  it('makes, names and removes folders, and takes each back', async (test) => {
    const { owner, undo } = await openWith(test)
    const made = await owner.postOn(`${library}folders/`, { name: 'Samsung' })
    assert.match(made.text, /Folder “Samsung” dibuat/)
    const folder = /folders\/(\d+)\/name/.exec(made.text)?.[1] ?? ''
    const named = await owner.postOn(`${library}folders/${folder}/name/`, { name: 'Xiaomi' })
    assert.match(named.text, /aria-current="true"\s*>Xiaomi</)
    assert.match((await undo(named.text)).text, />Samsung</)
    const removed = await owner.postOn(`${library}folders/${folder}/removal/`)
    assert.match((await undo(removed.text)).text, />Samsung</)
  })
})

describe('a picture in the newsroom', () => {
  it('is described, and that is taken back', async (test) => {
    const { gawai, owner, add, undo } = await openWith(test)
    const { id } = await add(20)
    const words = { altId: 'Ponsel di atas meja', altEn: 'A phone on a table', credit: 'Rina', licence: 'CC BY' }
    const { text } = await owner.postOn(`${library}${id}/words/`, words)
    assert.match(text, /Keterangan “layar-20\.png” disimpan/)
    assert.deepEqual((await findPicture(gawai, id))?.alt, { id: words.altId, en: words.altEn })
    await undo(text)
    assert.deepEqual((await findPicture(gawai, id))?.alt, { id: '', en: '' })
    assert.match((await owner.get(`${library}${id}/`)).text, /Keterangan diubah · Sari Wening/)
  })

  it('is cropped and replaced, and goes back to what it showed', async (test) => {
    const { gawai, owner, add, undo } = await openWith(test)
    const { id, file } = await add(20)
    const size = async () => {
      const picture = await findPicture(gawai, id)
      return [picture?.width, picture?.height]
    }
    const crop = { left: '0', top: '0', width: '50', height: '100', x: '50', y: '50' }
    const cropped = await owner.postOn(`${library}${id}/crop/`, crop)
    assert.match(cropped.text, /“layar-20\.png” dipotong/)
    assert.deepEqual(await size(), [10, 10])
    assert.equal((await owner.get(`${library}${id}/whole/`)).status, 200)
    await undo(cropped.text)
    assert.deepEqual(await size(), [20, 10])

    await owner.post(`${library}${id}/replacement/`, { picture: png('baru.png', 44, 22) })
    assert.deepEqual(await size(), [44, 22])
    const back = await owner.postOn(`${library}${id}/file/`, { file })
    assert.match(back.text, /kembali seperti sebelumnya/)
    assert.deepEqual(await size(), [20, 10])
    const bad = await owner.post(`${library}${id}/crop/`, { ...crop, left: '60' })
    assert.deepEqual([bad.status, await size()], [422, [20, 10]])
  })

  it('says which articles show it, and is not removed while one does', async (test) => {
    const { owner, add, publish } = await openWith(test)
    const { id, src } = await add(20)
    const { path } = await publish({ title: 'Ponsel baru', markdown: `![](${src})` })
    assert.match((await owner.get(`${library}${id}/`)).text, new RegExp(`<a href="${path}">Ponsel baru</a>`))
    const { status, text } = await owner.post(`${library}${id}/removal/`)
    assert.equal(status, 409)
    assert.match(text, /“layar-20\.png” masih dipakai artikel \(semuanya 1 gambar\)/)
  })

  it('gives its upload only to people of the newsroom', async (test) => {
    const { owner, add, get } = await openWith(test)
    const { id } = await add(20)
    const { headers } = await owner.get(`${library}${id}/original/`)
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''layar-20\.png$/)
    assert.equal((await get(`${library}${id}/original/`)).status, 401)
  })

  it('is changed by a writer only when it is theirs', async (test) => {
    const { newsroom, owner, add } = await openWith(test)
    const as = (role: Role) => visitorOf(newsroom, { grants: [{ role }], name: `Seorang ${role}` })
    const writer = await as('writer')
    const [theirs, own] = [await add(20), await add(30, writer.account)]
    const credit = (picture: number) =>
      writer.post(`${library}chosen/`, { picture: String(picture), deed: 'credit', credit: 'Saya' })
    assert.deepEqual([(await credit(theirs.id)).status, (await credit(own.id)).status], [403, 303])
    assert.equal((await writer.post(`${library}${theirs.id}/removal/`)).status, 403)
    assert.doesNotMatch((await writer.get(`${library}${theirs.id}/`)).text, /\/words\//)
    const moderator = await as('moderator')
    assert.equal((await moderator.post(`${library}uploads/`, { picture: png('a.png', 9) })).status, 403)
    assert.doesNotMatch((await moderator.get(library)).text, /data-upload/)
    assert.equal((await owner.get(`${library}999/`)).status, 404)
  })
})
