import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContext } from 'playwright-core'
import { newsroomRoutes } from '#newsroom'
import { noChromium } from '#test/chromium.ts'
import { addressOf } from '#test/newsroom-addresses.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { stranger, type Visitor, visitorOf } from '#test/visitor.ts'
import { barriers, paleWords, smallTargets, tooWide } from './barriers.ts'
import { lifetime, sharedBrowser } from './site.ts'

const origin = 'https://gawai.example'
const widths = [360, 1440]
const longName = 'Raden Ajeng Kartikasari Wijayakusumaningrum Sastroamidjojo-Hadiningrat'

interface Screen {
  path: string
  who: Visitor
}

describe('every screen of the newsroom', { skip: noChromium }, () => {
  const journey = lifetime()
  let newsroom: Newsroom
  let browser: Browser
  let screens: Screen[]
  before(async () => {
    newsroom = await openNewsroom(journey)
    browser = await sharedBrowser(journey)
    screens = await screensOf(newsroom)
  })
  after(() => journey.end())

  it('is valid HTML without inline style, also when a form on it was refused', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } })
    const nobody = stranger(newsroom)
    const texts = await Promise.all(screens.map(async ({ path, who }) => [path, (await who.get(path)).text] as const))
    const refused = ['/newsroom/sign-in/', ...screens.filter(({ who }) => who.account === 0).map(({ path }) => path)]
    for (const path of refused) texts.push([`POST ${path}`, (await nobody.post(path, { email: '"><b>' })).text])
    for (const [path, text] of texts) {
      const { results } = await validate.validateString(text)
      const messages = results.flatMap(({ messages: found }) =>
        found.map(({ ruleId, message, line }) => `${path} ${line} ${ruleId}: ${message}`),
      )
      assert.deepEqual(messages, [])
    }
  })

  for (const width of widths)
    it(`has no barrier, nothing beside it and nothing that its policy forbids at ${width} px, light and dark`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 800 } })
      const { page, complaints, goTo } = await openScreens(context, newsroom)
      for (const screen of screens) {
        await page.emulateMedia({ colorScheme: 'light' })
        await goTo(screen)
        assert.deepEqual(await barriers(page), [], screen.path)
        assert.ok((await tooWide(page)) <= 0, `${screen.path} is ${await tooWide(page)} px too wide`)
        assert.deepEqual(await smallTargets(page), [], `${screen.path}: too small for a finger`)
        await page.emulateMedia({ colorScheme: 'dark' })
        assert.deepEqual(await paleWords(page), [], `${screen.path} in the dark`)
      }
      assert.deepEqual(complaints, [])
      await context.close()
    })

  for (const [how, options, letters] of [
    ['at 200 % zoom', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }, '100%'],
    ['with letters twice as large on a desk', { viewport: { width: 1440, height: 900 } }, '200%'],
    ['with letters twice as large on a phone', { viewport: { width: 360, height: 740 } }, '200%'],
    ['without JavaScript on a phone', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }, '100%'],
  ] as const)
    it(`has nothing beside it ${how}`, async () => {
      const context = await browser.newContext(options)
      const { page, goTo } = await openScreens(context, newsroom)
      for (const screen of screens) {
        await goTo(screen)
        await page.evaluate(`document.documentElement.style.fontSize = '${letters}'`)
        assert.ok((await tooWide(page)) <= 0, `${screen.path} is ${await tooWide(page)} px too wide`)
      }
      await context.close()
    })
})

/** Each page of the routes as an owner sees it, the doors as a stranger does, and a notice on the first page. */
async function screensOf(newsroom: Newsroom): Promise<Screen[]> {
  const owner = await visitorOf(newsroom)
  const bagas = await visitorOf(newsroom, { name: longName, email: `${'panjang'.repeat(9)}@gawai.example` })
  await owner.post('/newsroom/people/invitations/new/', {
    name: longName,
    email: 'a@b.id',
    lang: 'id',
    grant: 'editor',
  })
  const done = await owner.post(`/newsroom/people/${bagas.account}/roles/`, { grant: ['writer', 'editor'] })
  const screens: Screen[] = [
    { path: done.location ?? '', who: owner },
    { path: '/newsroom/', who: stranger(newsroom) },
    { path: '/newsroom/nowhere/', who: owner },
  ]
  for (const route of newsroomRoutes.filter(({ method }) => method === 'GET')) {
    const path = await addressOf(newsroom, route, { owner: owner.account, section: newsroom.ponsel })
    const screen = { path, who: route.kind === 'door' ? stranger(newsroom) : owner }
    const { headers } = await screen.who.get(path)
    // The others answer with a picture or a style sheet, or lead on.
    if (headers.get('content-type')?.startsWith('text/html')) screens.push(screen)
  }
  return screens
}

/** A page whose requests the program answers without a network, as whoever looks at the screen. */
async function openScreens(context: BrowserContext, { fetch }: Newsroom) {
  const complaints: string[] = []
  const page = await context.newPage()
  let token = ''
  await page.route('**/*', async (route, request) => {
    if (!request.url().startsWith(`${origin}/`)) return route.abort()
    const cookie: Record<string, string> = token === '' ? {} : { cookie: `__Host-gawai=${token}` }
    const answer = await fetch(new Request(request.url(), { headers: { ...request.headers(), ...cookie } }))
    const body = Buffer.from(await answer.arrayBuffer())
    return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  })
  page.on('console', (message) => {
    // A page that asks somebody to sign in first is no complaint.
    if (!message.text().includes('the server responded with a status of'))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  const goTo = ({ path, who }: Screen) => {
    token = who.token
    return page.goto(origin + path)
  }
  return { page, complaints, goTo }
}
