import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { openNewsroom } from '#test/newsroom.ts'
import { Invalid } from './refusals.ts'
import { defineSetting, settingsOver, siteName, siteZone } from './settings.ts'

describe('a setting', () => {
  it('holds its fallback until somebody decides, and then what was decided, at once and after a start', async (test) => {
    const { gawai, get } = await openNewsroom(test)
    assert.equal(gawai.settings.get(siteName), 'Gawai')
    await gawai.write((unit) => gawai.settings.set(unit, siteName, '  Kabar Gawai '))
    await gawai.settings.reload()
    assert.equal(gawai.settings.get(siteName), 'Kabar Gawai')
    assert.match((await get('/')).text, /Kabar Gawai/)
    const again = settingsOver(gawai.db)
    await again.reload()
    assert.equal(again.get(siteName), 'Kabar Gawai')
  })

  it('refuses a value that it cannot hold, keeps the one it has, and falls back when a later program no longer takes it', async (test) => {
    const { gawai } = await openNewsroom(test)
    for (const [setting, value] of [
      [siteName, ' '],
      [siteZone, 'Mars/Olympus'],
    ] as const)
      await assert.rejects(
        gawai.write((unit) => gawai.settings.set(unit, setting, value)),
        (error) => error instanceof Invalid && error.message.startsWith(`The setting "${setting.name}" `),
      )
    await gawai.settings.reload()
    assert.equal(gawai.settings.get(siteZone), 'Asia/Jakarta')

    const earlier = defineSetting('site.columns', z.string(), 'three')
    const later = defineSetting('site.columns', z.number(), 3)
    await gawai.write((unit) => gawai.settings.set(unit, earlier, 'four'))
    await gawai.write((unit) => gawai.settings.set(unit, siteName, 'Baru'))
    await gawai.settings.reload()
    assert.equal(gawai.settings.get(later), 3)
    assert.equal(gawai.settings.get(earlier), 'four')
  })
})
