import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server that is being measured. */
export interface Server {
  name: string
  url: string
  /** Of it and of the processes beside it. */
  pids(): number[]
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

function started(child: ChildProcess): ChildProcess {
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

const nodeArguments = (script: string, args: readonly string[]) => [
  fileURLToPath(new URL(script, import.meta.url)),
  ...args,
]

/** Starts one of our scripts and waits for the line of JSON in which it says its address. */
export async function startNode(
  name: string,
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const child = started(
    spawn(process.execPath, nodeArguments(script, args), {
      env: { ...process.env, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const url = await saidUrl(child)
  const { pid = 0 } = child
  const pids = () => [pid, ...childrenOf(pid)]
  return { name, url: url.replace('localhost', '127.0.0.1'), pids, stop: () => ended(child) }
}

/** `gawai serve` on a folder that holds a site. */
export const startSite = (name: string, data: string, env: Record<string, string> = {}): Promise<Server> =>
  startNode(name, '../src/cli.ts', ['serve', '--data', data, '--json'], env)

function saidUrl(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const line = said.split('\n').find((one) => one.startsWith('{') && one.endsWith('}'))
      if (line !== undefined) resolve((JSON.parse(line) as { url: string }).url)
    })
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}: ${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0

/** nginx with one worker that serves files which are compressed beforehand. @param files gzip bytes by path */
export async function startNginx(files: ReadonlyMap<string, Buffer>): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'gawai-nginx-'))
  for (const [path, bytes] of files) {
    const file = join(folder, 'root', `${path}index.html.gz`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    // Never sent; nginx looks for it before it looks for the compressed one.
    writeFileSync(join(dirname(file), 'index.html'), '')
  }
  const port = 20_000 + (process.pid % 20_000)
  writeFileSync(join(folder, 'nginx.conf'), nginxConfiguration(folder, port))
  const child = started(
    spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] }),
  )
  await answers(`http://127.0.0.1:${port}/`)
  return {
    name: 'nginx',
    url: `http://127.0.0.1:${port}`,
    pids: () => (child.pid === undefined ? [] : [child.pid, ...childrenOf(child.pid)]),
    async stop() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const nginxConfiguration = (folder: string, port: number) => `
daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; default_type text/html;
  open_file_cache max=10000 inactive=60s; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}/root; index index.html; location / { gzip_static always; } }
}
`

/** Waits until somebody answers there, five seconds at the most. */
export async function answers(url: string): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await fetch(url)
    } catch (error) {
      if (tries >= 500) throw error
      await pause(10)
    }
  }
}

const ticksPerSecond = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout || 100)

/** Milliseconds of processor time that the processes have used so far, all threads, user and system. */
export function cpuOf(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return Number(fields[11]) + Number(fields[12])
  })
  return (ticks.reduce((sum, one) => sum + one, 0) * 1000) / ticksPerSecond
}

/** Private memory in MB: anonymous pages, which no other process shares. */
export function privateMemoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  )
}
