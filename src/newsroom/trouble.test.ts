import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAssets } from '#look/assets.ts'
import { DatabaseGone } from '#platform/database/gone.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'
import { frontDesk } from './front-desk.ts'
import { route } from './route.ts'
import { routes } from './routes.ts'

/** Somebody whose language is not the site's. */
async function english(newsroom: Newsroom, visitor: Visitor): Promise<Visitor> {
  await newsroom.gawai.write(async ({ tx }) => {
    await tx.updateTable('account').set({ lang: 'en' }).where('id', '=', visitor.account).execute()
  })
  return visitor
}

const rooms = /<nav aria-label="Rooms of the newsroom">/

describe('trouble in the newsroom', () => {
  it('is told to who is signed in in their own language, beside their rooms', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await english(newsroom, await visitorOf(newsroom, { grants: [{ role: 'writer' }] }))
    for (const [path, status, words] of [
      ['/newsroom/audit/', 403, /Your roles do not reach that far/],
      ['/newsroom/nowhere/', 404, /There is nothing here[^]*may be misspelled/],
      ['/newsroom/pictures/17/', 404, /This picture is not in the library any more/],
      ['/newsroom/?a=%00', 404, /There is nothing here/],
    ] as const) {
      const { status: answered, text } = await writer.get(path)
      assert.equal(answered, status, path)
      assert.match(text, /<html lang="en"/, path)
      assert.match(text, words, path)
      assert.match(text, rooms, path)
    }
  })

  it('is told at the door, in the language of the site, to who is not', async (test) => {
    const { status, text } = await stranger(await openNewsroom(test)).get('/newsroom/nowhere/')
    assert.equal(status, 404)
    assert.match(text, /<html lang="id"[^]*class="door"[^]*Tidak ada apa-apa di sini/)
  })

  it('shows no rooms to who has given only the password', async (test) => {
    const newsroom = await openNewsroom(test)
    const half = await english(newsroom, await visitorOf(newsroom, { state: 'first' }))
    const { status, text } = await half.get('/newsroom/nowhere/')
    assert.equal(status, 404)
    assert.match(text, /<html lang="en"[^]*class="door"/)
    assert.doesNotMatch(text, rooms)
  })

  it('says of a form that is too large what to do', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await english(newsroom, await visitorOf(newsroom))
    const { status, text } = await owner.post('/newsroom/me/language/', { lang: 'e'.repeat(1_100_000) })
    assert.equal(status, 413)
    assert.match(text, /This is larger than what can be taken here/)
    assert.match(text, rooms)
  })

  it('asks for patience while the database is away, and says there is nothing where nothing is', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom)
    const db = new Proxy(newsroom.gawai.db, {
      get() {
        throw new DatabaseGone('away')
      },
    })
    const gawai = { ...newsroom.gawai, db }
    const desk = frontDesk({ gawai, assets: readAssets(), routes })
    const ask = async (path: string) => desk.request(path, { headers: { cookie: `__Host-gawai=${owner.token}` } })
    const away = await ask('/newsroom/')
    assert.equal(away.status, 503)
    assert.match(await away.text(), /class="door"[^]*beberapa saat lagi/)
    assert.equal((await ask('/newsroom/nowhere/')).status, 404)
  })

  it('gives a bug a number, and says nothing else of it', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await english(newsroom, await visitorOf(newsroom))
    const broken = route.page('/broken/', 'newsroom.enter', () => Promise.reject(new TypeError('secret of row 17')))
    const desk = frontDesk({ gawai: newsroom.gawai, assets: readAssets(), routes: [broken] })
    const answer = await desk.request('/newsroom/broken/', { headers: { cookie: `__Host-gawai=${owner.token}` } })
    const text = await answer.text()
    assert.equal(answer.status, 500)
    assert.match(text, /[0-9a-f]{8}-[0-9a-f-]{27}/)
    assert.match(text, rooms)
    assert.doesNotMatch(text, /secret/)
  })
})

describe('a field that cannot be used', () => {
  it('is named with what is wrong in the language of who filled it in', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await english(newsroom, await visitorOf(newsroom))
    const form = { siteName: 'Gawai', descriptionId: '', descriptionEn: '', siteLanguage: 'id', zone: 'Asia/Jakarta' }
    const inEnglish = await owner.post('/newsroom/settings/', { ...form, permalink: '/%year%/' })
    assert.equal(inEnglish.status, 422)
    assert.match(inEnglish.text, /Pattern of article addresses: Use %postname% or %post_id%/)
    await owner.post('/newsroom/me/language/', { lang: 'id' })
    const inIndonesian = await owner.post('/newsroom/settings/', { ...form, permalink: '/%musim%/%postname%/' })
    assert.match(inIndonesian.text, /Pola alamat artikel: Pakai hanya bagian ini: %year%/)
    const example = await owner.get('/newsroom/settings/?permalink=/feed/%25postname%25/')
    assert.match(example.text, /dipakai oleh program/)
    const invited = { name: 'Bagas', email: 'bagas', lang: 'id', grant: 'writer' }
    const invitation = await owner.post('/newsroom/people/invitations/new/', invited)
    assert.match(invitation.text, /Alamat surel: Tulis alamat surel seperti/)
  })
})
