import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { newArticle, publish, revise } from '#articles'
import type { Id } from '#platform/database/tables.ts'
import { plainContent } from '#test/content.ts'
import { type Newsroom, openNewsroom } from '#test/newsroom.ts'
import { adapters } from '../../../test/contracts/open.ts'
import type { Content } from '../content.ts'
import { holdArticle, lockLasts } from './edit-lock.ts'
import { oneRevision, openManuscript, type Save, saveManuscript } from './manuscript.ts'

const saying = (title: string, markdown = title) => plainContent(markdown, { title })

const begun = ({ gawai }: Newsroom): Promise<Id> =>
  gawai.write(async (unit) => {
    const article = await newArticle(unit, { kind: 'article', lang: 'id' })
    await revise(unit, article, saying('Awal'))
    return article
  })

const save = ({ gawai }: Newsroom, wish: Save) => gawai.write((unit) => saveManuscript(unit, wish))

const revisionsOf = ({ gawai }: Newsroom, article: Id) =>
  gawai.db.selectFrom('revision').select(['id', 'title']).where('article_id', '=', article).orderBy('id').execute()

describe('a manuscript', () => {
  it('becomes one revision of what one person saves within ten minutes, and another after that', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await begun(newsroom)
    const seat = { person: newsroom.wulan, tab: 'a' }
    let on: Save['on'] = await openManuscript(newsroom.gawai, article)
    for (const [title, later] of [
      ['Satu', 60_000],
      ['Dua', oneRevision],
      ['Tiga', 0],
    ] as const) {
      const saved = await save(newsroom, { article, on, seat, key: title, content: saying(title) })
      assert.equal(saved.outcome, 'saved')
      if (saved.outcome === 'saved') on = saved
      newsroom.clock.move(later)
    }
    assert.deepEqual(
      (await revisionsOf(newsroom, article)).map(({ title }) => title),
      ['Awal', 'Dua', 'Tiga'],
    )
  })

  it('is not changed any more once readers have seen it', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await begun(newsroom)
    const seat = { person: newsroom.wulan, tab: 'a' }
    const first = await save(newsroom, {
      article,
      on: await openManuscript(newsroom.gawai, article),
      seat,
      key: '1',
      content: saying('Terbit'),
    })
    assert.equal(first.outcome, 'saved')
    const { path } = await publish(newsroom.gawai, { article })
    await save(newsroom, {
      article,
      on: await openManuscript(newsroom.gawai, article),
      seat,
      key: '2',
      content: saying('Belum terbit'),
    })
    assert.match((await newsroom.get(path)).text, /<h1>Terbit<\/h1>/)
    assert.equal((await openManuscript(newsroom.gawai, article)).content.title, 'Belum terbit')
  })

  it('may have no title while it is written, and no readers then', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await begun(newsroom)
    const on = await openManuscript(newsroom.gawai, article)
    const content = { ...saying('', 'Kalimat'), slug: '' }
    await save(newsroom, { article, on, seat: { person: newsroom.wulan, tab: 'a' }, key: '1', content })
    await assert.rejects(publish(newsroom.gawai, { article }), /title is empty/)
  })

  it('says when a file has given the article other words meanwhile', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await begun(newsroom)
    const on = await openManuscript(newsroom.gawai, article)
    await newsroom.gawai.write((unit) => revise(unit, article, saying('Dari berkas')))
    const seat = { person: newsroom.wulan, tab: 'a' }
    assert.equal(
      (await save(newsroom, { article, on, seat, key: '1', content: saying('Milik saya') })).outcome,
      'behind',
    )
    assert.equal((await openManuscript(newsroom.gawai, article)).content.title, 'Dari berkas')
  })
})

describe('the lock of an article', () => {
  it('keeps a second tab out until it is let go, runs out or is taken over', async (test) => {
    const newsroom = await openNewsroom(test)
    const article = await begun(newsroom)
    const [wulan, hanif] = [newsroom.wulan, newsroom.hanif].map((person) => ({ person, tab: 'a' }))
    assert.ok(wulan && hanif)
    const hold = (wish: Parameters<typeof holdArticle>[1]) => newsroom.gawai.write((unit) => holdArticle(unit, wish))
    assert.equal((await hold({ article, seat: wulan })).outcome, 'yours')
    const told = await hold({ article, seat: hanif })
    assert.deepEqual(told, {
      outcome: 'held',
      by: { person: newsroom.wulan, name: 'Wulan Sasmita', since: newsroom.clock.now() },
    })
    assert.equal((await hold({ article, seat: { ...wulan, tab: 'b' } })).outcome, 'held')
    assert.equal((await hold({ article, seat: hanif, isTakingOver: true })).outcome, 'yours')
    const on = await openManuscript(newsroom.gawai, article)
    const late = await save(newsroom, { article, on, seat: wulan, key: '1', content: saying('Terlambat') })
    assert.equal(late.outcome, 'held')
    newsroom.clock.move(lockLasts + 1)
    assert.equal((await hold({ article, seat: wulan })).outcome, 'yours')
  })
})

for (const { name, skip, url } of adapters)
  describe(`two editors on one article on ${name}`, { skip }, () => {
    it('never overwrite each other unseen, in whatever order they write, read, take over and lose an answer', async (test) => {
      const newsroom = await openNewsroom(test, await url())
      const step = fc.record({
        who: fc.constantFrom(0, 1),
        what: fc.constantFrom('save', 'save', 'again', 'read', 'take over', 'both'),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
          await interleave(newsroom, steps)
        }),
        { numRuns: 100 },
      )
    })
  })

type Sent = Save & { content: Content }

interface Editor {
  seat: { person: Id; tab: string }
  on: Save['on']
  /** The words that they have in front of them: everything they have read or written. */
  seen: string
  sent?: Sent
}

/** Each save appends a word to what its writer has seen, so an overwritten word is missing from the end. */
async function interleave(newsroom: Newsroom, steps: readonly { who: number; what: string }[]): Promise<void> {
  const article = await begun(newsroom)
  const first = await openManuscript(newsroom.gawai, article)
  const editors: Editor[] = [newsroom.wulan, newsroom.hanif].map((person) => ({
    seat: { person, tab: String(article) },
    on: first,
    seen: 'Awal',
  }))
  const acknowledged: string[] = []
  let number = 0
  const read = async (editor: Editor) => {
    const { content, ...on } = await openManuscript(newsroom.gawai, article)
    Object.assign(editor, { on, seen: content.title })
  }
  const send = async (editor: Editor, sent: Sent) => {
    const saved = await save(newsroom, sent)
    if (saved.outcome !== 'saved') return
    // A save that comes twice is answered twice and done once.
    if (acknowledged.includes(sent.key)) return
    acknowledged.push(sent.key)
    Object.assign(editor, { on: saved, seen: sent.content.title })
  }
  const saveAs = async (editor: Editor) => {
    const key = `k${(number += 1)}`
    editor.sent = { article, on: editor.on, seat: editor.seat, key, content: saying(`${editor.seen} ${key}`) }
    await send(editor, editor.sent)
  }
  for (const { who, what } of steps) {
    const editor = editors[who]
    assert.ok(editor)
    if (what === 'save') await saveAs(editor)
    if (what === 'again' && editor.sent) await send(editor, editor.sent)
    if (what === 'read') await read(editor)
    if (what === 'take over')
      await newsroom.gawai.write((unit) => holdArticle(unit, { article, seat: editor.seat, isTakingOver: true }))
    if (what === 'both') await Promise.all(editors.map(saveAs))
  }
  const { content } = await openManuscript(newsroom.gawai, article)
  assert.equal(content.title, ['Awal', ...acknowledged].join(' '))
}
