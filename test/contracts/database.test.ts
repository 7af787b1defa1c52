import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { compileOnce } from '#platform/database/compile-once.ts'
import type { Database } from '#platform/database/open.ts'
import { keepPerson } from '#people'
import { adapters, openFresh } from './open.ts'

for (const { name, skip, url } of adapters) {
  describe(`the database on ${name}`, { skip }, () => {
    const open = (test: TestContext) => openFresh(test, url)
    const people = async ({ db }: Database) =>
      (await db.selectFrom('person').select('name').orderBy('name').execute()).map((row) => row.name)

    it('shows a write to the next read', async (test) => {
      const { database } = await open(test)
      await database.write((unit) => keepPerson(unit, { name: 'Wulan Sari' }))
      assert.deepEqual(await people(database), ['Wulan Sari'])
    })

    it('keeps nothing of a unit that fails, and the units beside it whole', async (test) => {
      const { database } = await open(test)
      const writes = [
        database.write((unit) => keepPerson(unit, { name: 'Ani' })),
        database.write(async (unit) => {
          await keepPerson(unit, { name: 'Budi' })
          throw new Error('changed my mind')
        }),
        database.write((unit) => keepPerson(unit, { name: 'Citra' })),
      ]
      const outcomes = await Promise.allSettled(writes)
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'rejected', 'fulfilled'],
      )
      assert.deepEqual(await people(database), ['Ani', 'Citra'])
    })

    it('keeps nothing of a unit whose query the database refuses', async (test) => {
      const { database } = await open(test)
      const twice = database.write(async (unit) => {
        await keepPerson(unit, { name: 'Dewi' })
        const row = { id: 1, slug: 'dewi', name: 'Dewi', initials: 'D', made_at: unit.now }
        await unit.tx.insertInto('person').values(row).execute()
      })
      await assert.rejects(twice)
      await database.write((unit) => keepPerson(unit, { name: 'Eka' }))
      assert.deepEqual(await people(database), ['Eka'])
    })

    it('tells what was dropped and told only after the commit', async (test) => {
      const { database, committed } = await open(test)
      await database.write(async (unit) => {
        unit.drop('article:1', 'latest:id', 'article:1')
        await keepPerson(unit, { name: 'Fajar' })
        assert.equal(committed.length, 0)
      })
      assert.deepEqual(
        committed.map(({ subjects, hasEvents }) => ({ subjects, hasEvents })),
        [{ subjects: ['article:1', 'latest:id', 'people'], hasEvents: false }],
      )
      const log = await database.db.selectFrom('change_log').select('subjects').execute()
      assert.deepEqual(
        log.map(({ subjects }) => subjects),
        ['["article:1","latest:id","people"]'],
      )
    })

    it('refuses to write with a unit that is over', async (test) => {
      const { database } = await open(test)
      const late = await database.write(async (unit) => unit)
      await assert.rejects(keepPerson(late, { name: 'Gita' }))
      assert.deepEqual(await people(database), [])
    })

    it('gives whole numbers of 53 bits back as numbers', async (test) => {
      const { database } = await open(test)
      const made_at = Number.MAX_SAFE_INTEGER
      await database.write((unit) =>
        unit.tx.insertInto('person').values({ id: made_at, slug: 'h', name: 'H', initials: 'H', made_at }).execute(),
      )
      const row = await database.db.selectFrom('person').select(['id', 'made_at']).executeTakeFirst()
      assert.deepEqual({ ...row }, { id: made_at, made_at })
    })

    it('fills a query that was compiled once with each call’s values', async (test) => {
      const { database } = await open(test)
      await database.write(async (unit) => {
        for (const name of ['Indra', 'Joko', 'Kartika']) await keepPerson(unit, { name })
      })
      const from = compileOnce<{ from: string; limit: number }>()((db, blank) =>
        db.selectFrom('person').select('name').where('name', '>=', blank.from).orderBy('name').limit(blank.limit),
      )
      assert.deepEqual(
        (await from(database.db, { from: 'J', limit: 1 })).map((row) => row.name),
        ['Joko'],
      )
      assert.deepEqual(
        (await from(database.db, { from: 'J', limit: 9 })).map((row) => row.name),
        ['Joko', 'Kartika'],
      )
      assert.deepEqual(
        (await from(database.reports, { from: 'K', limit: 9 })).map((row) => row.name),
        ['Kartika'],
      )
    })

    it('answers many writers at once, each with its own result', async (test) => {
      const { database } = await open(test)
      const ids = await Promise.all(
        Array.from({ length: 50 }, (_, number) =>
          database.write((unit) => keepPerson(unit, { name: `Penulis ${number}` })),
        ),
      )
      assert.equal(new Set(ids).size, 50)
      assert.equal((await people(database)).length, 50)
    })

    it('refuses a database that a newer program has changed', async (test) => {
      const { database, again } = await open(test)
      await database.write((unit) =>
        unit.tx
          .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
          .insertInto('kysely_migration')
          .values({ name: '999-from-the-future', timestamp: new Date().toISOString() })
          .execute(),
      )
      await assert.rejects(again(), /written by a newer Gawai/)
    })
  })
}
