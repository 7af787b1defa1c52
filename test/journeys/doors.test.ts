import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { noChromium } from '#test/chromium.ts'
import { barriers, barriersAgain, paleWords, tooWide } from './barriers.ts'
import { putKeyIn } from './passkey-device.ts'
import { freePort, lifetime, openPage, type RunningSite, sharedBrowser, startSite } from './site.ts'

const phone = { width: 360, height: 740 }
const desktop = { width: 1440, height: 900 }
const owner = { name: 'Sari Wening', email: 'sari@gawai.example', password: 'empat kuda di ladang' }
const writer = { name: 'Wulan Sasmita', email: 'wulan@gawai.example', password: 'tiga ekor merpati' }
const halfMinute = 30_000

describe('the doors of the newsroom', { skip: noChromium }, () => {
  let site: RunningSite
  let browser: Browser
  let secret = ''
  let recovery: string[] = []
  let steps = 0
  let link = ''
  const journey = lifetime()
  after(() => journey.end())
  before(async () => {
    // A passkey belongs to an address, so the program must know its own.
    site = await startSite(journey, { PORT: await freePort() }, undefined, ['--empty'])
    browser = await sharedBrowser(journey)
  })

  const open = () => openPage(browser, site, { viewport: desktop })

  /** Each code counts once, and the one of the next half minute counts already. */
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps++ * halfMinute })

  it('let the owner in by the link of the first start, who invites a writer', async () => {
    const { page, context } = await open()
    await page.goto(site.owner)
    await look(page, 'the owner’s link')
    await fill(page, owner)
    await press(page, 'form button')
    assert.match(await heading(page), /Halo, Sari Wening/)
    await look(page, 'the desk')
    await page.click('nav a[href="/newsroom/people/"]')
    await look(page, 'people')
    await page.click('main a.button')
    await look(page, 'inviting')
    await fill(page, { name: writer.name, email: writer.email })
    await page.check('input[value=writer]')
    await press(page, 'main form button')
    await look(page, 'the invitation')
    link = await page.locator('a.secret').innerText()
    assert.ok(link.startsWith(site.url))
    await context.close()
  })

  it('let the writer in by the invitation, who sets a code app up and puts the recovery codes away', async () => {
    const { page, context } = await open()
    await page.goto(link)
    await look(page, 'the invitation’s link')
    await fill(page, { password: writer.password })
    await press(page, 'form button')
    assert.match(await heading(page), /Halo, Wulan Sasmita/)
    await look(page, 'the desk with its reminder')
    await page.click('.notice a')
    await look(page, 'one’s own account')
    await page.click('a[href="/newsroom/me/app/"]')
    await look(page, 'the code app')
    secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '')
    await fill(page, { code: '000000' })
    await press(page, 'main form button')
    await look(page, 'a wrong code')
    await fill(page, { code: code() })
    await press(page, 'main form button')
    await look(page, 'recovery codes')
    recovery = await page.locator('.codes code').allInnerTexts()
    assert.equal(recovery.length, 10)
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('main form button')])
    assert.match(await readFile(await file.path(), 'utf8'), new RegExp(recovery.join('\\s+')))
    await context.close()
  })

  it('ask for a code after the password, by keyboard alone', async () => {
    const { page, context } = await open()
    await page.goto(`${site.url}/newsroom/me/`)
    await look(page, 'the sign-in')
    assert.equal(await page.isVisible('[data-failed]'), false)
    await typeInto(page, 'email', writer.email)
    await typeInto(page, 'password', writer.password)
    await enter(page)
    await look(page, 'the second factor')
    await typeInto(page, 'code', code())
    await enter(page)
    assert.equal(await heading(page), 'Akun saya')
    await page.keyboard.press('Tab')
    assert.equal(
      await page.evaluate('document.activeElement.className'),
      'skip',
      'the way past the navigation comes first',
    )
    await context.close()
  })

  it('let somebody in with a passkey alone, and end sessions elsewhere', async () => {
    const { page, context } = await open()
    await putKeyIn(page)
    await signIn(page)
    await page.click('summary')
    await fill(page, { recoveryCode: recovery[0] ?? '' })
    await press(page, 'details button')
    await page.goto(`${site.url}/newsroom/me/`)
    await fill(page, { passkeyName: 'Laptop di meja' })
    await press(page, 'form[data-passkey=make] button')
    await look(page, 'a passkey')
    assert.match(await page.locator('.notice').innerText(), /Kunci sandi Laptop di meja ditambahkan/)

    await press(page, '.who form button')
    await look(page, 'the sign-in with a passkey')
    await press(page, 'form[data-passkey=sign] button')
    assert.match(await heading(page), /Halo, Wulan Sasmita/)

    await page.evaluate('localStorage.setItem("suggests", "yes")')
    await press(page, '.who form button')
    // The browser suggests the passkey at the field, and this device says yes at once.
    await page.waitForURL(`${site.url}/newsroom/`)
    assert.match(await heading(page), /Halo, Wulan Sasmita/)

    const elsewhere = await open()
    await signIn(elsewhere.page)
    await elsewhere.page.click('summary')
    await fill(elsewhere.page, { recoveryCode: recovery[1] ?? '' })
    await press(elsewhere.page, 'details button')
    assert.match(await heading(elsewhere.page), /Halo, Wulan Sasmita/)
    await page.goto(`${site.url}/newsroom/me/`)
    await press(page, 'form[action="/newsroom/me/sessions/ending/"] button')
    await look(page, 'sessions ended')
    const seen = await elsewhere.page.reload()
    assert.equal(seen?.status(), 401)
    await elsewhere.context.close()
    await context.close()
  })

  it('send who forgot the password to their mail', async () => {
    const { page, context } = await open()
    await page.goto(`${site.url}/newsroom/`)
    await page.click('a[href="/newsroom/forgotten/"]')
    await look(page, 'forgotten')
    await fill(page, { email: writer.email })
    await press(page, 'form button')
    await look(page, 'the link is sent')
    await context.close()
  })

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${site.url}/newsroom/`)
    await fill(page, { email: writer.email, password: writer.password })
    await press(page, 'form button')
    assert.equal(await heading(page), 'Faktor kedua')
  }
})

/** No barrier, nothing sideways, readable in the dark: at a desk and on a phone. */
async function look(page: Page, what: string): Promise<void> {
  for (const [size, found] of [
    [desktop, barriers],
    [phone, barriersAgain],
  ] as const) {
    await page.setViewportSize(size)
    assert.deepEqual(await found(page), [], `${what} at ${size.width}`)
    assert.ok((await tooWide(page)) <= 0, `${what} at ${size.width} is ${await tooWide(page)} px too wide`)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.deepEqual(await paleWords(page), [], `${what} in the dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
}

/** Presses the first of these buttons and waits for the page that it leads to. */
async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(button).first().click()])
}

const enter = (page: Page) => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
const heading = (page: Page) => page.locator('h1').innerText()

/** Goes on with the tabulator until it stands in the field. */
async function typeInto(page: Page, name: string, text: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await page.evaluate('document.activeElement.name')) === name) return page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not come to "${name}"`)
}
