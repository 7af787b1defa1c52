import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { publishFile } from '#articles'
import { Invalid } from '#platform/refusals.ts'
import type { Eval } from './run.ts'
import { examinePublishing } from './survival/kill-publishing.ts'
import { fileOf } from './survival/lines.ts'
import { type LoopDisk, loopDisk, noLoopDisk } from './survival/loop-disk.ts'
import { startPublishing } from './survival/publishing.ts'
import { unkeptOf } from './survival/shelved.ts'
import { siteIn } from './survival/site-in.ts'
import { figuresOf, linesOf, type Survived } from './survival/survived.ts'

/** A cut comes within this after the publisher is up. */
const longest = 2000

/**
 * Cuts the power of the disk that holds the data folder while articles are published into it, mounts it again, and
 * compares with what was acknowledged, which is remembered elsewhere.
 *
 * Arguments: rounds (20)
 */
export const run: Eval = async ([rounds = '20'], out) => {
  const reason = noLoopDisk()
  if (reason !== undefined) throw new Invalid(reason)
  const disk = loopDisk()
  // Whoever breaks this off must not be left with a mounted disk.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  process.once('exit', disk.remove)
  const survived: Survived[] = []
  const data = join(disk.folder, 'newsroom')
  await siteIn(data, ({ gawai }) => publishFile(gawai, { name: 'awal.md', text: fileOf('berkas-awal', 1) }))
  for (let round = 0; round < Number(rounds); round += 1) {
    const one = await cutOnce(disk, data, round)
    survived.push(one)
    for (const line of linesOf(one)) out(line)
  }
  return figuresOf(survived)
}

async function cutOnce(disk: LoopDisk, data: string, round: number): Promise<Survived> {
  const publishing = startPublishing({ folder: data, name: `r${round}` })
  await Promise.race([publishing.ready, publishing.over])
  const after = Math.random() * longest
  await pause(after)
  disk.cutPower()
  // The program lives on for a moment on a disk that takes nothing: what it acknowledges now would be a lie.
  await pause(200)
  publishing.child.kill('SIGKILL')
  await publishing.over
  disk.powerUp()
  const unkept = await unkeptOf(data)
  const found = await examinePublishing(data, publishing)
  return { ...found, unkept, what: `the power was cut ${after.toFixed(0)} ms after the publisher was up` }
}
