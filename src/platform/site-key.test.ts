import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { temporaryFolder } from '#test/temporary.ts'
import { siteKey } from './site-key.ts'
import { folderStorage } from './storage.ts'

describe('the key of a site', () => {
  it('opens what it sealed, also at the next start, and nothing that was changed', async (test) => {
    const folder = await temporaryFolder(test)
    const sealed = (await siteKey(folderStorage(folder), 'second factor')).seal('JBSWY3DP 漢')
    const key = await siteKey(folderStorage(folder), 'second factor')
    assert.equal(key.open(sealed), 'JBSWY3DP 漢')
    assert.notEqual(key.seal('JBSWY3DP 漢'), sealed)
    const changed = Buffer.from(sealed, 'base64url')
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    assert.throws(() => key.open(changed.toString('base64url')))
  })

  it('is of no use for another purpose', async (test) => {
    const storage = folderStorage(await temporaryFolder(test))
    const [one, other] = [await siteKey(storage, 'one'), await siteKey(storage, 'other')]
    assert.notEqual(one.mac('a'), other.mac('a'))
    assert.throws(() => other.open(one.seal('a')))
  })
})
