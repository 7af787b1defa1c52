import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { arrangeFront, frontArticles, newArticle, publish, revise, unpublish } from '#articles'
import { Invalid } from '#platform/refusals.ts'
import type { Language } from '#platform/settings.ts'
import { plainContent } from '#test/content.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'

/** Stories `kabar-0` to `kabar-9`, the last of them the newest. */
async function tenStories({ publish: bring, clock }: Newsroom): Promise<number[]> {
  const ids: number[] = []
  for (let number = 0; number < 10; number += 1) {
    clock.move(1000)
    ids.push((await bring({ slug: `kabar-${number}`, title: `Kabar ${number}` })).id)
  }
  return ids
}

const arrange = ({ gawai }: Newsroom, lang: Language, articles: readonly (number | undefined)[]) =>
  gawai.write((unit) =>
    arrangeFront(
      unit,
      lang,
      articles.map((id) => id ?? 0),
    ),
  )
const idsIn = async ({ gawai }: Newsroom, lang: Language = 'id') =>
  (await frontArticles(gawai, lang)).map(({ id }) => id)

/** The stories in the order in which the front page has them. */
const shownOn = async ({ get }: Newsroom) =>
  Array.from(
    ((await get('/')).text.split('<main')[1] ?? '').matchAll(/href="\/2026\/01\/kabar-(\d)\/"/g),
    ([, number]) => Number(number),
  )

describe('the front page', () => {
  it('has the stories that editors chose in their order, each once, and then what is newest', async (test) => {
    const newsroom = await openNewsroom(test)
    const ids = await tenStories(newsroom)
    assert.deepEqual(await idsIn(newsroom), [])
    assert.deepEqual((await shownOn(newsroom)).slice(0, 4), [9, 8, 7, 6])

    await arrange(newsroom, 'id', [ids[2], ids[0], ids[2]])
    assert.deepEqual(await idsIn(newsroom), [ids[2], ids[0]])
    const shown = await shownOn(newsroom)
    assert.deepEqual(shown.slice(0, 5), [2, 0, 9, 8, 7])
    assert.equal(new Set(shown).size, shown.length)

    await arrange(newsroom, 'id', [ids[0], ids[5]])
    assert.deepEqual(await idsIn(newsroom), [ids[0], ids[5]])
    await arrange(newsroom, 'id', [])
    assert.deepEqual((await shownOn(newsroom)).slice(0, 3), [9, 8, 7])
  })

  it('closes the gap of a story that was taken back, and opens it when the story comes again', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const [first = 0, second = 0, third = 0] = await tenStories(newsroom)
    await arrange(newsroom, 'id', [first, second, third])
    await unpublish(gawai, { article: second, why: 'keliru' })
    assert.deepEqual(await idsIn(newsroom), [first, third])
    assert.deepEqual((await shownOn(newsroom)).slice(0, 3), [0, 2, 9])
    await publish(gawai, { article: second })
    assert.deepEqual(await idsIn(newsroom), [first, second, third])
  })

  it('keeps a slot for a story that nobody can read yet', async (test) => {
    const newsroom = await openNewsroom(test)
    const { gawai } = newsroom
    const [first = 0] = await tenStories(newsroom)
    const draft = await gawai.write(async (unit) => {
      const id = await newArticle(unit, { kind: 'article', lang: 'id' })
      await revise(unit, id, plainContent('Nanti.', { title: 'Nanti', slug: 'nanti' }))
      return id
    })
    await arrange(newsroom, 'id', [draft, first])
    assert.deepEqual(await idsIn(newsroom), [first])
    await publish(gawai, { article: draft })
    assert.deepEqual(await idsIn(newsroom), [draft, first])
  })

  it('refuses more stories than it has slots, and stays as it was', async (test) => {
    const newsroom = await openNewsroom(test)
    const ids = await tenStories(newsroom)
    await arrange(newsroom, 'id', ids.slice(0, 7))
    assert.deepEqual(await idsIn(newsroom), ids.slice(0, 7))
    await assert.rejects(
      arrange(newsroom, 'id', ids.slice(0, 8)),
      (error) => error instanceof Invalid && /has 7 slots and 8 stories were given: leave some out/.test(error.message),
    )
    assert.deepEqual(await idsIn(newsroom), ids.slice(0, 7))
  })

  it('is another in each language', async (test) => {
    const newsroom = await openNewsroom(test)
    const [first = 0] = await tenStories(newsroom)
    const english = await newsroom.publish({ lang: 'en', slug: 'news', title: 'News' })
    await arrange(newsroom, 'id', [first])
    await arrange(newsroom, 'en', [english.id])
    assert.deepEqual(await idsIn(newsroom, 'id'), [first])
    assert.deepEqual(await idsIn(newsroom, 'en'), [english.id])
    await arrange(newsroom, 'en', [])
    assert.deepEqual(await idsIn(newsroom, 'id'), [first])
  })
})
