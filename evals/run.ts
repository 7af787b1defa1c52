import { createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { Refusal } from '#platform/refusals.ts'

/** What an eval answers: named figures. What it finds case by case goes to `out`, a line each. */
export type Eval = (args: string[], out: (line: string) => void) => Promise<Record<string, number | string>>

const here = new URL('./', import.meta.url)
const names = (await readdir(here))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.startsWith('throw-'))
  .map((file) => file.replace(/\.ts$/, ''))
const [name = '', ...words] = process.argv.slice(2)

if (!names.includes(name)) {
  process.stderr.write(
    `There is no eval "${name}"; there are: ${names.join(', ')}\n  npm run eval -- NAME ARGS [--out FILE]\n`,
  )
  process.exitCode = 2
} else {
  const place = words.indexOf('--out')
  const file = place === -1 ? undefined : words[place + 1]
  const args = place === -1 ? words : words.toSpliced(place, 2)
  const answers = file === undefined ? undefined : createWriteStream(file)
  const { run } = (await import(new URL(`${name}.ts`, here).href)) as { run: Eval }
  try {
    const figures = await run(args, (line) => (answers ?? process.stdout).write(`${line}\n`))
    await new Promise((resolve) => (answers ? answers.end(resolve) : resolve(undefined)))
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
