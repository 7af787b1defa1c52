// What every command needs before it can begin: the packages, and the files that browsers load. Runs on Node 20.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, noNode } from './node26.js'
import { runWith } from './run-with.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.gawai-installed')
const lockfile = join(root, 'package-lock.json')

/** Installs and builds what is missing; a second time it finds nothing to do and asks no network. Answers the Node to run with. */
export async function prepare() {
  if (!isInstalled()) await install()
  const node = findNode()
  if (node === undefined) stop(noNode)
  if (!isBuilt()) {
    console.log('Building what browsers need ...')
    const code = await runWith(node, [join(root, 'scripts', 'build.js')])
    if (code !== 0) stop('The build failed; what it said stands above.')
  }
  return node
}

const digest = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex')

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest()
}

async function install() {
  console.log('Installing packages (once; about half a minute) ...')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const code = await runWith(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=true']).catch(
    () => 1,
  )
  if (code !== 0) stop('The packages could not be installed; npm says why above. A network is needed the first time.')
  writeFileSync(stamp, digest())
}

/** The build is older than a source when somebody has changed one. */
function isBuilt() {
  const manifest = join(root, 'dist', 'browser', 'manifest.json')
  if (!existsSync(manifest)) return false
  const builtAt = statSync(manifest).mtimeMs
  const sources = [
    'src/look/css',
    'src/look/browser',
    'src/look/worker',
    'src/newsroom/css',
    'src/newsroom/browser',
    'src/articles/document',
  ].flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(root, folder, file)))
  return sources.every((file) => statSync(file).mtimeMs <= builtAt)
}

function stop(words) {
  console.error(words)
  process.exit(1)
}
