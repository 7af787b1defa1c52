import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { findPicture } from '#media'
import { makeAccount } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { openSession } from '../src/people/doors/session.ts'
import type { Eval } from './run.ts'
import { origin, withSite } from './throw-away-site.ts'

const manifestForm = z.array(z.object({ file: z.string(), why: z.string(), expect: z.string() }))
const toldForm = z.array(z.object({ href: z.string().optional(), problem: z.string().optional() })).length(1)

const folders = ['img', 'png', 'svg', 'zip']

/** What became of an upload, and what readers would get of it. */
interface Outcome {
  status: number
  problem?: string | undefined
  kept?: { type: string; sniff: string; bytes: Buffer }
  seconds: number
  /** More memory than before it, in megabytes. */
  grown: number
}

const mostGrown = 64
const mostSeconds = 10

const isRefused = ({ status, problem, kept }: Outcome) => status === 200 && problem !== undefined && kept === undefined
const isPlain = ({ kept }: Outcome) =>
  kept !== undefined &&
  /^image\/(png|webp|jpeg|avif|gif)$/.test(kept.type) &&
  kept.sniff === 'nosniff' &&
  !/<script|<html|<svg|GPS|Exif|iTXt|zTXt/i.test(kept.bytes.toString('latin1'))

/** Files that must not be taken at all; of every other hostile file it is enough that nothing of the trick goes out. */
const mustBeRefused = new Set([
  'img/bomb-1bit-20000x20000.png',
  'img/header-lie-dev.png',
  'img/bad-crc-dev.png',
  'img/huge-dims-dev.jpg',
])
/** The broken files of PngSuite begin with an x. */
const isBroken = (file: string) => file.startsWith('png/x') || mustBeRefused.has(file) || /^(svg|zip)\//.test(file)
/** What PngSuite says every reader must be able to read. */
const isSound = (file: string) => /^png\/[a-wyz][^/]*$/.test(file) && !file.endsWith('/PngSuite.png')

function verdict(file: string, outcome: Outcome): string | undefined {
  if (outcome.seconds > mostSeconds) return `took ${outcome.seconds.toFixed(1)} s`
  if (outcome.grown > mostGrown) return `grew by ${outcome.grown.toFixed(0)} MB`
  if (isBroken(file)) return isRefused(outcome) ? undefined : 'was not refused'
  if (isSound(file)) return isPlain(outcome) ? undefined : 'was not kept'
  return isRefused(outcome) || isPlain(outcome) ? undefined : 'was neither refused nor made plain'
}

/**
 * Brings every hostile file of a security corpus to the newsroom, as somebody with an account does, and compares with what is
 * expected. Takes the corpus's folder, with its `hostile-manifest.json`.
 */
export const run: Eval = async ([folder = ''], out) => {
  const manifest = manifestForm.parse(JSON.parse(await readFile(join(folder, 'hostile-manifest.json'), 'utf8')))
  const told = new Map(manifest.map(({ file, why, expect }) => [file, `${why}; expected: ${expect}`]))
  const figures = {
    files: 0,
    met: 0,
    refused: 0,
    kept: 0,
    mostGrownMegabytes: 0,
    wholeGrownMegabytes: 0,
    mostDarkroomMegabytes: 0,
    mostSeconds: 0,
    deadAnswers: 0,
  }
  return withSite(async ({ gawai, ask, get }) => {
    const bring = await door(gawai, ask, get)
    const before = process.memoryUsage().rss
    for (const file of await filesIn(folder)) {
      const outcome = await bring(join(folder, file))
      const wrong = verdict(file, outcome)
      figures.files += 1
      if (wrong === undefined) figures.met += 1
      if (outcome.kept) figures.kept += 1
      else figures.refused += 1
      figures.mostGrownMegabytes = Math.max(figures.mostGrownMegabytes, Math.round(outcome.grown))
      figures.mostDarkroomMegabytes = Math.max(figures.mostDarkroomMegabytes, await darkroomMegabytes())
      figures.mostSeconds = Math.max(figures.mostSeconds, Math.round(outcome.seconds * 10) / 10)
      if ((await get('/')).status !== 200 || (await get('/healthz')).status !== 200) figures.deadAnswers += 1
      out(
        `${wrong === undefined ? 'met' : `NOT MET (${wrong})`} ${file}${told.has(file) ? ` (${told.get(file)})` : ''}: ${outcome.problem ?? `kept as ${outcome.kept?.type}`} in ${outcome.seconds.toFixed(2)} s, ${outcome.grown.toFixed(0)} MB more`,
      )
    }
    figures.wholeGrownMegabytes = Math.round((process.memoryUsage().rss - before) / 1e6)
    return figures
  })
}

async function filesIn(folder: string): Promise<string[]> {
  const lists = folders.map(async (name) =>
    (await readdir(join(folder, name), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\/+/, ''))
      .toSorted(),
  )
  return (await Promise.all(lists)).flat()
}

/** The most that the process which decodes has ever held, where the system tells (Linux). */
async function darkroomMegabytes(): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const sizes = pids.map(async (pid) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)
    return isOurs ? Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1000 : 0
  })
  return Math.round(Math.max(0, ...(await Promise.all(sizes))))
}

/** Comes in as an owner, and hands files over one by one. */
async function door(
  gawai: Gawai,
  ask: (request: Request) => Promise<Response>,
  get: (path: string) => Promise<Response>,
) {
  const token = await gawai.write(async (unit) => {
    const account = await makeAccount(unit, {
      name: 'Sari Wening',
      email: 'sari@gawai.example',
      lang: 'en',
      grants: [{ role: 'owner' }],
      password: undefined,
    })
    return openSession(unit, { account, state: 'full', address: '', browser: '' })
  })
  return async (file: string): Promise<Outcome> => {
    const body = new FormData()
    body.append('picture', new File([new Uint8Array(await readFile(file))], basename(file)))
    const before = process.memoryUsage().rss
    const began = performance.now()
    const headers = { cookie: `gawai=${token}`, origin, accept: 'application/json' }
    const response = await ask(
      new Request(new URL('/newsroom/pictures/uploads/', origin), { method: 'POST', headers, body }),
    )
    const seconds = (performance.now() - began) / 1000
    const grown = (process.memoryUsage().rss - before) / 1e6
    const text = await response.text()
    if (response.status !== 200) return { status: response.status, problem: text, seconds, grown }
    const [said] = toldForm.parse(JSON.parse(text))
    const kept = said?.href === undefined ? undefined : await keptAt(gawai, get, said.href)
    return { status: 200, problem: said?.problem, ...(kept && { kept }), seconds, grown }
  }
}

async function keptAt(gawai: Gawai, get: (path: string) => Promise<Response>, href: string) {
  const picture = await findPicture(gawai, Number(/(\d+)\/$/.exec(href)?.[1]))
  const response = await get(picture?.src ?? '')
  return {
    type: response.headers.get('content-type') ?? '',
    sniff: response.headers.get('x-content-type-options') ?? '',
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}
