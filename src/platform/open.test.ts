import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { stillClock } from '#test/clock.ts'
import { temporaryFolder } from '#test/temporary.ts'
import type { Gawai } from './gawai.ts'
import { silentLog } from './log.ts'
import { openGawai } from './open.ts'
import { siteName } from './settings.ts'

const hour = 60 * 60 * 1000

/** The program on one folder, opened as often as a test wants, each time an hour later. */
async function reopenable(test: TestContext) {
  const data = await temporaryFolder(test)
  const clock = stillClock()
  const words = { in: () => (key: string) => key }
  const move = async (from: string, to: string) => {
    for (const ending of ['-wal', '-shm', ''])
      if (existsSync(join(data, from + ending))) await rename(join(data, from + ending), join(data, to + ending))
  }
  let open: Gawai | undefined
  test.after(() => open?.close())
  return {
    loseDatabase: () => move('gawai.db', 'away.db'),
    findDatabase: () => move('away.db', 'gawai.db'),
    async open(): Promise<Gawai> {
      clock.move(hour)
      const gawai = await openGawai({ data, origin: 'http://localhost', words, clock, log: silentLog })
      open = gawai
      return gawai
    },
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) await pause(20)
}

describe('a program that starts while its database is away', () => {
  it('does, when it is back, what it would have done at its start', async (test) => {
    const folder = await reopenable(test)
    const first = await folder.open()
    await first.write(async (unit) => {
      await first.settings.set(unit, siteName, 'Kabar Uji')
      await first.jobs.add(unit, { kind: 'work' })
      await unit.tx
        .insertInto('outbox')
        .values({ id: unit.newId(), kind: 'something', payload: '{"kind":"something"}', told_at: unit.now })
        .execute()
    })
    await first.close()
    await folder.loseDatabase()

    const gawai = await folder.open()
    const done: string[] = []
    gawai.jobs.handle('work', async () => void done.push('job'))
    gawai.reactions.on('something' as never, 'reaction', async () => void done.push('reaction'))
    await assert.rejects(gawai.start())
    assert.equal(gawai.settings.get(siteName), 'Gawai')
    await folder.findDatabase()
    await until(() => done.length === 2)
    assert.deepEqual(done.toSorted(), ['job', 'reaction'])
    assert.equal(gawai.settings.get(siteName), 'Kabar Uji')
  })
})
