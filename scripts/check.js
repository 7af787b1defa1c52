// npm run check: everything that must hold before a commit, with the time of each step.
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => join(root, 'node_modules', '.bin', name)
const node = await prepare()

const tests = (...files) => [node, ['--test', '--test-isolation=none', '--test-reporter=dot', ...files]]
const duplicates = ['src', 'migrations', '--min-lines', '12', '--min-tokens', '90', '--threshold', '0']
const linted = ['src', 'migrations', 'test', 'bench', 'evals', 'architecture.ts']

/** The longest first: two at a time share two cores. The journeys are left to `npm test`. */
const steps = [
  ['tests beside the code', ...tests('src/**/*.test.ts')],
  ['tests of the house and its contracts', ...tests('test/*.test.ts', 'test/contracts/*.test.ts')],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', ...linted]],
  ['types', bin('tsc'), []],
  ['dead code', bin('knip'), ['--no-progress']],
  ['types in the browser', bin('tsc'), ['-p', 'src/look/browser']],
  ['types in the newsroom’s browser', bin('tsc'), ['-p', 'src/newsroom/browser']],
  ['types in the offline worker', bin('tsc'), ['-p', 'src/look/worker']],
  ['format', bin('oxfmt'), ['--check', '.']],
  [
    'duplicates',
    bin('jscpd'),
    [...duplicates, '--ignore', '**/*.json,**/*.test.ts', '--reporters', 'console', '--silent'],
  ],
]

const began = performance.now()
const broken = []
await Promise.all([lane(), lane()])
console.log(
  `${broken.length === 0 ? 'All is well' : `Broken: ${broken.join(', ')}`} (${seconds(performance.now() - began)})`,
)
process.exitCode = broken.length === 0 ? 0 : 1

async function lane() {
  for (let step = steps.shift(); step; step = steps.shift()) {
    const [name, program, args] = step
    const { code, said, took } = await run(program, args)
    console.log(`${code === 0 ? '✔' : '✖'} ${name} ${seconds(took)}`)
    if (code === 0) continue
    broken.push(name)
    console.log(said)
  }
}

function run(program, args) {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    // The tools are scripts that ask for "node": they shall get the same one as the program.
    const env = {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
      FORCE_COLOR: '0',
      NODE_COMPILE_CACHE: join(root, 'dist', 'compiled'),
    }
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', (error) => resolve({ code: 1, said: String(error), took: performance.now() - startedAt }))
    child.on('close', (code) => resolve({ code, said, took: performance.now() - startedAt }))
  })
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
