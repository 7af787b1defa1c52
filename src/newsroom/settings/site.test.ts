import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publish, revise } from '#articles'
import { auditPage } from '#people'
import { siteName, siteZone } from '#platform/settings.ts'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openReader } from '#test/reader.ts'
import { visitorOf } from '#test/visitor.ts'
import { undoPathIn } from '#test/undo.ts'

const filled = {
  siteName: 'Warta Gawai',
  descriptionId: 'Kabar gawai tiap hari.',
  descriptionEn: '',
  siteLanguage: 'id',
  zone: 'Asia/Makassar',
  permalink: '/%postname%/',
}

describe('the settings of the site', () => {
  it('change what every page says at once, are written down, and are taken back by one button', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const owner = await visitorOf(newsroom)
    const { see, warm } = await openReader(test, newsroom)
    await warm(['/'])
    const done = await owner.postOn('/newsroom/settings/', filled)
    assert.match(done.text, /Setelan disimpan/)
    assert.match((await see('/')).text, /Warta Gawai/)
    assert.equal(gawai.settings.get(siteZone), 'Asia/Makassar')
    const [entry] = await auditPage(gawai, { limit: 1 })
    assert.equal(entry?.action, 'settings.changed')
    assert.equal(entry.details['site.name'], 'Warta Gawai')
    assert.ok(!('site.language' in entry.details), 'what stays is not written down')

    await owner.post(undoPathIn(done.text), { to: '/newsroom/settings/' })
    assert.equal(gawai.settings.get(siteName), 'Gawai')
    assert.equal(gawai.settings.get(siteZone), 'Asia/Jakarta')
  })

  it('give new articles their address, while old ones go on answering where they are', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const old = await newsroom.publish({ title: 'Lama', slug: 'lama' })
    await owner.post('/newsroom/settings/', filled)
    assert.equal((await newsroom.publish({ title: 'Baru', slug: 'baru' })).path, '/baru/')
    assert.equal((await newsroom.get(old.path)).status, 200)
    // It takes the new form when it is given another slug, and its old address leads there.
    await newsroom.gawai.write(async (unit) => {
      await revise(unit, old.id, plainContent('Isi.', { title: 'Lama', slug: 'ganti' }))
    })
    assert.equal((await publish(newsroom.gawai, { article: old.id })).path, '/ganti/')
    const led = await newsroom.get(old.path)
    assert.deepEqual([led.status, led.headers.get('location')], [301, '/ganti/'])
  })

  it('show an example address before anything is saved, and refuse what no story could have', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const shown = await owner.get('/newsroom/settings/?permalink=%2Fberita%2F%25postname%25%2F&siteName=Lain')
    assert.match(shown.text, /https:\/\/gawai\.example\/berita\/ponsel-lipat-samsung\//)
    assert.match(shown.text, /value="Lain"/)
    assert.equal(newsroom.gawai.settings.get(siteName), 'Gawai')
    for (const permalink of ['/%year%/', '/newsroom/%postname%/', 'x', '/%who%/%postname%/']) {
      const refused = await owner.post('/newsroom/settings/', { ...filled, permalink })
      assert.equal(refused.status, 422, permalink)
      assert.match(refused.text, /value="Warta Gawai"/, 'what was typed is still there')
    }
  })

  it('are the owner’s, who proves that it is them', async (test) => {
    const newsroom = await openNewsroom(test)
    const editor = await visitorOf(newsroom, { grants: [{ role: 'editor' }] })
    assert.equal((await editor.get('/newsroom/settings/')).status, 403)
    assert.equal((await editor.post('/newsroom/settings/', filled)).status, 403)
    const owner = await visitorOf(newsroom, { name: 'Rani Putri' })
    newsroom.clock.move(16 * 60 * 1000)
    assert.match((await owner.post('/newsroom/settings/', filled)).text, /Buktikan bahwa ini Anda/)
    assert.equal(newsroom.gawai.settings.get(siteName), 'Gawai')
  })
})
