import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newsroomRoutes } from '#newsroom'
import type { Server } from '../bench/processes.ts'
import { median } from '../bench/table.ts'
import { fillWithAccounts, knownEmail, unknownEmail } from './doors/accounts.ts'
import { type Answered, knock, startDoors } from './doors/knocking.ts'
import { mannWhitney } from './doors/mann-whitney.ts'
import type { Eval } from './run.ts'

const forms: Record<string, (email: string) => Record<string, string>> = {
  '/sign-in/': (email) => ({ email, password: 'bukan kata sandinya' }),
  '/forgotten/': (email) => ({ email }),
}

/**
 * Whether somebody at the doors can tell which addresses have an account: pairs of one that has and one that has not
 * are sent to a real server, in a random order, each from its own network. Status, headers and text must be equal, and
 * the times must look like one group (Mann-Whitney, p > 0.01).
 *
 * Arguments: pairs (500)
 */
export const run: Eval = async ([count = '500'], out) => {
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  const pairs = Number(count)
  try {
    await fillWithAccounts(folder, pairs, 'tiga ekor merpati')
    const server = await startDoors(folder)
    const figures: Record<string, number> = {}
    for (const [path, form] of Object.entries(forms)) {
      if (!newsroomRoutes.some((route) => route.method === 'POST' && route.path === path)) {
        out(`${path}: there is no such door`)
        continue
      }
      const found = await compare(server, `/newsroom${path}`, form, pairs)
      out(`${path}: ${JSON.stringify(found)}`)
      for (const [name, value] of Object.entries(found)) figures[`${path.replaceAll('/', '')}.${name}`] = value
    }
    await server.stop()
    return figures
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function compare(
  { url }: Server,
  path: string,
  form: (email: string) => Record<string, string>,
  pairs: number,
): Promise<Record<string, number>> {
  const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  let different = 0
  for (let number = 0; number < pairs; number += 1) {
    const emails = { known: knownEmail(number), unknown: unknownEmail(number) }
    const seen: Partial<Record<'known' | 'unknown', string>> = {}
    for (const kind of Math.random() < 0.5 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const from = `${kind === 'known' ? 11 : 12}.${number >> 8}.${number & 255}.1`
      const answer = await knock(url, path, form(emails[kind]), from)
      took[kind].push(answer.took)
      seen[kind] = told(answer, emails[kind])
    }
    if (seen.known !== seen.unknown) different += 1
  }
  return {
    pairs,
    different,
    knownMs: median(took.known),
    unknownMs: median(took.unknown),
    p: mannWhitney(took.known, took.unknown),
  }
}

/** All that an answer tells, but for the address that was typed. */
const told = ({ status, headers, body }: Answered, email: string): string =>
  [status, headers, body.replaceAll(email, 'EMAIL')].join('\n')
