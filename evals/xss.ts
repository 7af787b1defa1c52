import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument as parseTree } from 'htmlparser2'
import { z } from 'zod'
import { readHtml, readMarkdown, sanitise, viewDocument } from '#articles'
import { chromiumPath, openBrowser } from '#test/chromium.ts'
import type { Eval } from './run.ts'

const payloadForm = z.object({ id: z.string(), payload: z.string() })
const context = { say: (key: string) => key, references: { articles: new Map(), organisations: new Map() }, origin: '' }

const ways: Record<string, (payload: string) => string> = {
  sanitise,
  html: (payload) => viewed(readHtml(payload).document),
  markdown: (payload) => viewed(readMarkdown(payload).document),
}

/** Every payload through every way by which markup comes in: what survives by the look of it, and what runs in a browser. */
export const run: Eval = async ([folder = ''], out) => {
  const payloads = await readPayloads(folder)
  const figures: Record<string, number | string> = {
    payloads: payloads.length,
    'dangerous untouched': payloads.filter(({ payload }) => danger(payload) !== undefined).length,
    survivors: 0,
    executions: 0,
  }
  const outputs: { id: string; way: string; markup: string }[] = []
  for (const [way, read] of Object.entries(ways)) {
    const began = performance.now()
    for (const { id, payload } of payloads) outputs.push({ id, way, markup: read(payload) })
    figures[`${way} ms`] = ((performance.now() - began) / payloads.length).toFixed(3)
  }
  for (const { id, way, markup } of outputs) {
    const found = danger(markup)
    if (found === undefined) continue
    figures['survivors'] = Number(figures['survivors']) + 1
    out(`survivor ${id} by ${way}: ${found} in ${markup.slice(0, 300)}`)
  }
  figures['executions'] = chromiumPath === undefined ? 'no Chromium' : await executions(outputs, out)
  return figures
}

async function readPayloads(folder: string) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl'))
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((line) => payloadForm.parse(JSON.parse(line)))
}

function viewed(document: ReturnType<typeof readHtml>['document']): string {
  return viewDocument(document, context)
    .map((segment) => ('subject' in segment ? '' : `${segment as unknown as string}`))
    .join('')
}

const elements = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'base',
  'meta',
  'link',
  'form',
  'style',
  'svg',
  'math',
])

function danger(markup: string): string | undefined {
  const rest = [...parseTree(markup).children]
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (!('attribs' in node)) continue
    if (elements.has(node.name)) return `<${node.name}>`
    for (const [name, value] of Object.entries(node.attribs)) {
      // oxlint-disable-next-line no-control-regex -- browsers skip them inside a scheme
      const bare = value.replace(/[\u0000-\u0020]/g, '')
      if (/^on|^style$|^srcdoc$|^formaction$/i.test(name) || /^(javascript|vbscript|data):/i.test(bare))
        return `${name}="${value.slice(0, 60)}"`
    }
    rest.push(...node.children)
  }
  return undefined
}

/** Loads everything into pages that note any dialog, any call of the usual proofs, and any request. */
async function executions(
  outputs: readonly { id: string; way: string; markup: string }[],
  out: (line: string) => void,
): Promise<number> {
  const browser = await openBrowser()
  try {
    const page = await (await browser.newContext()).newPage()
    let count = 0
    await page.route('**/*', (route) => route.abort())
    await page.addInitScript(() => {
      const scope = globalThis as unknown as Record<string, unknown>
      scope['hits'] = []
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        scope[name] = () => (scope['hits'] as string[]).push(name)
    })
    await page.goto('about:blank')
    for (const { id, way, markup } of outputs) {
      const hits = await page.evaluate((text) => {
        const scope = globalThis as unknown as {
          hits: string[]
          document: {
            body: { innerHTML: string; querySelectorAll(s: string): Iterable<{ dispatchEvent(e: unknown): void }> }
          }
          Event: new (name: string) => unknown
        }
        scope.hits.length = 0
        scope.document.body.innerHTML = text
        for (const element of scope.document.body.querySelectorAll('*'))
          for (const name of ['mouseover', 'focus', 'error', 'load', 'toggle'])
            element.dispatchEvent(new scope.Event(name))
        return scope.hits.length
      }, markup)
      if (hits === 0) continue
      count += 1
      out(`executed ${id} by ${way}: ${markup.slice(0, 300)}`)
    }
    return count
  } finally {
    await browser.close()
  }
}
