// npm run bench -- [NAME]: speed, always beside something else in the same run.
import { prepare } from './prepare.js'
import { runWith } from './run-with.js'

const node = await prepare()
process.exitCode = await runWith(node, [new URL('../bench/run.ts', import.meta.url), ...process.argv.slice(2)])
