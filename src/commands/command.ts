import type { Environment } from '#platform/environment.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { Peer } from '#platform/http/peer.ts'

/** The open program with its addresses. */
export interface Site {
  gawai: Gawai
  fetch(request: Request, peer?: Peer): Response | Promise<Response>
}

export type OpenSite = (environment: Environment) => Promise<Site>

/** One command line, read. */
export interface Line {
  /** What stands behind the command's name. */
  words: string[]
  isEmpty: boolean
  /** `--dry-run`: says what would be done, and does nothing. */
  isDryRun?: boolean
  /** What the file is, and the file that says which of its columns is what. */
  format?: string | undefined
  mapping?: string | undefined
  isJson: boolean
  environment: Environment
  openSite: OpenSite
  /** Prints one line for the person, or one JSON object for a program. */
  say(words: string, facts: Record<string, unknown>): void
}

/** Does it and returns the exit code: 0 done, 2 something must be mended first. Refusals are thrown. */
export type Command = (line: Line) => Promise<number>

/** Opens the site, does something with it and closes it, whatever happens. */
export async function withSite<T>({ openSite, environment }: Line, work: (site: Site) => Promise<T>): Promise<T> {
  const site = await openSite(environment)
  try {
    return await work(site)
  } finally {
    await site.gawai.close()
  }
}
