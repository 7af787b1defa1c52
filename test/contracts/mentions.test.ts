import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addDevice,
  answerMention,
  articlesOfDevice,
  devicesOfArticle,
  keepModelCode,
  keepProvenance,
  mentionsOfArticle,
  settleUnknown,
  undoAnswer,
  undoSettling,
  unknownDevices,
} from '#devices'
import { keepOrganisation } from '#organisations'
import type { Id } from '#platform/database/tables.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { adapters } from './open.ts'

for (const { name, skip, url } of adapters)
  describe(`devices in articles on ${name}`, { skip }, () => {
    it('are found, answered for, learnt and settled', async (test) => {
      const { gawai, publish, wulan: by } = await openNewsroom(test, await url())
      const { phone, other } = await gawai.write(async (unit) => {
        const brand = {
          id: await keepOrganisation(unit, { name: 'Samsung', kind: 'company', isBrand: true }),
          name: 'Samsung',
        }
        const phone = await addDevice(unit, { brand, name: 'Galaxy A50', category: 'phone', released: '2025-11' })
        const provenance = await keepProvenance(unit, { kind: 'dataset', name: 'List' })
        await keepModelCode(unit, { code: 'SM-A505F', device: phone, provenance })
        return { phone, other: await addDevice(unit, { brand, name: 'Galaxy S10', category: 'phone' }) }
      })
      const settle = async () => {
        await gawai.reactions.deliver()
        await gawai.reactions.idle()
        await gawai.jobs.settle()
      }
      const articles: Id[] = []
      for (const slug of ['satu', 'dua', 'tiga', 'empat'])
        articles.push(
          (await publish({ title: `Galaxy A50 dan Galaxy Z99 ${slug}`, slug, markdown: 'Kodenya SM-A505F.' })).id,
        )
      await settle()
      const [first = 0, second = 0, third = 0, fourth = 0] = articles
      assert.deepEqual(
        (await devicesOfArticle(gawai, first)).map((device) => device.id),
        [phone],
      )
      const page = await articlesOfDevice(gawai, { device: phone, lang: 'id', limit: 3 })
      assert.equal(page.items.length, 3)
      const next = await articlesOfDevice(gawai, { device: phone, lang: 'id', limit: 3, before: page.older })
      assert.deepEqual([next.items.length, next.older], [1, undefined])

      for (const article of [first, second, third])
        await gawai.write((unit) =>
          answerMention(unit, { article, words: 'Galaxy A50', device: phone, isRight: false, by }),
        )
      await gawai.write(async (unit) => unit.tell({ kind: 'article.devices-asked', article: fourth }))
      await settle()
      assert.deepEqual(
        (await mentionsOfArticle(gawai, fourth)).devices.map(({ forms }) => forms),
        [['SM-A505F']],
      )
      const before = await gawai.write((unit) =>
        answerMention(unit, { article: fourth, words: 'Galaxy Z99', device: other, isRight: true, by }),
      )
      await gawai.write((unit) => undoAnswer(unit, before))

      await settle()
      const { items } = await unknownDevices(gawai, { limit: 1 })
      assert.deepEqual(
        items.map(({ words, articles: count, brand }) => [words, count, brand?.name]),
        [['Galaxy Z99', 4, 'Samsung']],
      )
      const settled = await gawai.write((unit) => settleUnknown(unit, { words: 'Galaxy Z99', device: other }))
      await settle()
      assert.deepEqual(
        [
          (await devicesOfArticle(gawai, fourth)).map(({ id }) => id).includes(other),
          (await unknownDevices(gawai, { limit: 1 })).items,
        ],
        [true, []],
      )
      await gawai.write((unit) => undoSettling(unit, settled))
      await settle()
      assert.equal((await unknownDevices(gawai, { limit: 1 })).items[0]?.articles, 4)
    })
  })
