// npm test: everything, or the files named. Runs on Node 20, without dependencies.
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.js'
import { runWith } from './run-with.js'

const everything = ['src/**/*.test.ts', 'test/**/*.test.ts']
const wanted = process.argv.slice(2)

const node = await prepare()
// One process for all: each test owns its folder and its database, and starting a process for each file costs twenty times the tests.
process.exitCode = await runWith(
  node,
  ['--test', '--test-isolation=none', '--test-reporter=spec', ...(wanted.length > 0 ? wanted : everything)],
  { ...process.env, NODE_COMPILE_CACHE: fileURLToPath(new URL('../dist/compiled/', import.meta.url)) },
)
