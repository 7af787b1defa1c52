import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepOrganisation } from '#organisations'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'

describe('an organisation', () => {
  it('is found again by its name and stays what it was, but may become a brand; its name has a letter', async (test) => {
    const { gawai } = await openNewsroom(test)
    const rows = () => gawai.db.selectFrom('organisation').select(['id', 'name', 'kind', 'is_brand', 'url']).execute()
    const [first, second, third] = await gawai.write(async (unit) => [
      await keepOrganisation(unit, { name: ' Xiaomi ', kind: 'company', url: 'https://mi.example/' }),
      await keepOrganisation(unit, { name: 'XIAOMI', kind: 'outlet' }),
      await keepOrganisation(unit, { name: 'The Wall Street Journal', kind: 'outlet' }),
    ])
    assert.equal(second, first)
    assert.notEqual(third, first)
    assert.deepEqual(
      { ...(await rows())[0] },
      { id: first, name: 'Xiaomi', kind: 'company', is_brand: 0, url: 'https://mi.example/' },
    )

    for (const isBrand of [true, false])
      await gawai.write((unit) => keepOrganisation(unit, { name: 'Xiaomi', kind: 'company', isBrand }))
    assert.deepEqual(
      (await rows()).map(({ is_brand }) => is_brand),
      [1, 0],
    )

    for (const none of ['', '+++'])
      await assert.rejects(
        gawai.write((unit) => keepOrganisation(unit, { name: none, kind: 'company' })),
        Invalid,
      )
    await gawai.write((unit) => keepOrganisation(unit, { name: '小米', kind: 'company' }))
  })
})
