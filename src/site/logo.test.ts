import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { siteName } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { readXml } from '#test/xml.ts'

const letterOf = (svg: string) => readXml(svg).children.find(({ name }) => name === 'text')?.text

describe('the logo', () => {
  it('is the first letter of the site’s name as readers see letters, and follows the name', async (test) => {
    const { get, gawai } = await openNewsroom(test)
    assert.equal(letterOf((await get('/logo.svg')).text), 'G')
    for (const [name, letter] of [
      ['Ánchor', 'Á'],
      ['A\u0301nchor', 'A\u0301'],
      ['<Kabar>', '<'],
      ['👩🏽‍💻 Gawai', '👩🏽‍💻'],
      ['\ufffe&', '&'],
      ['\ufffe', ''],
    ] as const) {
      await gawai.write((unit) => gawai.settings.set(unit, siteName, name))
      assert.equal(letterOf((await get('/logo.svg')).text), letter, name)
    }
  })
})
