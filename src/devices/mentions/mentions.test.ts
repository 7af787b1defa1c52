import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { publishRevision, readRevision, revise, unpublish } from '#articles'
import {
  addDevice,
  answerMention,
  articlesOfDevice,
  devicesOfArticle,
  keepAlias,
  mentionsOfArticle,
  settleUnknown,
  undoAnswer,
  undoSettling,
  unknownDevices,
} from '#devices'
import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { NotFound } from '#platform/refusals.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { openKeptGazetteer } from './kept-gazetteer.ts'

const names = ['Galaxy A10s', 'Galaxy A30s', 'Galaxy A50', 'Galaxy S10']

async function open(test: TestContext) {
  const newsroom = await openNewsroom(test)
  const { gawai, wulan: by } = newsroom
  const { brand, devices } = await gawai.write(async (unit) => {
    const brand = {
      id: await keepOrganisation(unit, { name: 'Samsung', kind: 'company', isBrand: true }),
      name: 'Samsung',
    }
    const ids: Id[] = []
    for (const name of names) ids.push(await addDevice(unit, { brand, name, category: 'phone' }))
    return { brand, devices: ids }
  })
  const settle = async () => {
    await gawai.reactions.deliver()
    await gawai.reactions.idle()
    await gawai.jobs.settle()
  }
  const device = (name: string): Id => devices[names.indexOf(name)] ?? assert.fail(name)
  return {
    ...newsroom,
    brand,
    device,
    settle,
    async write(title: string, markdown = 'Satu kalimat.') {
      const { id } = await newsroom.publish({ title, slug: title.toLowerCase().replaceAll(/\W+/g, '-'), markdown })
      await settle()
      return id
    },
    read: async (article: Id) => (await devicesOfArticle(gawai, article)).map(({ name, role }) => `${name}: ${role}`),
    unknown: async () =>
      (await unknownDevices(gawai, { limit: 10 })).items.map(({ words, articles }) => `${words}: ${articles}`),
    answer: (article: Id, words: string, name: string, isRight = true) =>
      gawai.write((unit) => answerMention(unit, { article, words, device: device(name), isRight, by })),
  }
}

const newestOf = async ({ tx }: Unit, article: Id): Promise<Id> => {
  const { id } = await tx
    .selectFrom('revision')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('article_id', '=', article)
    .executeTakeFirstOrThrow()
  return id
}

describe('an article', () => {
  it('is linked to the devices that it speaks of when it is published, each in its role', async (test) => {
    const { write, read, gawai, device } = await open(test)
    const article = await write(
      'Samsung Galaxy A10s dan A30s Meluncur',
      'Harganya sama.\n\nKameranya lebih baik ketimbang Galaxy A50.\n\nGalaxy S10 tetap dijual.',
    )
    assert.deepEqual(await read(article), [
      'Galaxy A10s: subject',
      'Galaxy A30s: subject',
      'Galaxy A50: compared',
      'Galaxy S10: mention',
    ])
    const { items } = await articlesOfDevice(gawai, { device: device('Galaxy A30s'), lang: 'id', limit: 5 })
    assert.deepEqual(
      items.map(({ id }) => id),
      [article],
    )
  })

  it('is linked anew when it says something else, and to none when it is taken back', async (test) => {
    const { write, read, gawai, publish, settle, device, unknown } = await open(test)
    const article = await write('Galaxy A50 dan Galaxy Z99 Diuji')
    assert.deepEqual([await read(article), await unknown()], [['Galaxy A50: subject'], ['Galaxy Z99: 1']])
    await publish({ title: 'Lain', slug: 'lain' })
    await unpublish(gawai, { article, why: 'Salah' })
    await settle()
    assert.deepEqual([await read(article), await unknown()], [[], []])
    assert.deepEqual((await articlesOfDevice(gawai, { device: device('Galaxy A50'), lang: 'id', limit: 5 })).items, [])
  })

  it('drops what readers see of it and of its devices when its devices change, and nothing when they do not', async (test) => {
    const { write, gawai, device, settle } = await open(test)
    const article = await write('Galaxy A50 Diuji')
    const newest = async () => {
      const row = await gawai.db
        .selectFrom('change_log')
        .select('subjects')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      return JSON.parse(row.subjects) as string[]
    }
    assert.deepEqual(await newest(), [`article:${article}`, `device:${device('Galaxy A50')}`])
    const count = async () => (await gawai.db.selectFrom('change_log').select('id').execute()).length
    const before = await count()
    await gawai.write(async (unit) => unit.tell({ kind: 'article.devices-asked', article }))
    await settle()
    assert.equal(await count(), before)
  })

  it('finds a device under a name that it got a moment ago, and not under one that it lost', async (test) => {
    const { write, read, gawai, device, brand } = await open(test)
    const kept = gawai.use(openKeptGazetteer)
    const { gazetteer } = await kept.names(gawai)
    await write('Galaxy A50 Diuji')
    const alias = await gawai.write((unit) =>
      keepAlias(unit, { kind: 'market', words: 'Galaxy Wide 9', device: device('Galaxy A50') }),
    )
    assert.deepEqual(await read(await write('Samsung Galaxy Wide 9 Dijual')), ['Galaxy A50: subject'])
    assert.equal((await kept.names(gawai)).gazetteer, gazetteer, 'the rest was not read again')
    await gawai.write(async (unit) => {
      await unit.tx
        .deleteFrom('device_alias')
        .where('id', '=', alias ?? 0)
        .execute()
      unit.drop(`device:${device('Galaxy A50')}`)
      await addDevice(unit, { brand, name: 'Galaxy A51', category: 'phone' })
    })
    assert.deepEqual(await read(await write('Samsung Galaxy Wide 9 dan Galaxy A51')), ['Galaxy A51: subject'])
  })
})

describe('a brand and a family', () => {
  it('are found under a name that they got a moment ago', async (test) => {
    const { write, read, gawai, brand } = await open(test)
    await write('Galaxy A50 Diuji')
    await gawai.write(async (unit) => {
      await keepAlias(unit, { kind: 'market', words: 'Sangsung', brand: brand.id })
      await addDevice(unit, { brand, name: 'Fit 9', category: 'band' })
    })
    assert.deepEqual(await read(await write('Sangsung Fit 9 Dijual')), ['Fit 9: subject'])
    await gawai.write((unit) =>
      unit.tx.updateTable('organisation').set({ name: 'Hyundai' }).where('id', '=', brand.id).execute(),
    )
    await gawai.write(async (unit) => unit.drop('brands'))
    assert.deepEqual(await read(await write('Hyundai Fit 9 Dijual')), ['Fit 9: subject'])
  })
})

describe("an editor's answer to what was found", () => {
  it('outranks the program for that article, also when it is published again, until it is taken back', async (test) => {
    const { write, read, answer, gawai, settle } = await open(test)
    const article = await write('Galaxy A50 dan Galaxy S10 Diuji')
    const before = await answer(article, 'Galaxy A50', 'Galaxy A50', false)
    assert.deepEqual(await read(article), ['Galaxy S10: subject'])
    await gawai.write(async (unit) => unit.tell({ kind: 'article.devices-asked', article }))
    await settle()
    assert.deepEqual(await read(article), ['Galaxy S10: subject'])
    const { devices } = await mentionsOfArticle(gawai, article)
    assert.deepEqual(
      devices.map(({ name, isShown, isByEditor }) => [name, isShown, isByEditor]),
      [
        ['Galaxy A50', false, true],
        ['Galaxy S10', true, false],
      ],
    )
    await gawai.write((unit) => undoAnswer(unit, before))
    assert.deepEqual(await read(article), ['Galaxy A50: subject', 'Galaxy S10: subject'])
    await settle()
    assert.deepEqual(await read(article), ['Galaxy A50: subject', 'Galaxy S10: subject'])
  })

  it('is taken back also for an article that says something else by now', async (test) => {
    const { write, read, answer, gawai, settle } = await open(test)
    const article = await write('Galaxy A50 Diuji')
    const before = await answer(article, 'Galaxy A50', 'Galaxy A50', false)
    await gawai.write(async (unit) => {
      const content = await readRevision(unit, article, await newestOf(unit, article))
      const revision = await revise(unit, article, { ...content, title: 'Galaxy S10 Diuji' })
      await publishRevision(unit, gawai.settings, { article, revision })
    })
    await settle()
    await gawai.write((unit) => undoAnswer(unit, before))
    await settle()
    assert.deepEqual(await read(article), ['Galaxy S10: subject'])
  })

  it('says which device words mean, instead of what the program took them for', async (test) => {
    const { write, read, answer, settle, gawai, unknown } = await open(test)
    const article = await write('Galaxy A50 dan Galaxy Z99 Diuji')
    await answer(article, 'Galaxy A50', 'Galaxy A10s')
    await answer(article, 'Galaxy Z99', 'Galaxy S10')
    const expected = ['Galaxy A10s: subject', 'Galaxy S10: mention']
    assert.deepEqual([await read(article), await unknown()], [expected, []])
    await gawai.write(async (unit) => unit.tell({ kind: 'article.devices-asked', article }))
    await settle()
    assert.deepEqual([await read(article), await unknown()], [['Galaxy A10s: subject', 'Galaxy S10: subject'], []])
  })

  it('becomes a name of the device after three that say the same, and none before', async (test) => {
    const { write, read, answer, gawai, settle } = await open(test)
    const articles = []
    for (const day of ['Senin', 'Selasa', 'Rabu', 'Kamis'])
      articles.push(await write(`Si Gesit Dijual ${day}`, 'Ponsel Samsung ini murah.'))
    const [first = 0, second = 0, third = 0, fourth = 0] = articles
    await answer(first, 'Si Gesit', 'Galaxy A50')
    await answer(second, 'si gesit', 'Galaxy A50')
    const again = async () => {
      await gawai.write(async (unit) => unit.tell({ kind: 'article.devices-asked', article: fourth }))
      await settle()
      return read(fourth)
    }
    assert.deepEqual(await again(), [])
    const before = await answer(third, 'Si Gesit', 'Galaxy A50')
    assert.deepEqual(await again(), ['Galaxy A50: subject'])
    await gawai.write((unit) => undoAnswer(unit, before))
    assert.deepEqual(await again(), [])
  })

  it('keeps the program from taking words for a device after three that say no', async (test) => {
    const { write, read, answer } = await open(test)
    for (const day of ['Senin', 'Selasa', 'Rabu']) {
      const article = await write(`Galaxy A50 Dijual ${day}`)
      assert.deepEqual(await read(article), ['Galaxy A50: subject'])
      await answer(article, 'Galaxy A50', 'Galaxy A50', false)
    }
    assert.deepEqual(await read(await write('Galaxy A50 Dijual Kamis')), [])
  })

  it('is refused for an article or a device that is not there', async (test) => {
    const { write, gawai, wulan: by, device } = await open(test)
    const article = await write('Galaxy A50 Dijual')
    const asked = { article, device: device('Galaxy A50'), words: 'Galaxy A50', isRight: true, by }
    for (const wrong of [{ article: 1 }, { device: 1 }])
      await assert.rejects(
        gawai.write((unit) => answerMention(unit, { ...asked, ...wrong })),
        NotFound,
      )
  })
})

describe('an unknown device', () => {
  it('waits once however many articles name it, and the last found first, page by page', async (test) => {
    const { write, gawai, clock, brand } = await open(test)
    for (const title of ['Galaxy Z98 Bocor', 'Galaxy Z99 Bocor', 'Harga Galaxy Z98']) {
      clock.move(60_000)
      await write(title)
    }
    const page = await unknownDevices(gawai, { limit: 1 })
    assert.deepEqual(
      page.items.map(({ words, articles }) => [words, articles]),
      [['Galaxy Z98', 2]],
    )
    assert.deepEqual(page.items[0]?.brand, brand)
    const next = await unknownDevices(gawai, { limit: 1, before: page.older })
    assert.deepEqual([next.items.map(({ words }) => words), next.older], [['Galaxy Z99'], undefined])
  })

  it('that an editor knows is found in the articles that named it, until that is taken back', async (test) => {
    const { write, read, gawai, settle, device, unknown } = await open(test)
    const article = await write('Galaxy Z99 Bocor')
    const settled = await gawai.write((unit) =>
      settleUnknown(unit, { words: 'Galaxy Z99', device: device('Galaxy S10') }),
    )
    await settle()
    assert.deepEqual([await read(article), await unknown()], [['Galaxy S10: subject'], []])
    await gawai.write((unit) => undoSettling(unit, settled))
    await settle()
    assert.deepEqual([await read(article), await unknown()], [[], ['Galaxy Z99: 1']])
  })

  it('that is none is not offered again, in whatever article', async (test) => {
    const { write, gawai, unknown } = await open(test)
    await write('Galaxy Z99 Bocor')
    await gawai.write((unit) => settleUnknown(unit, { words: 'galaxy z99' }))
    await write('Lagi-lagi Galaxy Z99')
    assert.deepEqual(await unknown(), [])
    await assert.rejects(
      gawai.write((unit) => settleUnknown(unit, { words: 'Galaxy Z99' })),
      NotFound,
    )
  })
})
