import { keepCompiledCode } from '#platform/compiled-code.ts'
import { keepMemorySmall } from '#platform/small-memory.ts'

keepCompiledCode()
keepMemorySmall()
const [{ openSite }, { run }] = await Promise.all([import('./app.ts'), import('./commands/index.ts')])
process.exitCode = await run({ args: process.argv.slice(2), env: process.env, openSite })
