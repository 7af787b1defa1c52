import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importWordPress } from '#interchange'
import { openNewsroom } from '#test/newsroom.ts'
import { type ItemWish, wxrFile } from '#test/wxr.ts'

const kabar = (path: string) => `https://kabar.example${path}`
const pointingTo = (href: string): string => `Satu.\n\n<b>Baca juga: <a href="${href}">lain</a></b>`
const toTitle = (path: string, title: string) =>
  new RegExp(`class="read-also">\\s*<span>Baca juga:</span> <a href="${path}">${title}</a>`)

describe('a "Baca juga" line', () => {
  it('points to an article wherever that stands in the file, and however it is addressed', async (test) => {
    const { gawai, data, get } = await openNewsroom(test)
    const items: ItemWish[] = [
      { id: 1, content: pointingTo('http://www.kabar.example/kabar-99?utm_source=x') },
      { id: 2, content: pointingTo(kabar('/?p=1')) },
      { id: 3, content: pointingTo(kabar('/kabar-3/#atas')) },
      { id: 99, title: 'Nanti' },
    ]
    const { facts } = await importWordPress(gawai, await wxrFile(data, { items }))
    assert.deepEqual([facts.fates.public, facts.refused], [4, []])
    assert.match((await get('/kabar-1/')).text, toTitle('/kabar-99/', 'Nanti'))
    assert.match((await get('/kabar-2/')).text, toTitle('/kabar-1/', 'Kabar 1'))
  })

  it('points to an article of an earlier file of the same site', async (test) => {
    const { gawai, data, get } = await openNewsroom(test)
    const both = { id: 5 }
    await importWordPress(gawai, await wxrFile(data, { items: [{ id: 1, title: 'Dulu' }, both] }))
    const items = [{ id: 2, content: pointingTo(kabar('/kabar-1/')) }, both]
    const { facts } = await importWordPress(gawai, await wxrFile(data, { site: 'http://www.kabar.example', items }))
    assert.deepEqual([facts.imported['post'], facts.unchanged], [1, 1])
    assert.match((await get('/kabar-2/')).text, toTitle('/kabar-1/', 'Dulu'))
  })

  it('points to the right article also when the run was cut off between the two', async (test) => {
    const { gawai, data, get } = await openNewsroom(test)
    const items: ItemWish[] = Array.from({ length: 120 }, (_, index) => ({ id: index + 1 }))
    items[0] = { id: 1, content: pointingTo(kabar('/kabar-120/')) }
    const file = await wxrFile(data, { items })
    let articles = 0
    const dying: typeof gawai.write = async (work) => {
      articles = (await gawai.db.selectFrom('revision').select('id').execute()).length
      if (articles > 0) throw new Error('cut off')
      return gawai.write(work)
    }
    await assert.rejects(() => importWordPress({ ...gawai, write: dying }, file), /cut off/)
    assert.equal(articles, 50)
    assert.equal((await importWordPress(gawai, file)).facts.imported['post'], 70)
    assert.match((await get('/kabar-1/')).text, toTitle('/kabar-120/', 'Kabar 120'))
  })

  it('shows nothing of an article that was not public', async (test) => {
    const { gawai, data, get } = await openNewsroom(test)
    const items: ItemWish[] = [
      { id: 1, content: pointingTo(kabar('/kabar-2/')) },
      { id: 2, title: 'Rahasia', status: 'private' },
    ]
    await importWordPress(gawai, await wxrFile(data, { items }))
    assert.doesNotMatch((await get('/kabar-1/')).text, /Rahasia|kabar-2/)
  })
})
