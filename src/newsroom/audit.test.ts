import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { record } from '#people'
import { openNewsroom } from '#test/newsroom.ts'
import { visitorOf } from '#test/visitor.ts'

const count = 120

async function openLog(test: Parameters<typeof openNewsroom>[0]) {
  const newsroom = await openNewsroom(test)
  const owner = await visitorOf(newsroom)
  await newsroom.gawai.write(async (unit) => {
    for (let number = 1; number <= count; number += 1)
      await record(unit, { by: owner.account, action: 'thing.changed', object: `thing:${number}`, details: { number } })
  })
  return { newsroom, owner }
}

const objectsIn = (text: string) => [...text.matchAll(/<code>thing:(\d+)<\/code>/g)].map(([, number]) => Number(number))

describe('the audit log in the newsroom', () => {
  it('says who did what, and is walked from the newest to the first, each line once', async (test) => {
    const { owner } = await openLog(test)
    const first = (await owner.get('/newsroom/audit/')).text
    assert.match(first, /Sari Wening/)
    const [, next] = /<p class="on"><a href="([^"]+)"/.exec(first) ?? []
    const second = (await owner.get(`/newsroom/audit/${next}`)).text
    const all = Array.from({ length: count }, (_, index) => count - index)
    assert.deepEqual([...objectsIn(first), ...objectsIn(second)], all)
    assert.doesNotMatch(second, /<p class="on">/)
  })

  it('shows that it is whole, and where it is not', async (test) => {
    const { newsroom, owner } = await openLog(test)
    const sound = (await owner.get('/newsroom/audit/proof/')).text
    assert.doesNotMatch(sound, /Rantai terputus/)
    const { position } = await newsroom.gawai.db
      .selectFrom('audit')
      .select('position')
      .where('object', '=', 'thing:60')
      .executeTakeFirstOrThrow()
    await newsroom.gawai.write((unit) => unit.tx.deleteFrom('audit').where('position', '=', position).execute())
    assert.match(
      (await owner.get('/newsroom/audit/proof/')).text,
      new RegExp(`Rantai terputus di baris ${position}\\b`),
    )
  })
})
