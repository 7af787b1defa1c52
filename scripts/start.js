// npm start: from a clean clone to a running site. Runs on Node 20, without dependencies.
import { prepare } from './prepare.js'
import { runWith } from './run-with.js'

const node = await prepare()
process.exitCode = await runWith(node, [new URL('../src/cli.ts', import.meta.url), 'serve', ...process.argv.slice(2)])
