import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it } from 'node:test'
import { noChromium } from '#test/chromium.ts'
import { sharedBrowser, startSite, until } from './site.ts'

/** Passes requests on and notes them: what a browser fetches early, no page of it can see. */
async function overheard(url: string) {
  const heard: IncomingMessage[] = []
  const server = createServer((asked, answer) => {
    heard.push(asked)
    const passed = request(url + asked.url, { method: asked.method, headers: asked.headers }, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers)
      response.pipe(answer)
    })
    // A browser asks until it is closed, and the site may be gone before it.
    passed.once('error', () => answer.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { heard, server, url: `http://localhost:${port}` }
}

describe('a browser that may fetch early', { skip: noChromium }, () => {
  it('asks for the page of a link when the button goes down on it, and not again when it is opened', async (test) => {
    const site = await startSite(test)
    const { heard, server, url } = await overheard(site.url)
    test.after(() => {
      server.closeAllConnections()
      server.close()
    })
    const browser = await sharedBrowser(test)
    const page = await browser.newPage()
    const pagesAsked = () => heard.filter(({ headers }) => headers['sec-fetch-dest'] === 'document')
    await page.goto(url)
    await until(async () => heard.some(({ headers }) => headers['sec-fetch-dest'] === 'speculationrules'))
    await page.hover('main h2 a')
    await page.mouse.down()
    await until(async () => pagesAsked().length === 2)
    assert.match(String(pagesAsked()[1]?.headers['sec-purpose']), /^prefetch/)
    await page.mouse.up()
    await page.waitForSelector('article.story h1')
    assert.equal(pagesAsked().length, 2)
  })
})
