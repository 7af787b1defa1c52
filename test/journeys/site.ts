import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '#test/chromium.ts'
import { temporaryFolder } from '#test/temporary.ts'

const program = fileURLToPath(new URL('../../bin/gawai', import.meta.url))

/** A program of its own that serves the demo, as an operator starts it. */
export interface RunningSite {
  url: string
  /** Where its owner comes in, while it has none. */
  owner: string
  data: string
  child: ChildProcess
}

export interface Lifetime {
  after(work: () => Promise<void>): void
}

/** For what a whole suite shares: a hook set inside `before` would run when that hook ends. */
export function lifetime(): Lifetime & { end(): Promise<void> } {
  const works: (() => Promise<void>)[] = []
  return {
    after: (work) => void works.push(work),
    async end() {
      for (const work of works.toReversed()) await work()
    },
  }
}

export async function startSite(
  test: Lifetime,
  env: Record<string, string> = {},
  folder?: string,
  words: readonly string[] = [],
): Promise<RunningSite> {
  const data = folder ?? (await temporaryFolder(test))
  const child = spawn(process.execPath, [program, 'serve', '--data', data, '--json', ...words], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  test.after(() => ended(child))
  return { ...(await saidPlaces(child)), data, child }
}

/** A port that is free at this moment: for what must know its own address before it listens. */
export async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(typeof address === 'object' && address ? address.port : 0)
}

export interface Ended {
  code: number
  out: string
  err: string
}

/** Runs one command line to its end. */
export function gawai(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: { ...process.env, ...env } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

const patience = 20_000

/** Asks again until it is so, for as long as a busy machine may need. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`it did not become so within ${patience / 1000} seconds`)
    await pause(50)
  }
}

/** What `serve --json` prints once it answers. */
function saidPlaces(child: ChildProcess): Promise<{ url: string; owner: string }> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const line = said.split('\n').find((one) => one.startsWith('{'))
      if (line !== undefined) resolve({ owner: '', ...(JSON.parse(line) as { url: string }) })
    })
    // Read whether or not anybody wants it: a full pipe would stop the program.
    let complaints = ''
    child.stderr?.on('data', (chunk) => (complaints += String(chunk)))
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}${complaints}`)))
  })
}

export function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** A page of a fresh browser profile that may ask only this site; what else it asked for is in `foreign`. */
export async function openPage(browser: Browser, site: RunningSite, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const foreign: string[] = []
  await context.route('**/*', (route, request) => {
    if (request.url().startsWith(`${site.url}/`)) return route.continue()
    foreign.push(request.url())
    return route.abort()
  })
  const page: Page = await context.newPage()
  return { page, foreign, context }
}

/** One browser for the journeys of a file. */
export async function sharedBrowser(test: Lifetime): Promise<Browser> {
  const browser = await openBrowser()
  test.after(() => browser.close())
  return browser
}
