import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openNewsroom } from '#test/newsroom.ts'
import { auditPage, proveAudit, record } from './audit.ts'

async function withDeeds(test: Parameters<typeof openNewsroom>[0], count: number) {
  const { gawai } = await openNewsroom(test)
  for (let number = 1; number <= count; number += 1)
    await gawai.write((unit) =>
      record(unit, { by: undefined, action: 'thing.changed', object: `thing:${number}`, details: { number } }),
    )
  return gawai
}

describe('the audit log', () => {
  it('holds what was done, the newest first, and is sound', async (test) => {
    const gawai = await withDeeds(test, 3)
    assert.deepEqual(await proveAudit(gawai), { entries: 3 })
    const page = await auditPage(gawai, { limit: 2 })
    assert.deepEqual(
      page.map(({ object, details }) => [object, details]),
      [
        ['thing:3', { number: 3 }],
        ['thing:2', { number: 2 }],
      ],
    )
    assert.deepEqual(
      (await auditPage(gawai, { limit: 2, before: page.at(-1)?.position ?? 0 })).map(({ object }) => object),
      ['thing:1'],
    )
  })

  it('keeps nothing of a write that fails', async (test) => {
    const gawai = await withDeeds(test, 1)
    await assert.rejects(
      gawai.write(async (unit) => {
        await record(unit, { by: undefined, action: 'thing.changed', object: 'thing:2' })
        throw new Error('no')
      }),
    )
    assert.deepEqual(await proveAudit(gawai), { entries: 1 })
  })

  for (const [what, change] of [
    ['changed', (tx) => tx.updateTable('audit').set({ action: 'thing.seen' }).where('position', '=', 3)],
    ['left out', (tx) => tx.deleteFrom('audit').where('position', '=', 3)],
  ] as [string, (tx: Awaited<ReturnType<typeof withDeeds>>['db']) => { execute(): Promise<unknown> }][])
    it(`tells which entry was ${what}`, async (test) => {
      const gawai = await withDeeds(test, 5)
      await gawai.write((unit) => change(unit.tx).execute())
      assert.equal((await proveAudit(gawai)).broken, 3)
    })

  it('tells that its end was cut off', async (test) => {
    const gawai = await withDeeds(test, 5)
    await gawai.write((unit) => unit.tx.deleteFrom('audit').where('position', '>', 3).execute())
    assert.equal((await proveAudit(gawai)).broken, 4)
  })
})
