import { catalogueOf } from './catalogue.ts'
import { devices } from './devices.ts'
import { doors } from './doors.ts'
import { growth } from './growth.ts'
import { memory } from './memory.ts'
import { newsroomOf } from './newsroom.ts'
import { pages } from './pages.ts'
import { publishing } from './publishing.ts'
import { starting } from './starting.ts'
import { calibration } from './table.ts'
import { typing } from './typing.ts'

const newsroom = () => newsroomOf(10_000, say)

/** `npm run bench -- [NAME ...]`: what each measures, and with how many articles. */
const benches: Record<string, () => Promise<Record<string, number>>> = {
  pages: async () => pages(await newsroom()),
  publishing: async () => publishing(await newsroom()),
  growth: async () => growth(await newsroom(), await newsroomOf(100_000, say)),
  memory: async () => memory(await newsroom()),
  doors: async () => doors(await newsroom()),
  starting: async () => starting(await newsroom()),
  typing,
  devices: async () => devices(await catalogueOf(14_000, say)),
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(benches, name))
if (unknown === undefined) await runAll(wanted.length > 0 ? wanted : Object.keys(benches))
else {
  console.error(`There is no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
}

async function runAll(names: readonly string[]): Promise<void> {
  const figures: Record<string, number> = { calibrationBefore: calibration() }
  for (const name of names) {
    console.log(`\n${name}`)
    Object.assign(figures, await benches[name]?.())
  }
  figures['calibrationAfter'] = calibration()
  const rounded = Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(4))])
  console.log(`\n${JSON.stringify(Object.fromEntries(rounded))}`)
}

function say(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${words}\u001B[K`)
}
