import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { addDevice } from '#devices'
import { keepOrganisation } from '#organisations'
import { frontArticles, sectionTree, standingPages } from '#articles'
import { readWords } from '#platform/i18n.ts'
import { silentLog } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'
import { languages } from '#platform/settings.ts'
import { wordFolders } from '../app.ts'
import { stillClock } from '#test/clock.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { temporaryFolder } from '#test/temporary.ts'
import { fillWithDemo } from './demo.ts'
import { readNewsroomFile, type SectionEntry } from './newsroom-file.ts'

const countOf = (sections: readonly SectionEntry[]): number =>
  sections.reduce((sum, { below = [] }) => sum + 1 + countOf(below), 0)

describe('the demo newsroom', () => {
  it('is what its newsroom file says, in both languages, and no text names a section, topic, brand or writer beside it', async (test) => {
    const folder = await temporaryFolder(test)
    // Later than any date in it.
    const words = readWords(wordFolders)
    const gawai = await openGawai({
      data: folder,
      origin: 'https://gawai.example',
      words,
      clock: stillClock(Date.UTC(2030, 0, 1)),
      log: silentLog,
    })
    test.after(() => gawai.close())
    const said: string[] = []
    const fill = () => fillWithDemo(gawai, false, (line) => said.push(line))
    await fill()

    const text = await readFile(new URL('../../demo/newsroom.yaml', import.meta.url), 'utf8')
    const { sections, topics, people, brands, front } = readNewsroomFile('newsroom.yaml', text)
    const count = async (table: 'topic' | 'person') => (await gawai.db.selectFrom(table).select('id').execute()).length
    assert.equal(await count('topic'), topics.length)
    assert.equal(await count('person'), people.length)
    const makers = await gawai.db.selectFrom('organisation').select(['id', 'name']).where('is_brand', '=', 1).execute()
    const devices = await gawai.db.selectFrom('device').select(['brand_id', 'released']).execute()
    const sold = new Set(devices.map(({ brand_id }) => brand_id))
    const told = new Set(brands.map((brand) => brand.name))
    assert.deepEqual(
      makers.filter(({ id, name }) => !told.has(name) && !sold.has(id)),
      [],
    )
    assert.ok([...told].every((name) => makers.some((maker) => maker.name === name)))
    assert.ok(devices.length >= 300 && devices.every(({ released }) => released !== null))
    for (const lang of languages) {
      assert.equal((await sectionTree(gawai, lang)).length, countOf(sections), lang)
      const chosen = await frontArticles(gawai, lang)
      assert.deepEqual(
        chosen.map(({ path }) => path.split('/').at(-2)),
        front[lang],
      )
      assert.equal((await standingPages(gawai, { lang, limit: 20 })).length, 5)
    }

    // Every text that has a partner has one on either side.
    const files = await gawai.db.selectFrom('article').select(['id', 'pair_id', 'lang']).execute()
    for (const { id, pair_id } of files.filter((file) => file.lang === 'en'))
      assert.ok(
        files.some((other) => other.id !== id && other.pair_id === pair_id),
        `${id} stands alone`,
      )

    await fill()
    assert.deepEqual(said, ['Filling the new site with the demo newsroom'])
    assert.equal((await gawai.db.selectFrom('article').select('id').execute()).length, files.length)
  })

  it('is not wanted in a folder that holds a site, nor where somebody said so', async (test) => {
    const [used, catalogue, unwanted] = [await openNewsroom(test), await openNewsroom(test), await openNewsroom(test)]
    await used.publish({ slug: 'kabar' })
    await catalogue.gawai.write(async (unit) => {
      const brand = await keepOrganisation(unit, { name: 'Lentera', kind: 'company', isBrand: true })
      await addDevice(unit, { brand: { id: brand, name: 'Lentera' }, name: 'L2', category: 'phone' })
    })
    const refuse = () => assert.fail('it was filled')
    await fillWithDemo(used.gawai, false, refuse)
    await fillWithDemo(catalogue.gawai, false, refuse)
    await fillWithDemo(unwanted.gawai, true, refuse)
    await fillWithDemo(unwanted.gawai, false, refuse)
  })
})
