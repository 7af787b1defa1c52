import { parseArgs } from 'node:util'
import { isDatabaseGone } from '#platform/database/gone.ts'
import { readEnvironment } from '#platform/environment.ts'
import { Invalid, Refusal } from '#platform/refusals.ts'
import type { Command, OpenSite } from './command.ts'
import { usage } from './usage.ts'

/** Loaded when asked for, so that `serve` starts without what the others need. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  publish: async () => (await import('./publish.ts')).publish,
  import: async () => (await import('./import.ts')).importExport,
  devices: async () => (await import('./devices.ts')).devices,
  newsroom: async () => (await import('./newsroom.ts')).newsroom,
  user: async () => (await import('./user.ts')).user,
  check: async () => (await import('./check.ts')).check,
}

interface Call {
  args: string[]
  env: Record<string, string | undefined>
  openSite: OpenSite
}

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 2 refused with a sentence on standard error, 1 a bug
 */
export async function run(call: Call): Promise<number> {
  try {
    return await runCommand(call)
  } catch (error) {
    if (error instanceof Refusal) {
      process.stderr.write(`gawai: ${error.message}\n`)
      return 2
    }
    if (isDatabaseGone(error)) {
      process.stderr.write(
        `gawai: the database cannot be reached (${String(error)}): see that it runs, and try again\n`,
      )
      return 2
    }
    process.stderr.write(
      `gawai: this is a bug, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`,
    )
    return 1
  }
}

async function runCommand({ args, env, openSite }: Call): Promise<number> {
  const { values, positionals } = parseLine(args)
  const [name, ...words] = positionals
  if (values.help || name === undefined || name === 'help') {
    process.stdout.write(usage)
    return name === undefined && !values.help ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new Invalid(`there is no command "${name}"; the commands are ${Object.keys(commands).join(', ')}`)
  const environment = readEnvironment(values.data === undefined ? env : { ...env, GAWAI_DATA: values.data })
  const isJson = values.json ?? false
  const command = await load()
  return command({
    words,
    isEmpty: values.empty ?? false,
    isDryRun: values['dry-run'] ?? false,
    format: values.format,
    mapping: values.mapping,
    isJson,
    environment,
    openSite,
    say: (sentence, facts) => process.stdout.write(`${isJson ? JSON.stringify(facts) : sentence}\n`),
  })
}

function parseLine(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean' },
        empty: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        format: { type: 'string' },
        mapping: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Invalid(
      `${error instanceof Error ? error.message.split('. To specify')[0] : 'the command line cannot be read'}; try "gawai help"`,
    )
  }
}
