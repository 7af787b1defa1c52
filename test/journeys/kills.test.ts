import assert from 'node:assert/strict'
import { it } from 'node:test'
import { importingRounds, publishingRounds } from '../../evals/kills.ts'
import { figuresOf } from '../../evals/survival/survived.ts'

it('a program that is killed keeps what it acknowledged, all of it or nothing, and an import can be finished', async () => {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const survived = (await Promise.all([publishingRounds(2, out), importingRounds(2, 60, out)])).flat()
  assert.deepEqual(
    { ...figuresOf(survived), acknowledged: 0, slowestRestartMs: 0 },
    {
      rounds: 4,
      acknowledged: 0,
      lost: 0,
      halfPublished: 0,
      duplicates: 0,
      integrityProblems: 0,
      unkept: 0,
      slowestRestartMs: 0,
    },
    lines.join('\n'),
  )
})
