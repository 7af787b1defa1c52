import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { temporaryFolder } from '#test/temporary.ts'
import { folderStorage } from './storage.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function openStorage(test: TestContext) {
  const folder = join(await temporaryFolder(test), 'files')
  return { folder, storage: folderStorage(folder) }
}

describe('the storage', () => {
  it('gives back what was put, by its name, and lists names in order', async (test) => {
    const { storage } = await openStorage(test)
    await storage.put('foto/b.jpg', bytes('b'))
    await storage.put('foto/a.jpg', bytes('aa'))
    await storage.put('lain.txt', bytes('x'))
    assert.equal(String(Buffer.from((await storage.get('foto/a.jpg')) ?? [])), 'aa')
    assert.equal(await storage.size('foto/a.jpg'), 2)
    assert.deepEqual(await storage.list('foto/'), ['foto/a.jpg', 'foto/b.jpg'])
    await storage.put('foto/a.jpg', bytes('baru'))
    assert.equal(await storage.size('foto/a.jpg'), 4)
  })

  it('keeps what came first, however many come at once', async (test) => {
    const { storage, folder } = await openStorage(test)
    await Promise.all(['a', 'b', 'c'].map((text) => storage.putFirst('rahasia', bytes(text))))
    const first = await storage.get('rahasia')
    assert.equal(first?.length, 1)
    await storage.putFirst('rahasia', bytes('kemudian'))
    assert.deepEqual(await storage.get('rahasia'), first)
    assert.deepEqual(await readdir(folder), ['rahasia'])
  })

  it('passes a large file on in small pieces, as they are taken', async (test) => {
    const { storage } = await openStorage(test)
    const large = new Uint8Array(3_000_000).fill(7)
    await storage.put('besar.png', large)
    const file = await storage.open('besar.png')
    assert.equal(file?.size, large.length)
    assert.deepEqual(await new Response(file.stream()).bytes(), large)
    const reader = file.stream().getReader()
    const { value } = await reader.read()
    assert.ok(value && value.length <= 100_000, `${value?.length}`)
    await reader.cancel()
  })

  it('knows nothing of what is not there', async (test) => {
    const { storage } = await openStorage(test)
    assert.equal(await storage.get('tidak/ada'), undefined)
    assert.equal(await storage.size('tidak/ada'), undefined)
    assert.equal(await storage.open('tidak/ada'), undefined)
    assert.deepEqual(await storage.list(''), [])
    await storage.remove('tidak/ada')
  })

  it('refuses names that would leave its folder or hide in it', async (test) => {
    const { storage, folder } = await openStorage(test)
    for (const name of ['../x', 'a/../../x', '/etc/x', '.hidden', 'a/.b', '', 'a//b', 'a\\..\\b', 'a\u0000b'])
      await assert.rejects(async () => storage.put(name, bytes('x')), /is no name for a stored file/, name)
    await storage.put('aman', bytes('x'))
    assert.deepEqual(await readdir(folder), ['aman'])
  })
})
