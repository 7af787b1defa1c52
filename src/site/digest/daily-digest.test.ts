import assert from 'node:assert/strict'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { unpublish } from '#articles'
import { confirm, ownSubscriptions, subscribe, unsubscribe } from '#people'
import { hiddenLanguage, siteName, siteZone } from '#platform/settings.ts'
import { lettersIn, linkIn } from '#test/letters.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { digestSubject } from './daily-digest.ts'

const aDay = 24 * 60 * 60 * 1000
/** The clock of tests stands at ten in Jakarta. */
const untilSix = 20 * 60 * 60 * 1000

async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, clock, data } = newsroom
  await gawai.jobs.start()
  test.after(() => gawai.jobs.stop())
  return {
    ...newsroom,
    async follow(address: string, lang: 'id' | 'en' = 'id') {
      await subscribe(gawai, { address, lang, subject: digestSubject(lang), name: 'Ringkasan' })
      await gawai.jobs.settle()
      const letter = (await lettersIn(data)).findLast(({ to }) => to === address)
      const token = letter ? (linkIn(letter, '/(?:saya|mine)/').split('/').at(-2) ?? '') : ''
      const own = await ownSubscriptions(gawai, token)
      await confirm(gawai, { token, which: (own?.waiting ?? []).map(({ id }) => id) })
    },
    async morning(later = 0) {
      clock.move(untilSix + later)
      await gawai.jobs.settle()
      clock.move(aDay - untilSix - later)
    },
    digests: async () => (await lettersIn(data)).filter(({ headers }) => headers.has('list-unsubscribe')),
  }
}

/** A file stands where the folder was: nothing can be laid into it. */
async function takeAway(folder: string): Promise<{ back(): Promise<void> }> {
  await rename(folder, `${folder}-away`)
  await writeFile(folder, '')
  return {
    async back() {
      await rm(folder)
      await rename(`${folder}-away`, folder)
    },
  }
}

describe('the daily digest', () => {
  it('tells at six what was published since the last one, each to whom it is in their language', async (test) => {
    const { gawai, publish, follow, morning, digests } = await open(test)
    await gawai.write((unit) => gawai.settings.set(unit, siteName, 'Kabar Gawai'))
    await follow('wulan@news.example')
    await follow('ann@news.example', 'en')
    const { path } = await publish({ title: 'Ponsel\nlipat', slug: 'satu', summary: 'Ringkas.' })
    await publish({ title: 'A phone', slug: 'one', lang: 'en' })
    await morning()
    const [first, second] = (await digests()).toSorted((a, b) => b.to.localeCompare(a.to))
    assert.deepEqual([first?.to, first?.subject], ['wulan@news.example', 'Kabar Gawai: berita 6 Januari 2026'])
    assert.match(first?.text ?? '', new RegExp(`^Ponsel lipat\\s+Ringkas\\.\\s+https://gawai\\.example${path}\\s`))
    assert.match(second?.subject ?? '', /^Kabar Gawai: the news of 6 January 2026$/)
    assert.match(second?.text ?? '', /^A phone\s/)
    await publish({ title: 'Baru', slug: 'dua' })
    await morning()
    const next = (await digests()).filter(({ to }) => to === 'wulan@news.example')
    assert.equal(next.length, 2)
    assert.ok(next[1]?.text.startsWith('Baru') && !next[1].text.includes('lipat'))
  })

  it('comes at six of the zone that an owner has chosen since the program began', async (test) => {
    const { gawai, clock, publish, follow, digests } = await open(test)
    await follow('wulan@news.example')
    await publish({})
    await gawai.write((unit) => gawai.settings.set(unit, siteZone, 'Asia/Makassar'))
    await gawai.jobs.settle()
    clock.move(untilSix - 61 * 60 * 1000)
    await gawai.jobs.settle()
    assert.deepEqual(await digests(), [])
    clock.move(60 * 1000)
    await gawai.jobs.settle()
    assert.equal((await digests()).length, 1)
  })

  it('is not sent on a day without news, nor to who has not confirmed or has ended it', async (test) => {
    const { gawai, publish, follow, morning, digests } = await open(test)
    await follow('wulan@news.example')
    await morning()
    assert.deepEqual(await digests(), [])
    await publish({ slug: 'satu' })
    await subscribe(gawai, { address: 'a@news.example', lang: 'id', subject: digestSubject('id'), name: 'x' })
    await morning()
    const [only, none] = await digests()
    assert.deepEqual([only?.to, none], ['wulan@news.example', undefined])
    await unsubscribe(gawai, only ? (linkIn(only, '/berhenti/').split('/').at(-2) ?? '') : '')
    await publish({ slug: 'dua' })
    await morning()
    assert.equal((await digests()).length, 1)
  })

  it('waits as a few words for each receiver, and is written when it goes out: not to who has ended it by then', async (test) => {
    const { gawai, data, clock, publish, follow, morning, digests } = await open(test)
    for (const address of ['a@news.example', 'b@news.example', 'c@news.example']) await follow(address)
    await follow('ann@news.example', 'en')
    const { id } = await publish({ title: 'Keliru', slug: 'keliru', summary: 'Panjang. '.repeat(60) })
    await publish({ title: 'Benar', slug: 'benar' })
    await publish({ title: 'A phone', slug: 'one', lang: 'en' })
    // Nothing can be carried until the folder is there again.
    const away = await takeAway(join(data, 'mail'))
    clock.move(untilSix)
    await gawai.jobs.settle()
    const waiting = await gawai.db.selectFrom('job').select('payload').where('kind', '=', 'send-digest').execute()
    assert.equal(waiting.length, 4)
    for (const { payload } of waiting) assert.ok(payload.length < 200 && !payload.includes('@'), payload)

    const { subscription_id } = await gawai.db
      .selectFrom('subscription')
      .innerJoin('subscriber', 'subscriber.id', 'subscriber_id')
      .select('subscription.id as subscription_id')
      .where('address', '=', 'b@news.example')
      .executeTakeFirstOrThrow()
    await gawai.write(async (unit) => {
      await unit.tx.deleteFrom('subscription').where('id', '=', subscription_id).execute()
      await gawai.settings.set(unit, hiddenLanguage, 'en')
    })
    await unpublish(gawai, { article: id, why: 'keliru' })
    await away.back()
    await morning()
    const sent = await digests()
    assert.deepEqual(sent.map(({ to }) => to).toSorted(), ['a@news.example', 'c@news.example'])
    for (const { text } of sent) assert.ok(text.startsWith('Benar') && !text.includes('Keliru'))
  })

  it('carries for each receiver an address of their own to end it', async (test) => {
    const { publish, follow, morning, digests } = await open(test)
    for (const address of ['a@news.example', 'b@news.example']) await follow(address)
    await publish({})
    await morning()
    const ends = (await digests()).map(({ headers, text }) => {
      const [header = ''] = headers.get('list-unsubscribe') ?? []
      assert.ok(text.includes(header.slice(1, -1)))
      return header
    })
    assert.equal(new Set(ends).size, 2)
  })

  it('leaves what comes due with the hour to the next one, so that nothing is lost between two', async (test) => {
    const { clock, publish, follow, morning, digests } = await open(test)
    await follow('wulan@news.example')
    await publish({ title: 'Tepat waktu', slug: 'tepat', at: clock.now() + untilSix - 1000 })
    await publish({ title: 'Biasa', slug: 'biasa' })
    await morning()
    await morning()
    const texts = (await digests()).map(({ text }) => /^[^\r\n]*/.exec(text)?.[0])
    assert.deepEqual(texts, ['Biasa', 'Tepat waktu'])
  })

  it('names thirty articles, and where there are more', async (test) => {
    const { publish, follow, morning, digests } = await open(test)
    await follow('wulan@news.example')
    for (let place = 0; place < 31; place += 1) await publish({ title: `Kabar ${place}`, slug: `kabar-${place}` })
    await morning()
    const [digest] = await digests()
    assert.equal(digest?.text.match(/^Kabar /gm)?.length, 30)
    assert.match(digest?.text ?? '', /Masih ada lagi:\s+https:\/\/gawai\.example\/terbaru\//)
  })

  it('goes on after a crash half-way: nobody gets it twice, and nobody goes without', async (test) => {
    const { gawai, clock, publish, follow, digests } = await open(test)
    const all = Array.from({ length: 230 }, (_, number) => `reader${number}@news.example`)
    // The hundred-odd steps of each are tested elsewhere.
    await follow('wulan@news.example')
    await gawai.write(async (unit) => {
      for (const address of all) {
        const id = unit.newId()
        const row = { id, channel: 'mail' as const, address, address_key: address, asked_at: 0, unknown_at: null }
        await unit.tx.insertInto('subscriber').values(row).execute()
        const follows = { subject: digestSubject('id'), name: 'Ringkasan', lang: 'id' as const }
        const times = { asked_at: unit.now, confirmed_at: unit.now }
        await unit.tx
          .insertInto('subscription')
          .values({ id: unit.newId(), subscriber_id: id, ...follows, ...times })
          .execute()
      }
    })
    await publish({ title: 'Kabar hari ini' })
    const { add } = gawai.jobs
    let sent = 0
    test.mock.method(gawai.jobs, 'add', async (...added: Parameters<typeof add>) => {
      if (added[1].kind === 'send-digest') sent += 1
      if (sent === 150 || sent === 170) throw new Error('the power went')
      return add(...added)
    })
    clock.move(untilSix)
    for (let hour = 0; hour < 3; hour += 1) {
      await gawai.jobs.settle()
      clock.move(60 * 60 * 1000)
    }
    assert.ok(sent > all.length + 1, 'it was broken off')
    const receivers = (await digests()).map(({ to }) => to)
    assert.deepEqual(receivers.toSorted(), [...all, 'wulan@news.example'].toSorted())
    // Called once more on the same day, with something new to tell: that is for tomorrow.
    await publish({ title: 'Kabar sore', slug: 'sore' })
    clock.move(60 * 60 * 1000)
    await gawai.write(async (unit) => {
      await unit.tx.updateTable('job').set({ due_at: 0 }).where('kind', '=', 'daily-digest').execute()
    })
    await gawai.jobs.settle()
    assert.equal((await digests()).length, receivers.length)
  })
})
