import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { initialsOf, keepPerson } from '#people'
import { Invalid } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'

describe('a person', () => {
  it('is found again by name, however it is written, or by the slug they had elsewhere; nobody has no letters', async (test) => {
    const { gawai, wulan } = await openNewsroom(test)
    await gawai.write(async (unit) => {
      assert.equal(await keepPerson(unit, { name: ' wulan  SASMITA ' }), wulan)
      const other = await keepPerson(unit, { name: 'Wulan Sasmita', slug: 'wulan-2', initials: 'WS2' })
      assert.notEqual(other, wulan)
      assert.equal(await keepPerson(unit, { name: 'Nama Lain', slug: 'wulan-2' }), other)
    })
    const people = await gawai.db.selectFrom('person').select(['slug', 'name', 'initials']).orderBy('id').execute()
    assert.deepEqual(
      people.map(({ slug, name, initials }) => [slug, name, initials]),
      [
        ['wulan-sasmita', 'Wulan Sasmita', 'WS'],
        ['hanif-bayu-saputra', 'Hanif Bayu Saputra', 'HBS'],
        ['wulan-2', 'Wulan Sasmita', 'WS2'],
      ],
    )
    for (const name of ['', '  ', '***', '…'])
      await assert.rejects(
        gawai.write((unit) => keepPerson(unit, { name })),
        Invalid,
        name,
      )
  })
})

describe('initials', () => {
  it('are the first letters of up to three names', () => {
    const names: [string, string][] = [
      ['Wulan Sasmita', 'WS'],
      ['hanif bayu saputra', 'HBS'],
      ['Sari', 'S'],
      ['Ida Bagus Made Oka Putra', 'IBP'],
      ["Ma'ruf D'Souza", 'MD'],
      ['Jean-Luc Ésperanza', 'JÉ'],
      ['李 雷', '李雷'],
      ['𝒜li', '𝒜'],
      ['***', ''],
    ]
    for (const [name, initials] of names) assert.equal(initialsOf(name), initials, name)
  })
})
