import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { hashPassword, openidLinksOf } from '#people'
import type { Environment } from '#platform/environment.ts'
import { Invalid, NotFound } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { stranger, visitorOf } from '#test/visitor.ts'
import { user } from './user.ts'

const environment: Environment = { port: 0, host: '', data: '', proxy: [], pageStore: 'on' }
const linkIn = (text: string) => /\/newsroom\/enter\/[\w-]{43}\//.exec(text)?.[0] ?? ''

/** The command beside a running program: it opens the same site, and its closing is not this one's. */
async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const gawai = { ...newsroom.gawai, close: async () => {} }
  const run = async (...words: string[]) => {
    const said: string[] = []
    const openSite = async () => ({ gawai, fetch: newsroom.fetch })
    await user({ words, isEmpty: false, isJson: false, environment, openSite, say: (line) => void said.push(line) })
    return said.join('\n')
  }
  return { newsroom, run }
}

describe('gawai user', () => {
  it('adds somebody by a link, and lists who is there', async (test) => {
    const { newsroom, run } = await open(test)
    assert.match(await run('list'), /Nobody has an account yet/)
    const link = linkIn(await run('add', 'Bagas Prakoso', 'bagas@gawai.example', 'writer,moderator'))
    const bagas = stranger(newsroom)
    await bagas.post(link, { password: 'tiga ekor merpati' })
    assert.match((await bagas.get('/newsroom/')).text, /Halo, Bagas Prakoso/)
    assert.equal(await run('list'), 'Bagas Prakoso · bagas@gawai.example · writer, moderator')
  })

  it('lets an owner in who is locked out', async (test) => {
    const { newsroom, run } = await open(test)
    await visitorOf(newsroom, { password: await hashPassword(newsroom.gawai, 'empat kuda di ladang') })
    const sari = stranger(newsroom)
    await sari.post(linkIn(await run('link', 'Sari.Wening@gawai.example')), { password: 'lima ekor merpati' })
    assert.equal((await sari.get('/newsroom/')).status, 200)
  })

  it('keeps somebody out at once, and takes lost second factors away', async (test) => {
    const { newsroom, run } = await open(test)
    await visitorOf(newsroom)
    const bagas = await visitorOf(newsroom, { name: 'Bagas Prakoso', grants: [{ role: 'writer' }] })
    const row = { account_id: bagas.account, secret: 'x', confirmed_at: 0, last_step: 0 }
    await newsroom.gawai.write((unit) => unit.tx.insertInto('totp').values(row).execute())
    assert.match(await run('list'), /Bagas Prakoso · .* · second factor/)
    const vouched = { issuer: 'https://accounts.example', subject: 'bagas-1', account_id: bagas.account }
    const linked = { ...vouched, made_at: 0, used_at: 0 }
    await newsroom.gawai.write((unit) => unit.tx.insertInto('openid_subject').values(linked).execute())
    assert.match(await run('clear', 'bagas.prakoso@gawai.example'), /no password, so "gawai user link bagas/)
    assert.doesNotMatch(await run('list'), /second factor/)
    assert.deepEqual(await openidLinksOf(newsroom.gawai, bagas.account), [])
    assert.equal((await bagas.get('/newsroom/')).status, 401)
    await run('suspend', 'bagas.prakoso@gawai.example')
    assert.match(await run('list'), /suspended/)
  })

  it('refuses what it cannot do in a sentence', async (test) => {
    const { newsroom, run } = await open(test)
    await visitorOf(newsroom)
    await assert.rejects(run('add', 'Bagas', 'bagas@gawai.example', 'boss'), /There is no role "boss"; the roles are/)
    await assert.rejects(run('add', 'Bagas', 'bagas', 'writer'), /"bagas" is not a mail address/)
    await assert.rejects(run('add', 'Bagas'), Invalid)
    await assert.rejects(run('link', 'nobody.here@gawai.example'), NotFound)
    await assert.rejects(run('suspend', 'sari.wening@gawai.example'), /without an owner/)
    await assert.rejects(run('dance'), /takes one of/)
  })
})
