// npm run eval -- NAME ARGS [--out FILE]: quality on a data set. The last line is one JSON object of named figures.
import { prepare } from './prepare.js'
import { runWith } from './run-with.js'

const node = await prepare()
process.exitCode = await runWith(node, [new URL('../evals/run.ts', import.meta.url), ...process.argv.slice(2)])
