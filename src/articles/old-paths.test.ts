import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#platform/refusals.ts'
import { siteLanguage, siteZone } from '#platform/settings.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { permalinkPattern } from './permalink.ts'
import { publish } from './publish.ts'
import { newestRevision, readRevision, revise } from './revision.ts'

const tags = ['year', 'monthnum', 'day', 'hour', 'minute', 'second', 'post_id', 'postname', 'category', 'author']
const words = ['berita', 'feed', 'page', 'sebelum', '2018', 'a.html']
const segment = fc.oneof(fc.constantFrom(...tags.map((tag) => `%${tag}%`)), fc.constantFrom(...words))
/** Every pattern that the setting takes, of few segments. */
const pattern = fc
  .tuple(
    fc.array(segment, { maxLength: 3 }),
    fc.constantFrom('%postname%', '%post_id%'),
    fc.array(segment, { maxLength: 1 }),
  )
  .chain(([before, name, after]) =>
    fc.constantFrom('', '/', '.html').map((end) => `/${[...before, name, ...after].join('/')}${end}`),
  )
  .filter((form) => permalinkPattern.schema.safeParse(form).success)
const deed = fc.oneof(
  fc.record({ to: fc.constant('pattern' as const), value: pattern }),
  fc.record({
    to: fc.constant('zone' as const),
    value: fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'Pacific/Honolulu'),
  }),
  fc.record({ to: fc.constant('language' as const), value: fc.constantFrom('id', 'en') }),
  fc.record({ to: fc.constant('new' as const), value: fc.constantFrom('kabar', 'ponsel', 'kabar-2', 'feed', '2018') }),
  fc.record({ to: fc.constant('slug' as const), value: fc.constantFrom('kabar', 'lain', 'ponsel-2', 'page') }),
  fc.record({ to: fc.constant('again' as const), value: fc.constant('') }),
)

describe('every address that an article ever had', () => {
  it('leads to it, whatever becomes of the pattern, the zone, the language at the root and its slug', async (test) => {
    const { gawai, get, publish: begin, ponsel, wulan } = await openNewsroom(test)
    const { settings } = gawai
    let made = 0

    async function walk(deeds: readonly { to: string; value: string }[]): Promise<Map<string, number>> {
      const had = new Map<string, number>()
      let article: number | undefined
      for (const { to, value } of deeds) {
        if (to === 'pattern') await gawai.write((unit) => settings.set(unit, permalinkPattern, value))
        else if (to === 'zone') await gawai.write((unit) => settings.set(unit, siteZone, value))
        else if (to === 'language')
          await gawai.write((unit) => settings.set(unit, siteLanguage, value === 'en' ? 'en' : 'id'))
        else
          try {
            if (to === 'new' || article === undefined) {
              made += 1
              const bylines = [{ person: wulan, role: 'writer' as const }]
              const wish = { title: `Nomor ${made}`, slug: value || 'kabar', section: ponsel, bylines }
              const { id, path } = await begin(wish)
              article = id
              had.set(path, id)
            } else {
              const id = article
              await gawai.write(async (unit) => {
                const content = await readRevision(unit, id, await newestRevision(unit, id))
                await revise(unit, id, { ...content, slug: value || content.slug })
              })
              had.set((await publish(gawai, { article: id })).path, id)
            }
          } catch (error) {
            // An address that belongs to the program is refused, and nothing is published.
            if (!(error instanceof Refusal)) throw error
          }
      }
      return had
    }

    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 8 }), async (deeds) => {
        for (const [path, id] of await walk(deeds)) {
          let seen = await get(path)
          if (seen.status === 301) seen = await get(seen.headers.get('location') ?? '')
          assert.equal(seen.status, 200, path)
          const [row] = await gawai.db.selectFrom('publication').select('title').where('article_id', '=', id).execute()
          assert.match(seen.text, new RegExp(`<h1>${row?.title}</h1>`), path)
        }
      }),
      { numRuns: 40 },
    )
  })
})
