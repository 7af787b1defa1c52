import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { type ServedPages, servePages } from '#test/served-pages.ts'

async function withTwoPages(test: Parameters<typeof servePages>[0]): Promise<ServedPages> {
  const pages = await servePages(test)
  pages.words.set('a', 'one').set('b', 'one')
  await pages.get('/a')
  await pages.get('/b')
  pages.store.confirm(pages.clock.now())
  return pages
}

describe('the page store after a restart', () => {
  it('answers from the disk what it answered before', async (test) => {
    const pages = await withTwoPages(test)
    const before = await pages.get('/a')
    await pages.restart()
    pages.rendered.length = 0
    assert.deepEqual((await pages.get('/a')).raw, before.raw)
    assert.deepEqual(pages.rendered, [])
  })

  it('has on the disk what it was told to keep, once it said so, even if it is never closed', async (test) => {
    const pages = await servePages(test)
    pages.words.set('a', 'one').set('b', 'one')
    await pages.get('/b')
    await Promise.all(['a', 'b'].map((name) => pages.store.keep(`/${name}`, () => pages.plan(`/${name}`))))
    const disk = new DatabaseSync(pages.file)
    const paths = disk.prepare('select path from page order by path').all()
    disk.close()
    assert.deepEqual(
      paths.map(({ path }) => path),
      ['/a', '/b'],
    )
  })

  it('still knows what was dropped', async (test) => {
    const pages = await withTwoPages(test)
    pages.words.set('a', 'two')
    pages.store.drop(['a'])
    await pages.restart()
    assert.match((await pages.get('/a')).text, /a: two/)
    assert.match((await pages.get('/b')).text, /b: one/)
  })

  it('renders everything anew for another version of the program', async (test) => {
    const pages = await withTwoPages(test)
    await pages.restart({ version: '2' })
    pages.rendered.length = 0
    await pages.get('/a')
    assert.deepEqual(pages.rendered, ['shell', 'a', 'list'])
  })

  it('begins anew when its file is no database, and keeps the broken one beside', async (test) => {
    const pages = await withTwoPages(test)
    await pages.store.close()
    writeFileSync(pages.file, 'this was a database once '.repeat(400))
    await pages.restart()
    assert.match((await pages.get('/a')).text, /a: one/)
    assert.ok(existsSync(`${pages.file}.broken`))
  })

  it('shows no fragment whose bytes were changed on the disk', async (test) => {
    const pages = await withTwoPages(test)
    await pages.store.close()
    const raw = new DatabaseSync(pages.file)
    raw.exec("update fragment set bytes = zeroblob(length(bytes)) where subject = 'a'")
    raw.close()
    await pages.restart()
    const { problems } = pages.store.check()
    assert.equal(problems.length, 1)
    assert.match(problems[0] ?? '', /fragment a body is damaged/)
    assert.match((await pages.get('/a')).text, /a: one/)
  })

  it('waits while another program writes to its file', async (test) => {
    const pages = await withTwoPages(test)
    await pages.restart()
    const other = new DatabaseSync(pages.file)
    other.exec('begin immediate')
    pages.words.set('b', 'two')
    pages.store.drop(['b'])
    assert.match((await pages.get('/b')).text, /b: two/)
    pages.store.check()
    other.exec('commit')
    other.close()
    await pages.restart()
    pages.rendered.length = 0
    assert.match((await pages.get('/b')).text, /b: two/)
    assert.match((await pages.get('/a')).text, /a: one/)
    assert.deepEqual(pages.rendered, [])
  })

  it('is quiet after it was closed', async (test) => {
    const pages = await withTwoPages(test)
    await pages.store.close()
    pages.store.drop(['a'])
    pages.words.set('a', 'two')
    assert.match((await pages.get('/a')).text, /a: two/)
    assert.ok(!existsSync(`${pages.file}.broken`))
  })
})

describe('the page store without a database', () => {
  it('shows what it has and says how old that is', async (test) => {
    const pages = await withTwoPages(test)
    await pages.restart()
    pages.isAway = true
    pages.store.isDegraded = true
    pages.clock.move(90_000)
    const answer = await pages.get('/a')
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.age, '90')
    assert.match(String(answer.headers['cache-status']), /database unreachable/)
  })

  it('shows what was dropped rather than nothing', async (test) => {
    const pages = await withTwoPages(test)
    pages.store.check()
    pages.store.drop(['a', 'list'])
    pages.isAway = true
    assert.match((await pages.get('/a')).text, /a: one/)
    await pages.restart()
    pages.store.isDegraded = true
    assert.match((await pages.get('/a')).text, /a: one/)
  })

  it('never shows what was taken back, from memory or from disk', async (test) => {
    const pages = await withTwoPages(test)
    pages.store.drop(['!a'])
    pages.isAway = true
    pages.store.isDegraded = true
    assert.equal((await pages.get('/a')).status, 500)
    await pages.restart()
    pages.store.isDegraded = true
    assert.equal((await pages.get('/a')).status, 500)
    assert.equal((await pages.get('/b')).status, 200)
  })
})
