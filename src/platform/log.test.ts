import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { jsonLog } from './log.ts'

describe('a line of the log', () => {
  it('is one JSON object with words, facts and, of an error, where it came from', () => {
    const lines: string[] = []
    const log = jsonLog((line) => lines.push(line))
    log.info('Publik\nmengantre', { path: '/a/' })
    log.error('Broken', { error: new Error('why') })
    assert.ok(lines.every((line) => line.indexOf('\n') === line.length - 1))
    const [first, second] = lines.map((line) => JSON.parse(line))
    assert.deepEqual([first.level, first.words, first.path], ['info', 'Publik\nmengantre', '/a/'])
    assert.ok(!Number.isNaN(Date.parse(first.at)))
    assert.equal(second.error.message, 'why')
    assert.match(second.error.stack, /log\.test/)
  })
})
