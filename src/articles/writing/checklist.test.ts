import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Content, readMarkdown } from '#articles'
import { type Check, type CheckFacts, checklistOf, type Severity } from './checklist.ts'

const finished: Content = {
  title: 'Xiaomi membawa Redmi Note 5 ke Indonesia',
  slug: 'xiaomi-redmi-note-5',
  summary: 'Harganya mulai dari dua juta.',
  document: readMarkdown('Satu kalimat.').document,
  section: 1,
  sections: [],
  topics: [],
  bylines: [
    { person: 1, role: 'writer' },
    { person: 2, role: 'editor' },
  ],
  sources: [{ role: 'source', organisation: 1 }],
}

const found = (content: Partial<Content>, facts: Partial<CheckFacts> = {}, kind: 'article' | 'page' = 'article') =>
  checklistOf({ kind, content: { ...finished, ...content } }, { notes: 0, ...facts }).map(
    ({ check, severity }): [Check, Severity] => [check, severity],
  )

const picture = (attrs: object) => ({
  type: 'doc' as const,
  content: [
    ...finished.document.content,
    { type: 'gallery', attrs: {}, content: [{ type: 'image', attrs: { src: '/media/a.webp', alt: '', ...attrs } }] },
  ],
})

describe('the checklist before publishing', () => {
  it('finds nothing in an article that has everything', () => assert.deepEqual(found({}), []))
  it('finds what an outline says and nobody has written over', () =>
    assert.deepEqual(found({}, { prompts: 2 }), [['prompts', 'should']]))

  const cases: [string, Partial<Content>, Check, Severity][] = [
    ['a missing title', { title: '', slug: '' }, 'noTitle', 'must'],
    ['a title of which no address can be made', { slug: '' }, 'noSlug', 'must'],
    ['an empty text', { document: { type: 'doc', content: [] } }, 'noText', 'must'],
    ['no section', { section: undefined as never }, 'noSection', 'must'],
    ['nobody who wrote it', { bylines: [{ person: 2, role: 'editor' }] }, 'noWriter', 'must'],
    ['no second person', { bylines: [{ person: 1, role: 'writer' }] }, 'oneHand', 'should'],
    ['no source', { sources: [] }, 'noSource', 'should'],
    ['a picture without alternative text', { document: picture({ credit: 'Xiaomi' }) }, 'noAlt', 'should'],
    ['a picture without credit', { document: picture({ alt: 'Ponsel' }) }, 'noCredit', 'should'],
    ['a short title', { title: 'Redmi' }, 'shortTitle', 'should'],
    ['a long title', { title: 'a'.repeat(111) }, 'longTitle', 'should'],
    ['no summary', { summary: '' }, 'noSummary', 'should'],
    ['a long summary', { summary: 'a'.repeat(301) }, 'longSummary', 'should'],
    ['a long slug', { slug: 'a'.repeat(81) }, 'longSlug', 'should'],
  ]
  for (const [name, content, check, severity] of cases)
    it(`finds ${name}`, () => assert.deepEqual(found(content), [[check, severity]]))

  it('counts one person who writes and edits as one', () => {
    const bylines: Content['bylines'] = (['writer', 'editor'] as const).map((role) => ({ role, person: 1 }))
    assert.deepEqual(found({ bylines }), [['oneHand', 'should']])
  })

  it('takes an attribution in the text for a source', () => {
    const attribution = { type: 'attribution', attrs: { role: 'source', organisation: 3 } }
    const document = { type: 'doc' as const, content: [...finished.document.content, attribution] }
    assert.deepEqual(found({ sources: [], document }), [])
  })

  it('finds open notes, and others that are called the same', () => {
    const twin = { title: 'Sama', path: '/sama/' }
    const facts = { notes: 2, sameTitle: twin, sameSlug: twin }
    assert.deepEqual(
      found({}, facts).map(([check]) => check),
      ['sameTitle', 'sameSlug', 'notes'],
    )
  })

  it('puts first what forbids publishing, and asks a standing page for neither section nor people', () => {
    assert.deepEqual(
      found({ summary: '', section: undefined as never }).map(([, severity]) => severity),
      ['must', 'should'],
    )
    assert.deepEqual(found({ section: undefined as never, bylines: [], sources: [] }, {}, 'page'), [])
  })
})
