import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { accountsPage, auditPage } from '#people'
import type { Gawai } from '#platform/gawai.ts'
import { openSite } from '../src/app.ts'
import { openSession } from '../src/people/doors/session.ts'
import { makeAccount } from '../src/people/account.ts'
import { postgresUrl } from '#test/postgres.ts'
import { median } from '../bench/table.ts'
import type { Eval } from './run.ts'

const origin = 'http://localhost'
const rounds = 15

type Site = Awaited<ReturnType<typeof openSite>>

/**
 * How long the newsroom's lists take when it is large, and whether a query of theirs reads a whole table, on both
 * databases.
 *
 * Arguments: accounts (100,000), entries of the audit log (1,000,000)
 */
export const run: Eval = async ([accounts = '100000', entries = '1000000'], out) => {
  const figures: Record<string, number> = {}
  for (const [name, database] of [
    ['sqlite', undefined],
    ['postgresql', await postgresUrl()],
  ] as const) {
    if (name === 'postgresql' && database === undefined) continue
    const data = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
    const site = await openSite({
      data,
      port: 0,
      host: '127.0.0.1',
      proxy: [],
      pageStore: 'on',
      origin,
      ...(database !== undefined && { database }),
    })
    try {
      const token = await fill(site.gawai, Number(accounts), Number(entries))
      for (const path of pages(Number(accounts), Number(entries))) {
        const took = await timeOf(site, token, path)
        out(`${name} ${path}: ${took.toFixed(1)} ms`)
        figures[`${name}.slowestMs`] = Math.max(figures[`${name}.slowestMs`] ?? 0, took)
      }
      const scans = await scansOf(site.gawai, name, out)
      figures[`${name}.scans`] = scans
    } finally {
      await site.gawai.close()
      await rm(data, { recursive: true })
    }
  }
  return figures
}

const pages = (accounts: number, entries: number): string[] => [
  '/newsroom/people/',
  `/newsroom/people/?name=${encodeURIComponent(`Orang ${Math.floor(accounts / 2)}`)}&id=1`,
  '/newsroom/people/1000/',
  '/newsroom/audit/',
  `/newsroom/audit/?before=${Math.floor(entries / 2)}`,
  '/newsroom/me/',
  '/newsroom/',
]

/** Rows as the program would write them, by one query each. @returns the token of an owner */
async function fill({ write, db }: Gawai, accounts: number, entries: number): Promise<string> {
  const token = await write(async (unit) => {
    const who = { name: 'Pemilik', email: 'pemilik@gawai.example', lang: 'id', grants: [{ role: 'owner' }] } as const
    return openSession(unit, { account: await makeAccount(unit, who), state: 'full', address: '', browser: '' })
  })
  const upTo = (count: number) =>
    sql`with recursive n(i) as (select 2 union all select i + 1 from n where i < ${sql.lit(count)})`
  await write(async ({ tx }) => {
    const all = upTo(accounts)
    await sql`insert into person (id, slug, name, initials, made_at) ${all} select i, 'orang-' || i, 'Orang ' || i, 'O', 1 from n`.execute(
      tx,
    )
    await sql`insert into account (id, person_id, email, email_key, lang, password, made_at, suspended_at) ${all} select i, i, 'o' || i || '@a.id', 'o' || i || '@a.id', 'id', null, 1, null from n`.execute(
      tx,
    )
    await sql`insert into role_grant (id, account_id, role, section_id) ${all} select i, i, 'writer', null from n`.execute(
      tx,
    )
    await sql`insert into audit (position, at, by_account, action, object, details, previous, hash) ${upTo(entries)} select i, i, 2 + i % ${sql.lit(accounts - 2)}, 'thing.changed', 'thing:' || i, '{}', 'x', 'x' from n`.execute(
      tx,
    )
    await tx.updateTable('audit_end').set({ position: entries }).execute()
  })
  await sql`analyze`.execute(db).catch(() => undefined)
  return token
}

async function timeOf({ fetch }: Site, token: string, path: string): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const answer = await fetch(new Request(origin + path, { headers: { cookie: `gawai=${token}` } }), {
      address: '127.0.0.1',
    })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
    took.push(performance.now() - began)
  }
  return median(took)
}

/** How many plans of the lists' queries read a whole table that is large. */
async function scansOf(gawai: Gawai, name: string, out: (line: string) => void): Promise<number> {
  const asked: RootOperationNode[] = []
  const listening: KyselyPlugin = {
    transformQuery({ node }) {
      asked.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const db = gawai.db.withPlugin(listening)
  await accountsPage({ db }, { limit: 51 })
  await accountsPage({ db }, { after: { name: 'Orang 5', person: 5 }, limit: 51 })
  for (const wanted of [{}, { before: 500 }, { by: 1000 }, { object: 'thing:1000' }])
    await auditPage({ db }, { ...wanted, limit: 101 })
  let scans = 0
  for (const node of asked) {
    const { sql: text, parameters } = gawai.db.getExecutor().compileQuery(node, { queryId: 'plan' })
    const explain = name === 'sqlite' ? 'explain query plan' : 'explain'
    const { rows } = await gawai.db.executeQuery(CompiledQuery.raw(`${explain} ${text}`, [...parameters]))
    const plan = rows.map((row) => String(Object.values(row as object).at(-1))).join('\n')
    if (isScan(plan) && !text.includes('from "role_grant"')) {
      scans += 1
      out(`${name}: ${text}\n${plan}`)
    }
  }
  return scans
}

/** SQLite calls it a scan, too, when it walks along an index, or along `audit` from its end, and stops at the limit. */
const isScan = (plan: string): boolean =>
  /Seq Scan on|TEMP B-TREE FOR ORDER BY|SCAN (?!person USING INDEX|audit$)/m.test(plan)
