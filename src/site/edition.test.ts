import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { siteLanguage } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'

describe('an edition', () => {
  it('stands at the root when its language is the site’s, and under its name otherwise', async (test) => {
    const { gawai, get } = await openNewsroom(test)
    for (const [lang, root, other] of [
      ['id', ['/', '/feed/', '/terbaru/'], ['/en/', '/en/feed/', '/en/latest/']],
      ['en', ['/', '/feed/', '/latest/'], ['/id/', '/id/feed/', '/id/terbaru/']],
    ] as const) {
      await gawai.write((unit) => gawai.settings.set(unit, siteLanguage, lang))
      for (const path of [...root, ...other]) assert.equal((await get(path)).status, 200, `${path} of ${lang}`)
      assert.match((await get('/')).text, new RegExp(`<html lang="${lang}">`))
      assert.equal((await get(`/${lang}/`)).status, 404)
    }
  })

  it('leads to its addresses from those without the last slash', async (test) => {
    const { get } = await openNewsroom(test)
    for (const path of ['/en', '/terbaru', '/en/latest', '/feed', '/en/feed/atom']) {
      const { status, headers } = await get(path)
      assert.deepEqual([status, headers.get('location')], [301, `${path}/`])
    }
    assert.equal((await get('/id')).status, 404)
  })
})
