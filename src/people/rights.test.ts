import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { type Actor, can } from './can.ts'
import { actions, type Reach, rights, roles } from './rights.ts'

const rowsOf = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, -2)
        .split('|')
        .map((cell) => cell.trim()),
    )

/** The first table of `docs/rights.md`, cell by cell. */
async function writtenRights() {
  const text = await readFile(new URL('../../docs/rights.md', import.meta.url), 'utf8')
  const [head = [], , ...rows] = rowsOf(text.split('\n## ')[0] ?? '')
  return { columns: head.slice(2), rows: rows.map(([action = '', , ...cells]) => ({ action, cells })) }
}

const actor = (grants: Actor['grants']): Actor => ({ account: 7, person: 8, name: 'Wulan', lang: 'id', grants })

describe('the table of rights', () => {
  it('is the one that docs/rights.md has, action by action and role by role', async () => {
    const { columns, rows } = await writtenRights()
    assert.deepEqual(columns, roles)
    assert.deepEqual(
      rows.map(({ action }) => action),
      actions,
    )
    for (const { action, cells } of rows)
      assert.deepEqual(
        cells,
        roles.map((role) => (rights as Record<string, Partial<Record<string, Reach>>>)[action]?.[role] ?? '–'),
        action,
      )
  })
})

describe('a person of the newsroom', () => {
  it('may do what one of their roles may', () => {
    assert.ok(can(actor([{ role: 'contributor' }, { role: 'catalogue-editor' }]), 'organisations.change', {}))
    assert.ok(!can(actor([{ role: 'contributor' }]), 'organisations.change', {}))
    assert.ok(!can(actor([]), 'newsroom.enter'))
  })

  it('may change what is their own where the role goes no further', () => {
    const writer = actor([{ role: 'writer' }])
    assert.ok(can(writer, 'pictures.change', { owner: 7 }))
    assert.ok(!can(writer, 'pictures.change', { owner: 9 }))
    assert.ok(!can(writer, 'pictures.change', { owner: null }))
    assert.ok(can(writer, 'pictures.change'), 'there may be one that is theirs')
  })

  it('reaches with a role for one section what stands in it, and no section beside it', () => {
    const editor = actor([{ role: 'editor', section: 3 }])
    assert.ok(can(editor, 'sections.change', { sections: [5, 3] }))
    assert.ok(!can(editor, 'sections.change', { sections: [5] }))
    assert.ok(!can(editor, 'sections.change', {}))
    assert.ok(can(actor([{ role: 'editor' }]), 'sections.change', {}))
  })
})
