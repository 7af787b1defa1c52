import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Server } from '../bench/processes.ts'
import { median } from '../bench/table.ts'
import { fillWithAccounts, fillWithSubscribers, knownEmail, unknownEmail } from './doors/accounts.ts'
import { type Answered, knock, startDoors } from './doors/knocking.ts'
import { mannWhitney } from './doors/mann-whitney.ts'
import type { Eval } from './run.ts'

/** What is typed where; those who are known have an account, and follow what happens. */
const forms: Record<string, (email: string) => Record<string, string>> = {
  '/newsroom/sign-in/': (email) => ({ email, password: 'bukan kata sandinya' }),
  '/newsroom/forgotten/': (email) => ({ email }),
  '/langganan/': (address) => ({ want: 'list', address }),
  '/subscriptions/': (address) => ({ want: 'digest', address }),
}

/**
 * Whether somebody at the doors can tell which addresses have an account or a subscription: pairs of one that has and
 * one that has not are sent to a real server, in a random order, each from its own network. Status, headers and text
 * must be equal, and the times must look like one group (Mann-Whitney, p > 0.01).
 *
 * Arguments: pairs (500)
 */
export const run: Eval = async ([count = '500'], out) => {
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  const pairs = Number(count)
  try {
    await fillWithAccounts(folder, pairs, 'tiga ekor merpati')
    await fillWithSubscribers(folder, pairs)
    const server = await startDoors(folder)
    const figures: Record<string, number> = {}
    for (const [path, form] of Object.entries(forms)) {
      const found = await compare(server, path, form, pairs)
      out(`${path}: ${JSON.stringify(found)}`)
      for (const [name, value] of Object.entries(found)) figures[`${path.slice(1, -1)}.${name}`] = value
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
