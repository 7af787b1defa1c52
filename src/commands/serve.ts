import { z } from 'zod'
import { isDatabaseGone } from '#platform/database/gone.ts'
import { hasOwner, inviteOwner } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { listen } from '#platform/http/server.ts'
import { defineSetting, siteLanguage } from '#platform/settings.ts'
import type { Command } from './command.ts'
import { fillWithDemo } from './demo.ts'

/** `gawai serve`: serves until the process is asked to end. */
export const serve: Command = async ({ environment, isEmpty, isJson, openSite, say }) => {
  // Heard from the beginning: a supervisor may change its mind before the site is up.
  const end = asked('SIGINT', 'SIGTERM')
  const { gawai, fetch } = await openSite(environment)
  try {
    await noteOrigin(gawai)
    await fillWithDemo(gawai, isEmpty, (words) => (isJson ? undefined : process.stdout.write(`${words}\n`)))
  } catch (error) {
    if (!isDatabaseGone(error)) throw error
  }
  const server = await listen({
    host: environment.host,
    port: environment.port,
    origin: environment.origin,
    proxy: environment.proxy,
    fetch,
    pages: gawai.pages,
    log: gawai.log,
  }).catch(async (error: unknown) => {
    await gawai.close()
    throw error
  })
  const site = environment.origin ?? server.url
  const owner = await ownerLink(gawai, site)
  say(
    `Gawai is at ${site}${owner === undefined ? '' : `\nBecome its owner (this link works once, for a day): ${owner}`}`,
    {
      url: server.url,
      data: environment.data,
      ...(owner !== undefined && { owner }),
    },
  )
  // The page store answers readers even when this fails; the follower and the jobs try again by themselves.
  await gawai.start().catch((error: unknown) => gawai.log.warn('The database is away', { error }))

  await end
  await server.close()
  await gawai.close()
  return 0
}

/** While nobody owns the newsroom, each start gives a new link for whoever reads what the program prints. */
async function ownerLink(gawai: Gawai, site: string): Promise<string | undefined> {
  try {
    if (await hasOwner(gawai)) return undefined
    const token = await gawai.write((unit) => inviteOwner(unit, gawai.settings.get(siteLanguage)))
    return `${site}/newsroom/enter/${token}/`
  } catch (error) {
    if (isDatabaseGone(error)) return undefined
    throw error
  }
}

/** Whole addresses stand in pages: a setting that changes drops all that were kept under another origin. */
const servedOrigin = defineSetting('site.servedOrigin', z.string(), '')

async function noteOrigin({ settings, origin, write }: Gawai): Promise<void> {
  if (settings.get(servedOrigin) === origin) return
  await write((unit) => settings.set(unit, servedOrigin, origin))
}

const asked = (...signals: NodeJS.Signals[]) =>
  new Promise<void>((resolve) => {
    // On, not once: a terminal and a wrapper both pass a signal on, and the second must not cut the closing short.
    for (const signal of signals) process.on(signal, () => resolve())
  })
