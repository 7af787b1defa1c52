import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Answer, type Attempt, autosave, type Told } from '../../src/newsroom/browser/editor/keeping/autosave.ts'
import type { Filled } from '../../src/newsroom/browser/editor/keeping/filled.ts'
import { dueAt, pauseAfter } from '../../src/newsroom/browser/editor/keeping/pace.ts'

const saying = (title: string): Filled => ({ fields: { title: [title] }, document: { type: 'doc', content: [] } })

/** A page, a newsroom and a clock that stands still until it is moved. */
function desk() {
  const sent: Attempt[] = []
  const told: Told[] = []
  const answers: ((answer: Answer) => void)[] = []
  const waiting: { at: number; work: () => void }[] = []
  let [now, title, keys] = [0, 'awal', 0]
  const saving = autosave({
    known: { version: 1, revision: 7, filled: saying('awal') },
    read: () => saying(title),
    send(attempt) {
      sent.push(attempt)
      return new Promise((resolve) => answers.push(resolve))
    },
    keep: async () => {},
    told: (what) => void told.push(what),
    newKey: () => `kunci-${(keys += 1)}`,
    clock: {
      now: () => now,
      after(milliseconds, work) {
        const timer = { at: now + milliseconds, work }
        waiting.push(timer)
        return () => void (waiting.includes(timer) && waiting.splice(waiting.indexOf(timer), 1))
      },
    },
  })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    saving,
    sent,
    told,
    type(words: string) {
      title = words
      saving.changed()
    },
    async move(milliseconds: number) {
      const end = now + milliseconds
      for (;;) {
        const next = waiting.toSorted((one, other) => one.at - other.at)[0]
        if (!next || next.at > end) break
        now = next.at
        waiting.splice(waiting.indexOf(next), 1)
        next.work()
        await settle()
      }
      now = end
    },
    async answer(answer: Answer) {
      answers.shift()?.(answer)
      await settle()
    },
    titles: () => sent.map(({ filled }) => filled.fields['title']?.[0]),
  }
}

const saved = (version: number): Answer => ({ outcome: 'saved', version, revision: 7, at: 0 })

describe('autosave', () => {
  it('waits until the hand rests for two seconds, and five at the most', () => {
    assert.deepEqual(
      [dueAt({ first: 0, last: 0 }), dueAt({ first: 0, last: 2500 }), dueAt({ first: 0, last: 4900 })],
      [2000, 4500, 5000],
    )
    assert.deepEqual([1, 2, 3, 9].map(pauseAfter), [1000, 2000, 4000, 30_000])
  })

  it('saves while somebody types on, one save at a time, and the next has everything since', async () => {
    const { type, move, answer, sent, titles, saving } = desk()
    for (let second = 1; second <= 5; second += 1) {
      type(`kata ${second}`)
      await move(1000)
    }
    assert.deepEqual(titles(), ['kata 5'])
    type('kata 6')
    await move(9000)
    assert.equal(sent.length, 1)
    await answer(saved(2))
    await move(10)
    assert.deepEqual(titles(), ['kata 5', 'kata 6'])
    assert.deepEqual([sent[0]?.on.version, sent[1]?.on.version], [1, 2])
    assert.notEqual(sent[0]?.key, sent[1]?.key)
    await answer(saved(3))
    assert.equal(saving.known.version, 3)
  })

  it('sends nothing where nothing differs', async () => {
    const { type, move, sent } = desk()
    type('lain')
    type(' awal ')
    await move(60_000)
    assert.deepEqual(sent, [])
  })

  it('sends what was not answered again as it was, with the same key, and only then what came since', async () => {
    const { type, move, answer, sent, titles } = desk()
    type('satu')
    await move(2000)
    await answer({ outcome: 'unreachable' })
    type('dua')
    await move(1000)
    await answer({ outcome: 'signedOut' })
    await move(1999)
    assert.equal(sent.length, 2)
    await move(1)
    await answer(saved(2))
    await move(5000)
    assert.deepEqual(titles(), ['satu', 'satu', 'satu', 'dua'])
    assert.equal(new Set(sent.slice(0, 3).map(({ key }) => key)).size, 1)
    assert.equal(sent[3]?.on.version, 2)
  })

  it('sends nothing more once somebody else has saved or writes, until it may go on', async () => {
    for (const answered of [
      { outcome: 'behind' },
      { outcome: 'held', by: { name: 'Dian', since: 0, isYou: false } },
    ] as const) {
      const { type, move, answer, sent, saving, titles } = desk()
      type('satu')
      await move(2000)
      await answer(answered)
      type('dua')
      await move(60_000)
      assert.equal(sent.length, 1)
      saving.known = { version: 5, revision: 9, filled: saying('awal') }
      saving.goOn()
      await move(2000)
      assert.deepEqual([titles()[1], sent[1]?.on], ['dua', { version: 5, revision: 9 }])
    }
  })

  it('does not try again what was refused before something has changed', async () => {
    const { type, move, answer, sent, told } = desk()
    type('salah')
    await move(2000)
    await answer({ outcome: 'refused', problem: 'Judul: terlalu panjang' })
    await move(60_000)
    assert.equal(sent.length, 1)
    type('awal')
    await move(2000)
    assert.deepEqual(told.at(-1), { outcome: 'same' })
  })
})
