import { z } from 'zod'
import { beginArticle, contentOf } from '#articles'
import { record } from '#people'
import { html } from '#platform/html.ts'
import { siteLanguage } from '#platform/settings.ts'
import { choice, field, languageOptions } from '../forms/fields-view.ts'
import { type Onward, type Page, route, type Visit } from '../route.ts'
import { sheetPath } from './article-here.ts'
import { outlineOf, templates, templateWords } from './templates.ts'

const newPath = '/newsroom/articles/new/'

async function newPage(visit: Visit): Promise<Page> {
  const { say, gawai } = visit
  const kinds = templates.map((template) => ({ value: template, words: say(templateWords[template]) }))
  return {
    title: say('writing.new'),
    room: '/newsroom/articles/',
    body: html`<form method="post" action="${newPath}">
      ${field(visit, { name: 'title', most: 300, autocomplete: 'off', isOptional: true, hint: say('writing.titleLater') })}
      ${choice(visit, { name: 'editionLang', value: gawai.settings.get(siteLanguage), options: languageOptions })}
      ${choice(visit, { name: 'template', value: 'news', options: kinds })}
      <p><button>${say('writing.begin')}</button></p>
    </form>`,
  }
}

const form = z.strictObject({
  title: z.string().trim().max(300),
  editionLang: z.enum(['id', 'en']),
  template: z.enum(templates),
})

/** Whoever begins an article signs it. */
async function begin(
  { gawai, actor }: Visit,
  { title, editionLang: lang, template }: z.output<typeof form>,
): Promise<Onward> {
  const document = outlineOf(template, gawai.words.in(lang))
  const nobody = { topics: [], brands: [], editor: [], photo: [], source: [], via: [] }
  const article = await gawai.write(async (unit) => {
    const content = await contentOf(unit, gawai.settings, lang, { ...nobody, title, writer: [actor.name], document })
    const begun = await beginArticle(unit, { kind: 'article', lang, by: actor.person, content })
    await record(unit, { by: actor.account, action: 'article.begun', object: `article:${begun}` })
    return begun
  })
  return { to: sheetPath(article) }
}

export const beginningRoutes = [
  route.page('/articles/new/', 'articles.write', newPage),
  route.deed({ path: '/articles/new/', needs: 'articles.write', form, again: newPage, handle: begin }),
]
