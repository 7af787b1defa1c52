import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#platform/refusals.ts'
import { readNewsroomFile } from './newsroom-file.ts'

const cases: [string, string, RegExp][] = [
  ['broken YAML', 'name: A\nsections: [a\n', /^newsroom\.yaml, line \d+: /],
  ['a field twice', 'name: A\nname: B', /^newsroom\.yaml, line 2: .*unique/],
  ['a list where fields should be', '- a', /^newsroom\.yaml: the file cannot be used/],
  ['an unknown field', 'nama: A', /^newsroom\.yaml: the file has an unknown "nama"$/],
  ['an unknown field deep within', 'topics:\n  - id: {nama: A}', /the field "topics\.0\.id" has an unknown "nama"/],
  ['a name that is too long', `name: ${'a'.repeat(81)}`, /the field "name" cannot be used/],
  ['a zone that is none', 'zone: Mars/Olympus', /the field "zone" cannot be used: .*time zone such as Asia\/Jakarta/],
  ['a language nobody writes here', 'description: {fr: Bonjour}', /the field "description" has an unknown "fr"/],
  [
    'a section without a name',
    'sections:\n  - below: []',
    /the field "sections\.0" cannot be used: it has no name in any/,
  ],
  [
    'a section below without a name',
    'sections:\n  - id: {name: A}\n    below:\n      - {}',
    /the field "sections\.0\.below\.0" cannot be used: it has no name in any/,
  ],
  ['a topic without a name', 'topics: [{}]', /the field "topics\.0" cannot be used: it has no name in any/],
  ['somebody without a name', 'people:\n  - initials: A', /the field "people\.0\.name" cannot be used/],
  ['an address that is none', 'brands: [{name: A, url: "javascript:1"}]', /the field "brands\.0\.url" cannot be used/],
  ['a front page that is no list', 'front: {id: kabar}', /the field "front\.id" cannot be used/],
  ['an alias bomb', 'name: &a [x,x]\nsections: [*a,*a]', /^newsroom\.yaml uses an alias/],
]

describe('a newsroom’s file', () => {
  it('is refused in one line with its name, the line or the field', () => {
    for (const [what, text, expected] of cases)
      assert.throws(
        () => readNewsroomFile('newsroom.yaml', text),
        (error) => error instanceof Invalid && !error.message.includes('\n') && expected.test(error.message),
        what,
      )
  })

  it('may say nothing, or only a part', () => {
    const nothing = { description: {}, sections: [], topics: [], people: [], brands: [], front: {} }
    for (const text of ['', '# nothing yet', '{}']) assert.deepEqual(readNewsroomFile('newsroom.yaml', text), nothing)
    assert.deepEqual(readNewsroomFile('newsroom.yaml', 'name: " Gawai "\ntopics: [{en: {name: eSIM}}]'), {
      ...nothing,
      name: 'Gawai',
      topics: [{ en: { name: 'eSIM' } }],
    })
  })

  it('holds sections in sections as deep as they go', () => {
    const { sections } = readNewsroomFile(
      'newsroom.yaml',
      'sections:\n- id: {name: A}\n  below:\n  - en: {name: B, slug: b, description: Words}\n    below: [{id: {name: C}}]',
    )
    assert.deepEqual(sections, [
      {
        id: { name: 'A' },
        below: [
          {
            en: { name: 'B', slug: 'b', description: 'Words' },
            below: [{ id: { name: 'C' } }],
          },
        ],
      },
    ])
  })

  it('is read or refused, whatever it says', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string({ unit: fc.constantFrom(...'-:[]{}*&!?| \nnametopicsid'.split('')) }),
        ),
        (text) => {
          try {
            readNewsroomFile('newsroom.yaml', text)
          } catch (error) {
            assert.ok(error instanceof Invalid, String(error))
            assert.match(error.message, /^newsroom\.yaml/)
          }
        },
      ),
    ))
})
