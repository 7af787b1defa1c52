import { latest, latestSubject, sectionTree, shellSubject, standingPages } from '#articles'
import type { PagePlan, Part } from '#platform/page-store/page.ts'
import { settingsSubject } from '#platform/settings.ts'
import type { Edition } from './edition.ts'
import { feedFormats } from './feeds/formats.ts'
import { markdownPath } from './markdown-page.ts'

const inList = 30
const mostPages = 50

/**
 * What the edition is and where its texts are, for programs that read (llmstxt.org): a title, a quotation that says
 * what this is, lists of links. The list called "Optional" may be left out, whatever the language.
 */
export function llmsPage(own: Edition): PagePlan {
  return {
    subject: settingsSubject,
    status: 200,
    type: 'text/plain; charset=utf-8',
    parts: [
      opening(own),
      sectionLinks(own),
      latestLinks(own),
      links(own.say('llms.feeds'), feedLines(own)),
      pageLinks(own),
    ],
  }
}

function opening({ name, description, say }: Edition): string {
  return `# ${plainLine(name)}\n\n> ${plainLine(description || say('llms.about', { name }))}\n\n${say('llms.how')}\n`
}

function sectionLinks(own: Edition): Part {
  const render = async () => {
    const sections = await sectionTree(own.gawai, own.lang)
    return {
      body: links(
        own.say('llms.sections'),
        sections.map(({ name, path, description }) => line(own, name, path, description)),
      ),
    }
  }
  return { subject: shellSubject(own.lang), view: 'llms', render }
}

function latestLinks(own: Edition): Part {
  const render = async () => {
    const { items } = await latest(own.gawai, { lang: own.lang, limit: inList })
    const lines = items.map(({ title, path, summary }) => line(own, title, markdownPath(path), summary))
    return { body: links(own.say('list.latest'), lines) }
  }
  return { subject: latestSubject(own.lang), view: 'llms', render }
}

function pageLinks(own: Edition): Part {
  const render = async () => {
    const pages = await standingPages(own.gawai, { lang: own.lang, limit: mostPages })
    const lines = pages.map(({ title, path, summary }) => line(own, title, markdownPath(path), summary))
    return { body: links('Optional', lines) }
  }
  return { subject: shellSubject(own.lang), view: 'llms pages', render }
}

const feedLines = (own: Edition): string[] =>
  feedFormats.map(({ title, below }) => line(own, title, own.paths.home + below, ''))

const links = (heading: string, lines: readonly string[]): string =>
  lines.length > 0 ? `\n## ${heading}\n\n${lines.join('')}` : ''

/** Programs find links by pattern, without knowing escapes: brackets become round in a name and codes in an address. */
function line({ absolute }: Edition, name: string, path: string, about: string): string {
  const text = bracketless(name)
  const address = absolute(path).replaceAll('(', '%28').replaceAll(')', '%29')
  return `- [${text}](${address})${about === '' ? '' : `: ${bracketless(about)}`}\n`
}

const bracketless = (text: string): string => plainLine(text).replaceAll('[', '(').replaceAll(']', ')')

const plainLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
