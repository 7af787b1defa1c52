import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  link?: boolean
}

const read = async (name: string) => JSON.parse(await readFile(new URL(`../${name}`, import.meta.url), 'utf8'))
const { packages } = (await read('package-lock.json')) as { packages: Record<string, Locked> }
const manifest = (await read('package.json')) as Record<string, Record<string, string> | undefined>
const installed = Object.entries(packages).filter(([path]) => path !== '')

describe('the packages that Gawai stands on', () => {
  it('run nothing when they are installed', () => {
    assert.deepEqual(
      installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path),
      [],
    )
  })

  it('are named by exact version, and proven by their digest', () => {
    for (const group of ['dependencies', 'devDependencies', 'optionalDependencies'])
      for (const [name, version] of Object.entries(manifest[group] ?? {}))
        assert.match(version, /^\d+\.\d+\.\d+$/, `${name} in ${group}`)
    for (const [path, { integrity }] of installed) assert.match(integrity ?? '', /^sha512-/, path)
  })

  it('may come from any registry that has the same bytes', () => {
    assert.deepEqual(
      installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path),
      [],
    )
  })

  it('bring Node for each platform, all of one version', () => {
    assert.equal(new Set(Object.values(manifest['optionalDependencies'] ?? {})).size, 1)
    assert.equal(Object.keys(manifest['optionalDependencies'] ?? {}).length, 5)
  })
})
