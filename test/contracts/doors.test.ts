import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { changeGrants, changePassword, enter, invite, makeAccount, proveAudit, record, useInvitation } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Database } from '#platform/database/open.ts'
import { takeUndo, tellDone } from '../../src/newsroom/notice.ts'
import { adapters, openFresh } from './open.ts'

const lang = 'id'
const owner = { role: 'owner' } as const

const accountNamed = (name: string) => ({ name, email: `${name}@gawai.example`, lang, grants: [owner] }) as const

for (const { name, skip, url } of adapters)
  describe(`the doors on ${name}`, { skip }, () => {
    /** Two programs on one database, an owner in it. */
    async function openTwo(test: TestContext) {
      const { database, again } = await openFresh(test, url)
      const id = await database.write((unit) => makeAccount(unit, accountNamed('sari')))
      return { database, both: [database, await again()] as const, owner: id }
    }

    const statuses = async (works: readonly Promise<unknown>[]) =>
      (await Promise.allSettled(works))
        .map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as Error).name))
        .toSorted()

    /** Does it from both programs at once. */
    const race = (both: readonly [Database, Database], work: (database: Database, turn: number) => Promise<unknown>) =>
      statuses(both.map(work))

    it('write the audit log as one chain, however many write at once', async (test) => {
      const { database, both } = await openTwo(test)
      const deeds = Array.from({ length: 60 }, (_, number) =>
        both[number % 2 === 0 ? 0 : 1].write((unit) =>
          record(unit, { by: undefined, action: 'thing.changed', object: `thing:${number}` }),
        ),
      )
      await Promise.all(deeds)
      assert.deepEqual(await proveAudit(database), { entries: 61 })
      const objects = await database.db.selectFrom('audit').select('object').distinct().execute()
      assert.equal(objects.length, 61)
    })

    it('let an invitation in once, also when two use it at once', async (test) => {
      const { database, both, owner: by } = await openTwo(test)
      const { grants: _, ...who } = accountNamed('bagas')
      const token = await database.write((unit) => invite(unit, { ...accountNamed('bagas'), by }))
      const used = await race(both, ({ write }) =>
        write((unit) => useInvitation(unit, token, { ...who, password: 'x' })),
      )
      assert.deepEqual(used, ['NotFound', 'done'])
    })

    it('take a thing back once, also when it is asked twice at once', async (test) => {
      const { database, both, owner: account } = await openTwo(test)
      const step = { kind: 'account.language', payload: { lang: 'id' } } as const
      const id = await database.write((unit) => tellDone(unit, account, { key: 'undo.done' }, step))
      assert.deepEqual(await race(both, ({ write }) => write((unit) => takeUndo(unit, { id, account }))), [
        'Conflict',
        'done',
      ])
    })

    it('keep an owner, also when two take each other’s role at once', async (test) => {
      const { database, both, owner: one } = await openTwo(test)
      const other = await database.write((unit) => makeAccount(unit, accountNamed('tika')))
      const accounts: readonly Id[] = [one, other]
      const taken = await race(both, ({ write }, turn) =>
        write((unit) =>
          changeGrants(unit, { account: accounts[turn] ?? 0, grants: [{ role: 'writer' }], by: undefined }),
        ),
      )
      assert.deepEqual(taken, ['Conflict', 'done'])
    })

    it('let nobody in with a password that was changed while it was compared', async (test) => {
      const { database, owner: account } = await openTwo(test)
      await database.write((unit) => changePassword(unit, { account, password: 'new' }))
      const coming = { account, address: '', browser: '', by: 'password' as const }
      assert.equal((await enter(database, { ...coming, password: 'old' })).outcome, 'wrong')
      assert.equal((await enter(database, { ...coming, password: 'new' })).outcome, 'in')
      assert.equal((await enter(database, coming)).outcome, 'in')
    })
  })
