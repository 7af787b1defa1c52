import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readEnvironment } from '#platform/environment.ts'
import { openSite } from '../app.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { devices } from './devices.ts'

const program = fileURLToPath(new URL('../../bin/gawai', import.meta.url))

describe('gawai devices import', () => {
  it('reads a folder of the wiki, a table with its mapping, and says what it did and what it refused', async (test) => {
    const data = await temporaryFolder(test)
    const environment = readEnvironment({ GAWAI_DATA: join(data, 'site') })
    const said: string[] = []
    const call = (words: string[], more: { format?: string; mapping?: string; isDryRun?: boolean } = {}) =>
      devices({
        words: ['import', ...words],
        isEmpty: false,
        isJson: false,
        environment,
        openSite,
        ...more,
        say: (line) => void said.push(line),
      })
    const folder = join(data, 'lineage')
    await mkdir(folder)
    await writeFile(join(folder, 'dipper.yml'), 'vendor: Xiaomi\nname: Mi 8\nrelease: soon\n')
    await writeFile(join(folder, 'x.yml'), 'vendor: Xiaomi\n')
    for (const isDryRun of [true, false]) assert.equal(await call([folder], { format: 'lineage', isDryRun }), 0)
    const rest = `, changed: 0, the same as before: 0
Refused: 1
Refused:
  x.yml: it has no vendor or no name; mend the file, or leave it out
Not understood:
  dipper.yml: its release "soon" is no date; write a year, a month or a day such as 2018, 2018-03 or 2018-03-25`
    assert.deepEqual(said, [`Devices read: 1\nWould be added: 1${rest}`, `Devices read: 1\nAdded: 1${rest}`])

    const [table, mapping] = [join(data, 'a.csv'), join(data, 'm.yaml')]
    await writeFile(table, 'Merek,Nama\nXiaomi,Mi 8\n')
    await writeFile(mapping, 'columns: {Merek: brand, Nama: name}')
    await call([table], { format: 'table', mapping })
    assert.match(said.at(-1) ?? '', /^Devices read: 1\nAdded: 0, changed: 1/)

    await writeFile(mapping, 'columns: {Merek: maker}')
    await assert.rejects(call([table], { format: 'table', mapping }), /m\.yaml: [^]*"maker" is neither a field/)
    await assert.rejects(call([]), /one file or folder/)
    await assert.rejects(call([table]), /the format is missing/)
    await assert.rejects(call([table], { format: 'pdf' }), /there is no format "pdf"/)
    await assert.rejects(call([join(data, 'none')], { format: 'lineage' }), /cannot be read: check the name/)
    await assert.rejects(call([join(data, 'site')], { format: 'lineage' }), /holds no file that ends with \.yml/)
  })

  it('is finished by another run when it was killed', async (test) => {
    const data = await temporaryFolder(test)
    const list = join(data, 'list.tsv')
    await writeFile(list, Array.from({ length: 2100 }, (_, n) => `Merek\tSeri ${n}\tkode${n}\tM${n}`).join('\n'))
    const args = [program, 'devices', 'import', list, '--format', 'certified', '--json', '--data', join(data, 'site')]
    const call = (env: Record<string, string>) =>
      spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' })
    assert.equal(call({ GAWAI_CRASH_AT: 'devices.batch:2' }).signal, 'SIGKILL')
    const { added, same } = JSON.parse(call({}).stdout) as { added: number; same: number }
    assert.deepEqual([added, same], [2100, 0])
  })
})
