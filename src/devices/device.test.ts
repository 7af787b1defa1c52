import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDevice, deviceNamed, keepModelCode, keepProvenance, readValue, sayingsOf, sayOf } from '#devices'
import { keepOrganisation } from '#organisations'
import type { Unit } from '#platform/database/unit.ts'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'

const xiaomi = async (unit: Unit) => ({
  id: await keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand: true }),
  name: 'Xiaomi',
})

describe('a device', () => {
  it('is found by its official name however that is spelt, has an address of its own, and a date that is one', async (test) => {
    const { gawai } = await openNewsroom(test)
    const { first, second, brand } = await gawai.write(async (unit) => {
      const brand = await xiaomi(unit)
      const first = await addDevice(unit, { brand, name: 'Redmi Note 4', category: 'phone', released: '2017-01' })
      return { brand, first, second: await addDevice(unit, { brand, name: 'Redmi Note 4+', category: 'phone' }) }
    })
    assert.equal(await gawai.write((unit) => deviceNamed(unit, brand.id, ' redmi-note 4 ')), first)
    assert.equal(await gawai.write((unit) => deviceNamed(unit, brand.id, 'Redmi Note 4 Plus')), second)
    const rows = await gawai.db.selectFrom('device').select(['slug', 'status']).orderBy('id').execute()
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [
        { slug: 'xiaomi-redmi-note-4', status: 'released' },
        { slug: 'xiaomi-redmi-note-4-plus', status: 'announced' },
      ],
    )
    for (const wrong of [{ name: '...' }, { name: 'X', released: 'soon' }])
      await assert.rejects(
        gawai.write((unit) => addDevice(unit, { brand, category: 'phone', ...wrong })),
        Invalid,
      )
  })

  it('shares a model code with others', async (test) => {
    const { gawai } = await openNewsroom(test)
    await gawai.write(async (unit) => {
      const brand = await xiaomi(unit)
      const provenance = await keepProvenance(unit, { kind: 'dataset', name: 'Codes' })
      for (const name of ['Redmi Note 9', 'Redmi 10X 4G', 'Redmi Note 9'])
        await keepModelCode(unit, {
          code: name.endsWith('9') ? 'M2003J15SC' : 'm2003j15sc ',
          device:
            (await deviceNamed(unit, brand.id, name)) ?? (await addDevice(unit, { brand, name, category: 'phone' })),
          provenance,
        })
    })
    assert.equal(
      (await gawai.db.selectFrom('model_code').selectAll().where('form', '=', 'M2003J15SC').execute()).length,
      2,
    )
  })

  it('keeps what each source says of it, and what the same source said before', async (test) => {
    const { gawai } = await openNewsroom(test)
    const said = (raw: string) => [readValue('battery', raw)].filter((value) => value !== undefined)
    const device = await gawai.write(async (unit) => {
      const device = await addDevice(unit, { brand: await xiaomi(unit), name: 'Mi 8', category: 'phone' })
      const provenance = await keepProvenance(unit, { kind: 'dataset', name: 'List' })
      const say = (raw: string) => sayOf(unit, { device, name: 'battery', values: said(raw), provenance })
      assert.deepEqual([await say('3400 mAh'), await say('3400 mAh'), await say('3450 mAh')], [true, false, true])
      return device
    })
    assert.deepEqual(
      (await sayingsOf(gawai, device)).map(({ values }) => values),
      [[{ number: 3450, raw: '3450 mAh' }]],
    )
    const rows = await gawai.db.selectFrom('specification').select(['raw', 'ended_at']).orderBy('id').execute()
    assert.deepEqual(
      rows.map(({ raw, ended_at }) => [raw, ended_at === null]),
      [
        ['3400 mAh', false],
        ['3450 mAh', true],
      ],
    )
  })
})
