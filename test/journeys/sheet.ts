import type { Browser, Page } from 'playwright-core'
import { type Document, readMarkdown } from '#articles'
import { assetType, readAssets } from '#look/assets.ts'
import { html, markupOf } from '#platform/html.ts'
import { securityHeaders } from '../../src/platform/http/security-headers.ts'

const words = {
  readAlso: 'Baca juga:',
  accordingTo: 'Menurut',
  via: 'Melalui',
  keyPoints: 'Pokok berita',
  picture: 'Gambar',
  pictureElsewhere: 'Gambar di situs lain',
  rawHtml: 'HTML',
  unknown: '?',
}

/** A sheet in a browser with a document on it, under the policy that pages of the newsroom have. */
export interface OpenSheet {
  page: Page
  /** What its form would send. */
  document(): Promise<Document>
  /** Puts this on the clipboard and pastes it at the cursor. */
  paste(data: Record<string, string>): Promise<void>
  /** What copying the selection puts on the clipboard. */
  copied(): Promise<string>
  /** What the browser complained of: refused by the policy, thrown, not found. */
  complaints: string[]
}

export interface SheetOptions {
  content?: Document['content']
  /** Whether the program answers; without it nothing reads Markdown. */
  isOnline?: boolean
}

export async function openSheet(
  browser: Browser,
  { content = [], isOnline = true }: SheetOptions = {},
): Promise<OpenSheet> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await serve(page, { type: 'doc', content }, isOnline)
  await page.goto('http://localhost/')
  await page.locator('.tiptap').focus()
  // ProseMirror and the browser tell each other what is chosen within 20 ms; what comes sooner is no hand's.
  const settled = () => page.evaluate<void>('new Promise((done) => setTimeout(done, 40))')
  await settled()
  return {
    page,
    complaints,
    document: async () =>
      JSON.parse(await page.evaluate<string>("new FormData(document.forms[0]).get('document')")) as Document,
    copied: () =>
      page.evaluate<string>(`(() => {
        const clipboardData = new DataTransfer()
        document.querySelector('.tiptap').dispatchEvent(
          new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
        )
        return clipboardData.getData('text/html')
      })()`),
    async paste(data) {
      await settled()
      await page.evaluate(`(() => {
        const clipboardData = new DataTransfer()
        for (const [type, text] of Object.entries(${JSON.stringify(data)})) clipboardData.setData(type, text)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.querySelector('.tiptap').dispatchEvent(event)
      })()`)
    },
  }
}

async function serve(page: Page, document: Document, isOnline: boolean): Promise<void> {
  const assets = readAssets()
  const [script, style] = [assets.address('editor.js'), assets.address('newsroom.css')]
  await page.route('http://localhost/**', async (route, request) => {
    const { pathname } = new URL(request.url())
    if (pathname === script || pathname === style) {
      const file = pathname.replace('/assets/', '')
      return route.fulfill({ contentType: assetType(file), body: (await assets.read(file)) ?? '' })
    }
    if (pathname === '/markdown/')
      return isOnline
        ? route.fulfill({
            json: readMarkdown(new URLSearchParams(request.postData() ?? '').get('text') ?? '').document,
          })
        : route.fulfill({ status: 503 })
    if (pathname !== '/') return route.fulfill({ status: 204 })
    const body = await markupOf(sheetPage(script, style, document))
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: securityHeaders, body })
  })
}

const sheetPage = (script: string, style: string, document: Document) =>
  html`<!doctype html>
    <html lang="id">
      <title>Lembar</title>
      <link rel="stylesheet" href="${style}" />
      <script type="module" src="${script}"></script>
      <form>
        <textarea id="document" name="document" hidden>${JSON.stringify(document)}</textarea>
        <div
          data-sheet="document"
          data-words="${JSON.stringify(words)}"
          data-titles="${JSON.stringify({ 7: 'Nota baru' })}"
          data-names="${JSON.stringify({ 9: 'WSJ' })}"
          data-placeholder="Tulis di sini"
          data-markdown="/markdown/"
          data-label="Isi"
        ></div>
      </form>
    </html>`
