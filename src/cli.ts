import { openSite } from './app.ts'
import { run } from './commands/index.ts'

process.exitCode = await run({ args: process.argv.slice(2), env: process.env, openSite })
