import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Gawai } from '#platform/gawai.ts'
import type { Unit } from '#platform/database/unit.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { sayingsOf } from '../specifications/sayings.ts'
import { keepRecords, tryRecords } from './keep-records.ts'
import { readTable } from './read-table.ts'

const provenance = { kind: 'dataset', name: 'Tes' } as const
const wanted = (text: string) => ({ format: 'table', name: 'tes.csv', read: readTable(text), provenance })
const counts = ({ added, changed, same, refused }: Awaited<ReturnType<typeof keepRecords>>) => [
  added,
  changed,
  same,
  refused.length,
]
const devices = async ({ db }: Pick<Gawai, 'db'>) =>
  (
    await db
      .selectFrom('device')
      .innerJoin('organisation', 'organisation.id', 'device.brand_id')
      .leftJoin('device_family', 'device_family.id', 'device.family_id')
      .select(['organisation.name as brand', 'device.name', 'device.slug', 'released', 'device_family.name as family'])
      .orderBy('device.id')
      .execute()
  ).map(({ brand, name, slug, released, family }) => [brand, name, slug, released, family])

const three =
  'brand,name,battery,released\nXiaomi,Redmi Note 4,4100 mAh,2017-01\nXIAOMI,Redmi Note 5,4000 mAh,\nXiaomi,Redmi Note 6,x,\n'

describe('keeping records of devices', () => {
  it('adds them with brand, family, address and what is said; the same file again adds nothing', async (test) => {
    const { gawai } = await openNewsroom(test)
    assert.deepEqual(counts(await keepRecords(gawai, wanted(three))), [3, 0, 0, 0])
    assert.deepEqual(await devices(gawai), [
      ['Xiaomi', 'Redmi Note 4', 'xiaomi-redmi-note-4', '2017-01', 'Redmi Note'],
      ['Xiaomi', 'Redmi Note 5', 'xiaomi-redmi-note-5', null, 'Redmi Note'],
      ['Xiaomi', 'Redmi Note 6', 'xiaomi-redmi-note-6', null, 'Redmi Note'],
    ])
    const [first, , third] = await gawai.db.selectFrom('device').select('id').orderBy('id').execute()
    const said = async (id = 0) => (await sayingsOf(gawai, id)).flatMap(({ values }) => values)
    assert.deepEqual(await said(first?.id), [{ number: 4100, raw: '4100 mAh' }])
    assert.deepEqual(await said(third?.id), [{ words: 'x', raw: 'x' }])
    assert.deepEqual(counts(await keepRecords(gawai, wanted(three))), [0, 0, 3, 0])
    assert.equal((await gawai.db.selectFrom('specification').select('id').execute()).length, 3)
  })

  it('changes what another version of the file says, and keeps what it said before', async (test) => {
    const { gawai } = await openNewsroom(test)
    await keepRecords(gawai, wanted(three))
    const report = await keepRecords(gawai, wanted(three.replace('4000 mAh,', '4005 mAh,2018')))
    assert.deepEqual(counts(report), [0, 1, 2, 0])
    const rows = await gawai.db
      .selectFrom('specification')
      .select(['raw', 'ended_at'])
      .where('raw', 'like', '400%')
      .execute()
    assert.deepEqual(
      new Map(rows.map(({ raw, ended_at }) => [raw, ended_at === null])),
      new Map([
        ['4000 mAh', false],
        ['4005 mAh', true],
      ]),
    )
    assert.deepEqual((await devices(gawai))[1]?.[3], '2018')
  })

  it('finds the device that another source, or this one under another spelling, has told of', async (test) => {
    const { gawai } = await openNewsroom(test)
    await keepRecords(gawai, wanted(three))
    const other = { ...wanted('brand,name,code\nxiaomi,redmi-note 4,2016101\nXiaomi,Redmi Note 4+,x\n'), name: 'b.csv' }
    assert.deepEqual(
      counts(await keepRecords(gawai, { ...other, provenance: { ...provenance, name: 'B' } })),
      [1, 1, 0, 0],
    )
    assert.equal((await devices(gawai)).at(-1)?.[2], 'xiaomi-redmi-note-4-plus')
  })

  it('says of a trial what it would do, and does nothing of it', async (test) => {
    const { gawai } = await openNewsroom(test)
    const text = `${three}Xiaomi,Redmi Note 4,4100 mAh,2017-01\n--,x,,\n`
    const tried = await tryRecords(gawai, wanted(text))
    assert.deepEqual(await devices(gawai), [])
    for (const table of ['device_import', 'device_record', 'organisation', 'device_family'] as const)
      assert.deepEqual(await gawai.db.selectFrom(table).selectAll().execute(), [], table)
    assert.deepEqual(tried, await keepRecords(gawai, wanted(text)))
    assert.deepEqual(
      tried.refused.map(({ where }) => where),
      ['line 6'],
    )
  })

  it('goes on where it was cut off, wherever that was, and comes to the same', async (test) => {
    const many = `brand,name,code\n${Array.from({ length: 2500 }, (_, n) => `Merek ${n % 7},Seri ${n},C${n}`).join('\n')}`
    const whole = await openNewsroom(test)
    const report = await keepRecords(whole.gawai, wanted(many))
    for (let writes = 1; writes <= 5; writes += 1) {
      const { gawai } = await openNewsroom(test)
      await assert.rejects(keepRecords(dying(gawai, writes), wanted(many)), /killed/)
      assert.deepEqual(await keepRecords(gawai, wanted(many)), report, `cut off after ${writes} writes`)
      assert.deepEqual(await devices(gawai), await devices(whole.gawai))
      assert.equal((await gawai.db.selectFrom('model_code').select('id').execute()).length, 2500)
    }
  })
})

/** A program that is killed in the middle of the write after so many. */
function dying(gawai: Gawai, writes: number): Pick<Gawai, 'write'> {
  let left = writes
  return {
    write: (work) =>
      gawai.write(async (unit: Unit) => {
        const answer = await work(unit)
        if (left === 0) throw new Error('killed')
        left -= 1
        return answer
      }),
  }
}
