import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { keepRecords, lineageProvenance, mergeDevices, readCertified, readLineageLines, splitDevices } from '#devices'
import { adapters, openFresh } from './open.ts'

const catalogue = await readFile(new URL('../../demo/gawai/lineage.jsonl', import.meta.url), 'utf8')
const certified = Array.from({ length: 1500 }, (_, n) => `Brand ${n % 9}\tGalaxy S${n}\tcode${n}\tM${n % 1000}`).join(
  '\n',
)

for (const { name, skip, url } of adapters) {
  describe(`importing devices on ${name}`, { skip }, () => {
    it('adds each once, with all its codes, and takes a merge back', async (test) => {
      const { database } = await openFresh(test, url)
      const lineage = {
        format: 'lineage',
        name: 'l',
        read: readLineageLines(catalogue),
        provenance: lineageProvenance,
      }
      const list = {
        format: 'certified',
        name: 'c',
        read: readCertified(certified),
        provenance: { kind: 'dataset', name: 'c' } as const,
      }
      const first = [await keepRecords(database, lineage), await keepRecords(database, list)]
      assert.deepEqual(
        first.map(({ added, refused }) => [added, refused.length]),
        [
          [437, 0],
          [1500, 0],
        ],
      )
      const second = [await keepRecords(database, lineage), await keepRecords(database, list)]
      assert.deepEqual(
        second.map(({ added, changed, same }) => [added, changed, same]),
        [
          [0, 0, 437],
          [0, 0, 1500],
        ],
      )
      const codes = await database.db.selectFrom('model_code').select('device_id').where('form', '=', 'M7').execute()
      assert.equal(codes.length, 2)

      const [into = 0, from = 0] = codes.map(({ device_id }) => device_id)
      const merged = await database.write((unit) => mergeDevices(unit, { from, into }))
      const said = () => database.db.selectFrom('device_record').select('key').where('device_id', '=', into).execute()
      assert.equal((await said()).length, 2)
      await database.write((unit) => splitDevices(unit, merged))
      assert.equal((await said()).length, 1)
    })
  })
}
