import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type Answer, ask } from '#test/served-pages.ts'
import { ended, gawai, lifetime, startSite } from '#test/journeys/site.ts'
import type { Eval } from './run.ts'
import { type Filled, fill, filledName } from './survival/fill.ts'
import { siteIn } from './survival/site-in.ts'

const mostAsked = 1000
/** Asked in stretches with pauses between, so that an Age that stands still would show. */
const stretches = 4
const between = 2500
const tolerance = 2

/**
 * Fills a folder, lets every page be kept, and starts the program again with its database away: what can be read, and
 * does each answer say truly how old it may be? Then the database comes back.
 *
 * Arguments: articles (10,000)
 */
export const run: Eval = async ([articles = '10000'], out) => {
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  const life = lifetime()
  try {
    const data = join(folder, 'newsroom')
    const filled = await siteIn(data, ({ gawai: site }) => fill(site, Number(articles)))
    const keepingSeconds = await keepAll(data)
    const lastContact = Date.now()
    await moveDatabase(data, folder)
    const { url } = await startSite(life, {}, data, ['--empty'])
    const away = await askAway(url, filled, lastContact, out)
    await moveDatabase(folder, data)
    const back = await askBack(url, data, filled)
    return { articles: filled.length, keepingSeconds, ...away, ...back }
  } finally {
    await life.end()
    await rm(folder, { recursive: true })
  }
}

/** Lets the program do what follows from each publication, and ends it when nothing is left to do. */
async function keepAll(data: string): Promise<number> {
  const life = lifetime()
  const began = performance.now()
  const { child } = await startSite(life, {}, data, ['--empty'])
  const database = new DatabaseSync(join(data, 'gawai.db'), { readOnly: true })
  const waiting = database.prepare(
    "select (select count(*) from outbox) + (select count(*) from job where kind like 'reaction:%') as n",
  )
  while (Number(waiting.get()?.['n']) > 0) await pause(100)
  database.close()
  const seconds = Math.round((performance.now() - began) / 100) / 10
  await ended(child)
  return seconds
}

async function moveDatabase(from: string, to: string): Promise<void> {
  for (const name of ['gawai.db-wal', 'gawai.db-shm', 'gawai.db'])
    if (existsSync(join(from, name))) await rename(join(from, name), join(to, name))
}

async function askAway(url: string, filled: readonly Filled[], lastContact: number, out: (line: string) => void) {
  const figures = { asked: 0, answered: 0, withTruthfulAge: 0, withCacheStatus: 0 }
  const sample = filled.toSorted(() => Math.random() - 0.5).slice(0, mostAsked)
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    if (stretch > 0) await pause(between)
    for (const { path, title } of sample.filter((_, index) => index % stretches === stretch)) {
      const { status, headers, text } = await ask(url + path)
      const age = (Date.now() - lastContact) / 1000
      const isAnswered = status === 200 && text.includes(`>${title}</h1>`)
      const isTruthful = Math.abs(Number(headers.age) - age) <= tolerance
      const saysWhy = /database unreachable/.test(String(headers['cache-status']))
      figures.asked += 1
      figures.answered += Number(isAnswered)
      figures.withTruthfulAge += Number(isTruthful)
      figures.withCacheStatus += Number(saysWhy)
      if (!isAnswered || !isTruthful || !saysWhy)
        out(`${path}: ${status}, age ${headers.age} after ${age.toFixed(1)} s, ${String(headers['cache-status'])}`)
    }
  }
  return figures
}

/** How long after the return of the database each promise holds again, in milliseconds. */
async function askBack(url: string, data: string, filled: readonly Filled[]) {
  const began = performance.now()
  const since = () => Math.round(performance.now() - began)
  const some = filled.slice(-20)
  await until(async () =>
    (await Promise.all(some.map(({ path }) => ask(url + path)))).every(({ headers }) => headers.age === undefined),
  )
  const backAfterMs = since()
  const now = await publishFile(data, 'Kabar sesudahnya')
  const page = await until(() => found(url + now))
  const publishedAfterMs = since()
  const due = new Date(Date.now() + 1500)
  await publishFile(data, 'Kabar terjadwal', due)
  await until(() => found(`${url}${now.replace('sesudahnya', 'terjadwal')}`))
  const scheduledLateMs = Date.now() - due.getTime()
  return { backAfterMs, publishedAfterMs, scheduledLateMs, hasItsName: page.text.includes(filledName) ? 'yes' : 'no' }
}

const published = z.object({ path: z.string().optional() })

/** From another program, as an editor at the same folder does. */
async function publishFile(data: string, title: string, at?: Date): Promise<string> {
  const file = join(data, 'kabar.md')
  await writeFile(file, `---\ntitle: ${title}\n${at ? `published: ${at.toISOString()}\n` : ''}---\nSatu kalimat.\n`)
  const { out, err, code } = await gawai(['publish', file, '--data', data, '--json'])
  if (code !== 0) throw new Error(`publishing was refused: ${err}`)
  return published.parse(JSON.parse(out)).path ?? ''
}

async function found(address: string): Promise<Answer | undefined> {
  const answer = await ask(address)
  return answer.status === 200 ? answer : undefined
}

/** Asks every 20 ms, for a minute at the most. */
async function until<Result>(look: () => Promise<Result>): Promise<NonNullable<Result>> {
  for (const patience = Date.now() + 60_000; ; await pause(20)) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > patience) throw new Error('it did not become so within a minute')
  }
}
