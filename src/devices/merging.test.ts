import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDevice, keepRecords, mergedDevicesSchema, mergeDevices, readTable, splitDevices } from '#devices'
import { Conflict, NotFound } from '#platform/refusals.ts'
import type { Gawai } from '#platform/gawai.ts'
import { openNewsroom } from '#test/newsroom.ts'

const tables = ['device', 'device_alias', 'model_code', 'specification', 'device_record', 'former_device_slug'] as const
const all = async ({ db }: Gawai) =>
  JSON.stringify(
    await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())),
    (key, value: unknown) => (key === 'changed_at' ? 0 : value),
  )

const importAs = (gawai: Gawai, name: string, text: string) =>
  keepRecords(gawai, { format: 'table', name, read: readTable(text), provenance: { kind: 'dataset', name } })

async function two(gawai: Gawai) {
  await importAs(gawai, 'a.csv', 'brand,name,code,battery,ram\nXiaomi,Mi 8,M1,3400 mAh,6 GB\n')
  await importAs(gawai, 'b.csv', 'brand,name,code,battery\nXiaomi,Mi Eight,M1|M2,3300 mAh\n')
  const [into, from] = await gawai.db.selectFrom('device').select('id').orderBy('id').execute()
  return { into: into?.id ?? 0, from: from?.id ?? 0 }
}

describe('two devices that are one', () => {
  it('become one: names, codes, and what sources say; an import means the one that stayed', async (test) => {
    const { gawai } = await openNewsroom(test)
    const { from, into } = await two(gawai)
    await gawai.write((unit) => mergeDevices(unit, { from, into }))
    const of = async (table: 'device_alias' | 'model_code' | 'specification' | 'device_record') =>
      (await gawai.db.selectFrom(table).select('device_id').where('device_id', '=', into).execute()).length
    assert.deepEqual(
      [await of('device_alias'), await of('model_code'), await of('specification'), await of('device_record')],
      [2, 2, 3, 2],
    )
    const gone = await gawai.db
      .selectFrom('device')
      .select(['slug', 'merged_into'])
      .where('id', '=', from)
      .executeTakeFirst()
    assert.deepEqual({ ...gone }, { slug: 'xiaomi-mi-eight', merged_into: into })
    const report = await importAs(gawai, 'c.csv', 'brand,name\nXiaomi,Mi Eight\n')
    assert.deepEqual([report.added, report.changed], [0, 1])
  })

  it('are two again as they were, with the addresses and the merges of before', async (test) => {
    const { gawai } = await openNewsroom(test)
    const { from, into } = await two(gawai)
    const brand = await gawai.db.selectFrom('organisation').select(['id', 'name']).executeTakeFirstOrThrow()
    await gawai.write(async (unit) => {
      const older = await addDevice(unit, { brand, name: 'Mi 7', category: 'phone' })
      await mergeDevices(unit, { from: older, into: from })
      await unit.tx.insertInto('former_device_slug').values({ slug: 'mi-delapan', device_id: from }).execute()
    })
    const before = await all(gawai)
    const merged = await gawai.write((unit) => mergeDevices(unit, { from, into }))
    const leadsTo = await gawai.db.selectFrom('former_device_slug').select('device_id').executeTakeFirst()
    assert.equal(leadsTo?.device_id, into)
    assert.notEqual(await all(gawai), before)
    await gawai.write((unit) => splitDevices(unit, mergedDevicesSchema.parse(JSON.parse(JSON.stringify(merged)))))
    assert.equal(await all(gawai), before)
    await assert.rejects(
      gawai.write((unit) => splitDevices(unit, merged)),
      Conflict,
    )
  })

  it('are neither the same, nor one that is gone', async (test) => {
    const { gawai } = await openNewsroom(test)
    const { from, into } = await two(gawai)
    const merge = (one: number, other: number) => gawai.write((unit) => mergeDevices(unit, { from: one, into: other }))
    await assert.rejects(merge(into, into), Conflict)
    await merge(from, into)
    await assert.rejects(merge(from, into), NotFound)
  })
})
