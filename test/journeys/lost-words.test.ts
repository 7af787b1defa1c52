import assert from 'node:assert/strict'
import { it } from 'node:test'
import { figuresOf, lostWords } from '../../evals/lost-words.ts'
import { noChromium } from '#test/chromium.ts'

const most = 5000

it('what is typed outlives six kills of tab, process, network and newsroom', { skip: noChromium }, async (test) => {
  const lines: string[] = []
  const { kills, acknowledgedLost, wordsWrong, mostMissingMs, wordsTyped } = figuresOf(
    await lostWords({ after: (work) => test.after(work) }, 6, (line) => void lines.push(line)),
  )
  const found = {
    kills,
    acknowledgedLost,
    wordsWrong,
    isLittleMissing: mostMissingMs <= most,
    isTyped: wordsTyped > 50,
  }
  const wanted = { kills: 6, acknowledgedLost: 0, wordsWrong: 0, isLittleMissing: true, isTyped: true }
  assert.deepEqual(found, wanted, lines.join('\n'))
})
