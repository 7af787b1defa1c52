import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { auditPage, hashPassword } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { undoPathIn } from '#test/undo.ts'
import { stranger, visitorOf } from '#test/visitor.ts'

const quarterHour = 15 * 60 * 1000

describe('the front desk of the newsroom', () => {
  it('shows the sign-in to who is not in, at whatever address they ask for', async (test) => {
    const nobody = stranger(await openNewsroom(test))
    for (const path of ['/newsroom/', '/newsroom/people/', '/newsroom/audit/?before=3']) {
      const { status, text } = await nobody.get(path)
      assert.equal(status, 401)
      assert.match(text, new RegExp(`name="to" value="${path.replaceAll(/[?]/g, '\\?')}"`))
    }
    assert.equal((await nobody.post('/newsroom/me/language/', { lang: 'en' })).status, 401)
  })

  it('says that there is nothing at other addresses, and leads to its first page', async (test) => {
    const newsroom = await openNewsroom(test)
    assert.equal((await newsroom.get('/newsroom')).headers.get('location'), '/newsroom/')
    assert.equal((await newsroom.get('/newsroom/nowhere/')).status, 404)
  })

  it('keeps no page, and gives no page to a foreign frame', async (test) => {
    const { headers } = await (await visitorOf(await openNewsroom(test))).get('/newsroom/')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
  })

  it('speaks the language of the account, changes it, and takes that back', async (test) => {
    const owner = await visitorOf(await openNewsroom(test))
    assert.match((await owner.get('/newsroom/')).text, /<h1>Halo, Sari Wening<\/h1>/)
    const { text } = await owner.postOn('/newsroom/me/language/', { lang: 'en' })
    assert.match(text, /role="status">\s*<p>The newsroom speaks this language to you now\./)
    assert.match((await owner.postOn(undoPathIn(text), { to: '/newsroom/' })).text, /<h1>Halo, Sari Wening<\/h1>/)
  })

  it('refuses what a role does not reach, in a sentence', async (test) => {
    const newsroom = await openNewsroom(test)
    const writer = await visitorOf(newsroom, { grants: [{ role: 'writer' }] })
    const { status, text } = await writer.get('/newsroom/audit/')
    assert.equal(status, 403)
    assert.match(text, /Peran Anda tidak menjangkau sejauh itu/)
    assert.doesNotMatch((await writer.get('/newsroom/')).text, /\/newsroom\/audit\//)
  })

  it('refuses a form with fields that it does not have, and does nothing', async (test) => {
    const owner = await visitorOf(await openNewsroom(test))
    const { status, text } = await owner.post('/newsroom/me/language/', { lang: 'en', grants: 'owner' })
    assert.equal(status, 422)
    assert.match(text, /role="alert"[^]*Formulir ini tidak sampai utuh/)
    assert.match((await owner.get('/newsroom/')).text, /Halo/)
  })

  it('asks for a new proof before what is dangerous, and gives the session a new token for it', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, 'empat kuda di ladang') })
    assert.equal((await owner.get('/newsroom/people/invitations/new/')).status, 200)
    newsroom.clock.move(quarterHour + 1)
    const { status, text } = await owner.get('/newsroom/people/invitations/new/')
    assert.equal(status, 403)
    assert.match(text, /Buktikan bahwa ini Anda/)
    const old = owner.token
    assert.equal((await owner.post('/newsroom/proof/', { password: 'lima kuda' })).status, 422)
    const on = await owner.post('/newsroom/proof/', {
      password: 'empat kuda di ladang',
      to: '/newsroom/people/invitations/new/',
    })
    assert.equal(on.location, '/newsroom/people/invitations/new/')
    assert.notEqual(owner.token, old)
    assert.equal((await owner.get('/newsroom/people/invitations/new/')).status, 200)
    owner.token = old
    assert.equal((await owner.get('/newsroom/')).status, 401)
  })

  it('takes the password as a browser sends it from the page that asks for it', async (test) => {
    const newsroom = await openNewsroom(test)
    const { hashPassword } = await import('#people')
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, 'empat kuda di ladang') })
    newsroom.clock.move(quarterHour + 1)
    const { text } = await owner.get('/newsroom/people/invitations/new/')
    const form = /<form [^>]*action="\/newsroom\/proof\/"[^]*?<\/form>/.exec(text)?.[0] ?? ''
    const inputs = [...form.matchAll(/<input[^>]*?\sname="(\w+)"(?:[^>]*?\svalue="([^"]*)")?/g)]
    const sent = Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
    assert.ok('password' in sent)
    const on = await owner.post('/newsroom/proof/', { ...sent, password: 'empat kuda di ladang' })
    assert.equal(on.location, '/newsroom/people/invitations/new/')
  })

  it('goes on only to its own pages', async (test) => {
    const newsroom = await openNewsroom(test)
    const owner = await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, 'empat kuda di ladang') })
    const ways = ['https://evil.example/', '//evil.example/', '/newsroom//evil.example', '/\\evil', 'javascript:1']
    const walkingUp = ['/newsroom/..//evil.example/', '/newsroom/%2e%2E//evil.example/', '/newsroom/../']
    for (const to of [...ways, ...walkingUp])
      assert.equal(
        (await owner.post('/newsroom/proof/', { password: 'empat kuda di ladang', to })).location,
        '/newsroom/',
      )
  })

  it('takes no password that is a name of theirs or of the site with a few signs around it', async (test) => {
    const owner = await visitorOf(await openNewsroom(test))
    for (const newPassword of ['sari.wening', '!Wening2026', 'gawai-2026']) {
      const { status, text } = await owner.post('/newsroom/me/password/', { newPassword })
      assert.equal(status, 422, newPassword)
      assert.match(text, /role="alert"/)
    }
  })

  it('writes down who signed in', async (test) => {
    const newsroom = await openNewsroom(test)
    await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, 'empat kuda di ladang') })
    const nobody = stranger(newsroom)
    const sent = await nobody.post('/newsroom/sign-in/', {
      email: 'Sari.Wening@Gawai.example',
      password: 'empat kuda di ladang',
      to: '/newsroom/me/',
    })
    assert.equal(sent.location, '/newsroom/me/')
    assert.equal((await auditPage(newsroom.gawai, { limit: 1 }))[0]?.action, 'session.opened')
  })
})
