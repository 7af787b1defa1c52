import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Invalid } from '#platform/refusals.ts'
import type { Eval } from './run.ts'
import { isThere } from './survival/loop-disk.ts'
import { startPublishing } from './survival/publishing.ts'
import { orderOf, straceWords } from './survival/trace.ts'

/**
 * Watches the system calls of a program that publishes, and whether each article's words were written and synced
 * before its publication was acknowledged.
 *
 * Arguments: rounds (20): at least so many acknowledgements
 */
export const run: Eval = async ([rounds = '20'], out) => {
  if (!isThere('strace')) throw new Invalid('The order of system calls is seen by strace: install the package strace')
  const folder = await mkdtemp(join(tmpdir(), 'gawai-eval-'))
  try {
    const trace = join(folder, 'trace')
    const publishing = startPublishing({ folder: join(folder, 'newsroom'), name: 'urut', under: straceWords(trace) })
    // Each article as a file is followed by one as a draft and by an edit of either.
    while (publishing.acknowledgements < Number(rounds) * 3 && publishing.child.exitCode === null) await pause(50)
    // strace itself would let go of it and leave it running.
    if (publishing.pid !== undefined) process.kill(publishing.pid)
    await publishing.over
    const { inTime, tooEarly } = orderOf(await readFile(trace, 'utf8'))
    for (const name of tooEarly) out(`acknowledged before it was synced: ${name}`)
    return { acknowledged: inTime.length + tooEarly.length, tooEarly: tooEarly.length }
  } finally {
    await rm(folder, { recursive: true })
  }
}
