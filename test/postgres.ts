import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A fresh, empty database on a PostgreSQL of this run's own: `GAWAI_TEST_POSTGRES` names a server that is there
 * already; else one is started in a temporary folder and ends with the tests. Undefined where none is installed.
 */
export async function postgresUrl(): Promise<string | undefined> {
  const server = (started ??= startServer())
  if (server === undefined) return undefined
  databases += 1
  const name = `gawai_test_${process.pid}_${databases}`
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`)
  await client.end()
  return `${server}/${name}`
}

let started: string | undefined
let databases = 0

/** The folder of initdb and pg_ctl; Debian keeps them out of PATH. */
function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((one, other) => Number(other) - Number(one)) : []
  return [...versions.map((version) => join(debian, version, 'bin')), '/opt/homebrew/bin', '/usr/local/bin'].find(
    (folder) => existsSync(join(folder, 'initdb')),
  )
}

function startServer(): string | undefined {
  if (process.env['GAWAI_TEST_POSTGRES']) return process.env['GAWAI_TEST_POSTGRES']
  const programs = findPrograms()
  if (programs === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'gawai-pg-'))
  const run = asPostgres(folder)
  const data = join(folder, 'data')
  const port = 20_000 + (process.pid % 40_000)
  try {
    run(join(programs, 'initdb'), ['-D', data, '-U', 'gawai', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'])
    run(join(programs, 'pg_ctl'), [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=32MB`,
      'start',
    ])
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  process.once('exit', () => {
    run(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  })
  return `postgres://gawai@127.0.0.1:${port}`
}

/** PostgreSQL refuses to run as root, so root lets the account that Debian's package makes do it. */
function asPostgres(folder: string): (program: string, args: string[]) => void {
  const quietly = { stdio: 'ignore' } as const
  if (process.getuid?.() !== 0) return (program, args) => void execFileSync(program, args, quietly)
  chmodSync(folder, 0o755)
  const uid = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }))
  chownSync(folder, uid, uid)
  return (program, args) =>
    void execFileSync('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args], {
      ...quietly,
      cwd: folder,
    })
}
