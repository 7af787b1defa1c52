import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { askForLink, confirm, endOwn, erase, ownSubscriptions, subscribe, subscribersOf, unsubscribe } from '#people'
import { lettersIn, linkIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { adapters } from './open.ts'

const aDay = 24 * 60 * 60 * 1000
const wish = {
  address: 'wulan@news.example',
  subject: 'digest:daily:id',
  name: 'Ringkasan harian',
  lang: 'id',
} as const

for (const { name, skip, url } of adapters)
  describe(`subscriptions on ${name}`, { skip }, () => {
    it('are asked for, confirmed, served, ended and forgotten', async (test) => {
      const { gawai, clock, data, publish } = await openNewsroom(test, await url())
      await gawai.jobs.start()
      test.after(() => gawai.jobs.stop())
      await Promise.all([
        subscribe(gawai, wish),
        subscribe(gawai, wish),
        subscribe(gawai, { ...wish, subject: 'thread:17' }),
      ])
      await gawai.jobs.settle()
      const [letter, none] = await lettersIn(data)
      assert.ok(letter && !none)
      const token = linkIn(letter, '/saya/').split('/').at(-2) ?? ''
      const own = await ownSubscriptions(gawai, token)
      const which = own?.waiting.map(({ id }) => id) ?? []
      assert.equal(which.length, 2)
      await confirm(gawai, { token, which })

      await publish({ title: 'Ponsel lipat' })
      clock.move(aDay)
      await gawai.jobs.settle()
      const digest = (await lettersIn(data)).at(-1)
      assert.match(digest?.text ?? '', /^Ponsel lipat/)
      await unsubscribe(gawai, digest ? (linkIn(digest, '/berhenti/').split('/').at(-2) ?? '') : '')
      assert.deepEqual(await subscribersOf(gawai, wish.subject, { limit: 5 }), [])

      await gawai.write(async (unit) => unit.tell({ kind: 'mail.unknown', address: wish.address }))
      await gawai.reactions.deliver()
      await gawai.jobs.settle()
      assert.deepEqual(await subscribersOf(gawai, 'thread:17', { limit: 5 }), [])
      await askForLink(gawai, wish)
      await gawai.jobs.settle()
      await endOwn(gawai, { token, which: 'all' })
      clock.move(aDay)
      await gawai.jobs.settle()
      assert.deepEqual(await gawai.db.selectFrom('subscriber').select('id').execute(), [])
      await subscribe(gawai, wish)
      await gawai.jobs.settle()
      assert.notDeepEqual(await gawai.db.selectFrom('subscriber_link').select('token_hash').execute(), [])
      await gawai.write((unit) => erase(unit, wish.address))
      assert.deepEqual(await gawai.db.selectFrom('subscriber_link').select('token_hash').execute(), [])
    })
  })
