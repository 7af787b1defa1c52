import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { drawing } from '#test/pictures.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { act, chooseFiles, follow, tabTo, typeInto, waitAt } from './keyboard.ts'
import { putKeyIn } from './passkey-device.ts'
import { freePort, gawai, lifetime, openPage, type RunningSite, sharedBrowser, startSite, until } from './site.ts'

const owner = { name: 'Sari Wening', email: 'sari@gawai.example', password: 'empat kuda di ladang' }
const writer = { name: 'Wulan Sasmita', email: 'wulan@gawai.example', password: 'tiga ekor merpati' }
const halfMinute = 30_000

const photo = async (name: string, colour: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    await drawing(800, 500, colour, { left: 60, top: 60, width: 200, height: 200, colour: '#ffffff' }).png().toBuffer(),
  ),
})

describe('the newsroom by keyboard alone', { skip: noChromium }, () => {
  const journey = lifetime()
  let site: RunningSite
  let browser: Browser
  let link = ''
  let secret = ''
  let steps = 0
  let state: Awaited<ReturnType<Awaited<ReturnType<typeof openPage>>['context']['storageState']>>
  after(() => journey.end())
  before(async () => {
    site = await startSite(journey, { PORT: await freePort() }, undefined, ['--empty'])
    browser = await sharedBrowser(journey)
  })

  /** Each code counts once, and the one of the next half minute counts already. */
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps++ * halfMinute })

  const heading = (page: Page) => page.locator('h1').innerText()

  it('is owned by whoever follows the link of the first start, who invites a writer', async () => {
    const { page, context } = await openPage(browser, site)
    await page.goto(site.owner)
    for (const [name, value] of Object.entries(owner)) await typeInto(page, `[name=${name}]`, value)
    await follow(page, 'main form button')
    assert.match(await heading(page), /Halo, Sari Wening/)
    state = await context.storageState()
    await follow(page, 'nav a[href="/newsroom/people/"]')
    await follow(page, 'a.button')
    await typeInto(page, '[name=name]', writer.name)
    await typeInto(page, '[name=email]', writer.email)
    await tabTo(page, 'input[value=writer]')
    await page.keyboard.press('Space')
    assert.ok(await page.isChecked('input[value=writer]'))
    await follow(page, 'main form button')
    link = await page.locator('a.secret').innerText()
    await context.close()
  })

  it('lets the writer in, who sets up a code app and a passkey and signs out elsewhere', async () => {
    const { page, context } = await openPage(browser, site)
    await putKeyIn(page)
    await page.goto(link)
    await typeInto(page, '[name=password]', writer.password)
    await follow(page, 'main form button')
    await follow(page, '.notice a')
    await follow(page, 'a[href="/newsroom/me/app/"]')
    secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '')
    await typeInto(page, '[name=code]', '000000')
    await follow(page, 'main form p button')
    await waitAt(page, '.problem')
    await typeInto(page, '[name=code]', code())
    await follow(page, 'main form p button')
    assert.equal(await page.locator('.codes code').count(), 10)
    await follow(page, 'main a[href="/newsroom/me/"]')
    await typeInto(page, '[name=passkeyName]', 'Laptop di meja')
    await act(page, 'form[data-passkey=make] button', /Laptop di meja/)

    const elsewhere = await openPage(browser, site)
    await elsewhere.page.goto(`${site.url}/newsroom/`)
    await typeInto(elsewhere.page, '[name=email]', writer.email)
    await typeInto(elsewhere.page, '[name=password]', writer.password)
    await follow(elsewhere.page, 'main form p button')
    await typeInto(elsewhere.page, '[name=code]', code())
    await follow(elsewhere.page, 'form[action="/newsroom/sign-in/code/"] button')
    assert.match(await heading(elsewhere.page), /Halo, Wulan Sasmita/)
    await page.reload()
    await act(page, 'form[action="/newsroom/me/sessions/ending/"] button', /./)
    assert.equal((await elsewhere.page.reload())?.status(), 401)
    await elsewhere.context.close()
    await context.close()
  })

  it('takes pictures, crops and describes one, says where it is used and replaces it', async (test) => {
    const { page, context } = await openPage(browser, site, { storageState: state })
    // From now on the browser hands its dialogs over; asked for only when a key is pressed, the key may be faster.
    page.on('filechooser', () => {})
    await page.goto(`${site.url}/newsroom/pictures/`)
    await chooseFiles(page, '.upload input[multiple]', [
      await photo('satu.png', '#cc3300'),
      await photo('dua.png', '#0033cc'),
    ])
    await page.waitForSelector('.show-them a')
    await act(page, '.sending li:nth-child(2) button', /./)
    assert.equal(await page.locator('.pictures li').count(), 1)
    await follow(page, '.pictures a')
    assert.equal(await heading(page), 'satu.png')

    await tabTo(page, '.crop-part')
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, '.crop-point')
    await page.keyboard.press('ArrowDown')
    assert.deepEqual(await Promise.all(['width', 'left', 'y'].map((name) => page.inputValue(`[name=${name}]`))), [
      '70',
      '1',
      '41',
    ])
    await act(page, 'form[data-crop] button', /satu\.png|[Pp]otong/)
    assert.match(await page.innerText('main'), /560 × 500/)

    await typeInto(page, '[name=altId]', 'Layar merah')
    await typeInto(page, '[name=credit]', 'Rina Putri')
    await act(page, 'form[action$="/words/"] button', /./)

    const src = await page.evaluate<string>(`document.querySelector('figure img').currentSrc`)
    const file = /[0-9a-f]{32}/.exec(src)?.[0] ?? ''
    const text = join(await temporaryFolder(test), 'story.md')
    await writeFile(text, `---\ntitle: Layar merah\nimage: {src: /media/${file}.png, alt: Layar}\n---\nTeks.\n`)
    const { path } = JSON.parse((await gawai(['publish', text, '--data', site.data, '--json'])).out) as { path: string }
    await until(async () => {
      await page.reload()
      return (await page.locator('[aria-labelledby=uses] a').count()) === 1
    })
    await follow(page, '[aria-labelledby=uses] a')
    assert.equal(new URL(page.url()).pathname, path)
    await page.goBack()

    await chooseFiles(page, '#field-replacement', [await photo('baru.png', '#118833')])
    await act(page, '[aria-labelledby=replace] button', /./)
    await act(page, '.notice button', /./)
    assert.match(await page.innerText('main'), /560 × 500/)
    await context.close()
  })
})
