import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { unpublish } from '#articles'
import { openNewsroom } from '#test/newsroom.ts'
import { pngOf } from '#test/pictures.ts'

const aMinute = 60_000
const story = (text: string, picture = 'a.png') => `---\ntitle: Foto\nslug: foto\nimage: ${picture}\n---\n${text}`

async function openWith(test: TestContext) {
  const { gawai, clock, file } = await openNewsroom(test)
  const put = (text: string) => file(text, 'story.md', async () => pngOf(8, 4))
  /** Lets time pass and does what is due by then. */
  const after = async (milliseconds: number) => {
    clock.move(milliseconds)
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
    return gawai.storage.list('renditions/')
  }
  const waiting = () => gawai.db.selectFrom('job').select('id').where('kind', '=', 'develop-pictures').execute()
  return { gawai, put, after, waiting }
}

describe('the pictures of a published article', () => {
  it('are made a minute later', async (test) => {
    const { put, after } = await openWith(test)
    await put(story('Teks.'))
    assert.deepEqual(await after(0), [])
    assert.deepEqual(await after(aMinute - 1), [])
    const made = await after(1)
    for (const format of ['avif', 'webp', 'jpg'])
      assert.ok(
        made.some((name) => name.endsWith(`-whole-8.${format}`)),
        format,
      )
  })

  it('are made once, however often it is published in that minute', async (test) => {
    const { gawai, put, after, waiting } = await openWith(test)
    for (const text of ['Satu.', 'Dua.', 'Tiga.']) {
      await put(story(text))
      await after(1000)
    }
    assert.equal((await waiting()).length, 1)
    const made = await after(aMinute)
    assert.notEqual(made.length, 0)
    assert.equal((await waiting()).length, 0)
    const keep = gawai.storage.put
    gawai.storage.put = (name, bytes) => (assert.ok(!name.startsWith('renditions/'), name), keep(name, bytes))
    await put(story('Empat.'))
    await after(0)
    assert.deepEqual(await after(aMinute), made)
    assert.equal((await waiting()).length, 0)
  })

  it('are not made when it was taken back before', async (test) => {
    const { gawai, put, after, waiting } = await openWith(test)
    const { article } = await put(story('Teks.'))
    await after(0)
    await unpublish(gawai, { article, why: 'keliru' })
    assert.deepEqual(await after(aMinute), [])
    assert.equal((await waiting()).length, 0)
  })
})
