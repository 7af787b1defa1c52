import { isDatabaseGone } from '#platform/database/gone.ts'
import { listen } from '#platform/http/server.ts'
import type { Command } from './command.ts'
import { fillWithDemo } from './demo.ts'

/** `gawai serve`: serves until the process is asked to end. */
export const serve: Command = async ({ environment, isEmpty, isJson, openSite, say }) => {
  // Heard from the beginning: a supervisor may change its mind before the site is up.
  const end = asked('SIGINT', 'SIGTERM')
  const { gawai, fetch } = await openSite(environment)
  try {
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
  say(`Gawai is at ${environment.origin ?? server.url}`, { url: server.url, data: environment.data })
  // The page store answers readers even when this fails; the follower and the jobs try again by themselves.
  await gawai.start().catch((error: unknown) => gawai.log.warn('The database is away', { error }))

  await end
  await server.close()
  await gawai.close()
  return 0
}

const asked = (...signals: NodeJS.Signals[]) =>
  new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve())
  })
