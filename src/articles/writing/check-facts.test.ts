import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainContent } from '#test/content.ts'
import { openNewsroom } from '#test/newsroom.ts'
import { checkFactsOf } from './check-facts.ts'

describe('a twin of an article', () => {
  it('is another published one of its language with the same title or slug, and not the article itself', async (test) => {
    const { gawai, publish } = await openNewsroom(test)
    const { id: other, path } = await publish({ title: 'Redmi Note 20: Harga!', slug: 'redmi' })
    const content = plainContent('Satu.', { title: 'redmi note 20 harga', slug: 'redmi' })
    const twinsOf = async (article: number, lang: 'id' | 'en') => {
      const { sameTitle, sameSlug } = await checkFactsOf(gawai, { article, lang, content })
      return [sameTitle?.path, sameSlug?.path]
    }
    assert.deepEqual(await twinsOf(other + 1, 'id'), [path, path])
    assert.deepEqual(await twinsOf(other + 1, 'en'), [undefined, undefined])
    assert.deepEqual(await twinsOf(other, 'id'), [undefined, undefined])
  })
})
