import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { type AtWork, atWork } from './at-work.ts'
import { finger, keysAlone, mouse } from './hands.ts'
import { askEditor, correct, handOver, mendSection, publish, restore, settleNote } from './pair-steps.ts'
import { older, openPairSite, type PairSite } from './pair.ts'
import { attribute, begin, illustrate, readAlso, save, writeText } from './sheet-steps.ts'
import { lifetime, sharedBrowser, until } from './site.ts'

const first = 'Ponsel itu dijual mulai besok di semua toko.'
const second = 'Harganya enam juta rupiah, turun satu juta.'
const mistake = 'Harganya tujuh juta, bukan enam juta.'

const lives = [
  { hand: mouse, title: 'Nota Sembilan dijual mulai besok', colour: '#cc3300' },
  { hand: finger, title: 'Lipat Dua dijual mulai besok', colour: '#0033cc' },
  { hand: keysAlone, title: 'Layar Tiga dijual mulai besok', colour: '#118833' },
]

describe('an article', { skip: noChromium }, () => {
  const life = lifetime()
  let site: PairSite
  let browser: Browser
  after(() => life.end())
  before(async () => {
    site = await openPairSite(life)
    browser = await sharedBrowser(life)
  })

  for (const { hand, title, colour } of lives)
    it(`is written, read by a second person, published, changed, corrected and restored with ${hand.name}`, async (test) => {
      const [writer, editor, reader] = await Promise.all([
        atWork(browser, site, hand, site.writer),
        atWork(browser, site, hand, site.editor),
        atWork(browser, site, hand),
      ])
      test.after(() => Promise.all([writer, editor, reader].map(({ page }) => page.context().close())))

      const place = await begin(writer, title)
      await writeText(writer, [first, second])
      await illustrate(writer, colour)
      await readAlso(writer)
      await attribute(writer, 'Sumber', 'Toko Gawai Raya', 'https://toko.example/nota')
      await attribute(writer, 'Melalui', 'Kantor Berita Baru', 'https://kantor.example/nota')
      await writer.isWell('a full sheet')
      await save(writer)
      await askEditor(writer, second, 'benarkah harganya?')
      await handOver(writer)
      await writer.page.goto(`${site.url}/newsroom/`)

      await settleNote(editor, title, 'benarkah harganya')
      await mendSection(editor)
      const path = await publish(editor)

      const read = async () => {
        await reader.page.goto(site.url + path)
        return reader.page.innerText('article')
      }
      const shown = await read()
      await reader.isWell('what readers see')
      for (const words of [title, first, second, older, 'Toko Gawai Raya', 'Kantor Berita Baru', 'Foto: Rina Putri'])
        assert.ok(shown.includes(words), words)
      assert.match(shown, /\[BP\/DL\]/)
      assert.deepEqual(
        await reader.page.evaluate(
          `(({ alt, width, height }) => [alt, width / height < 1.5])(document.querySelector('article figure img'))`,
        ),
        ['Layar ponsel yang menyala', true],
        'as it was cropped',
      )

      await changeText(writer, place, ' Stoknya terbatas.')
      assert.equal(await read(), shown, 'what is written is no reader’s yet')
      await editor.page.goto(`${site.url}${place}publication/`)
      assert.match(await editor.page.innerText('main'), /Belum terbit: 1 perubahan/)
      await editor.isWell('changes that readers do not see')
      await publish(editor)
      assert.match(await read(), /turun satu juta\. Stoknya terbatas\./)

      await correct(editor, mistake)
      assert.match(await read(), new RegExp(`Ralat.*${mistake}`, 's'))
      for (const below of ['/koreksi/', '/feed/'])
        await until(async () => (await (await fetch(site.url + below)).text()).includes(mistake))
      await reader.page.goto(`${site.url}/koreksi/`)
      await reader.isWell('all corrections')

      await restore(editor, 'Stoknya terbatas.')
      assert.doesNotMatch(await editor.page.innerText('.tiptap'), /Stoknya/)
      assert.match(await read(), /Stoknya terbatas/, 'restoring is no publishing')
    })
})

/** Goes on where the text was left. */
async function changeText(at: AtWork, place: string, words: string): Promise<void> {
  await at.page.goto(at.url + place)
  await at.page.waitForSelector('.tiptap[contenteditable=true]')
  await at.toEndOf('turun satu juta.')
  await at.type(words)
  await save(at)
  await at.isWell('the sheet of a published article')
  await at.page.goto(`${at.url}/newsroom/`)
}
