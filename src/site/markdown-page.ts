import { articleSubject, markdownOf, type PublishedArticle } from '#articles'
import { machineTime } from '#look/time.ts'
import type { PagePlan } from '#platform/page-store/page.ts'
import { correctionWords } from './corrections-view.ts'
import type { Edition } from './edition.ts'
import { withDateline } from './dateline.ts'

/** Where an article can be read as Markdown: `/2026/01/samsung/` as `/2026/01/samsung.md`. */
export const markdownPath = (path: string): string => path.replace(/\/?$/, '.md')

/** The article behind such an address, if it is one: with a slash at its end, or without. */
export const pathsOfTwin = (path: string): string[] =>
  path.endsWith('.md') ? [`${path.slice(0, -'.md'.length)}/`, path.slice(0, -'.md'.length)] : []

/**
 * An article for programs that read: what it says, who says it, and where it stands (llmstxt.org). Search engines find
 * the page itself.
 */
export function markdownPage(own: Edition, article: PublishedArticle): PagePlan {
  const subject = articleSubject(article.id)
  return {
    subject,
    status: 200,
    type: 'text/markdown; charset=utf-8',
    headers: { 'x-robots-tag': 'noindex', link: `<${own.absolute(article.path)}>; rel="canonical"` },
    parts: [{ subject, view: 'markdown', render: () => ({ body: markdownText(own, article) }) }],
  }
}

function markdownText(own: Edition, article: PublishedArticle): string {
  const { say, gawai } = own
  const { title, summary, references, signOff } = article
  const text = markdownOf(withDateline(article), { say, references, origin: gawai.origin })
  const stretches = [
    `# ${line(title)}`,
    summary === '' ? '' : `> ${line(summary)}`,
    facts(own, article),
    ...article.corrections.map(({ kind, words }) => `**${say(correctionWords[kind])}:** ${line(words)}`),
    text,
    signOff.replace('[', '\\['),
  ]
  return `${stretches.filter((stretch) => stretch !== '').join('\n\n')}\n`
}

/** One a line, as the page says them. */
function facts({ say, absolute, time }: Edition, article: PublishedArticle): string {
  const { kind, path, bylines, sources, publishedAt, modifiedAt, partner } = article
  const people = (['writer', 'editor', 'photo'] as const).flatMap((role) => {
    const names = bylines.filter((byline) => byline.role === role).map(({ name }) => name)
    return names.length > 0 ? [`${say(roleWords[role])}: ${names.join(', ')}`] : []
  })
  const said = sources.map(({ role, name }) => (role === 'via' ? `${say('article.via')} ${name}` : name))
  const days = [`${say('article.published')}: ${machineTime(publishedAt, time)}`]
  if (modifiedAt > publishedAt) days.push(`${say('article.modified')}: ${machineTime(modifiedAt, time)}`)
  const words = [
    ...(kind === 'article' ? [...people, ...days] : []),
    ...(said.length > 0 ? [`${say('article.sources')} ${said.join(', ')}`] : []),
  ]
  // Between these brackets no sign of an address is read as Markdown (CommonMark 6.5).
  const addresses = [`URL: <${absolute(path)}>`, ...(partner ? [`${partner.lang}: <${absolute(partner.path)}>`] : [])]
  return [...words.map(line), ...addresses].map((fact) => `- ${fact}`).join('\n')
}

const roleWords = { writer: 'article.by', editor: 'article.edited', photo: 'article.photo' } as const

/** Words of one line, with the signs that Markdown would read. */
const line = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_<>[\]#]/g, String.raw`\$&`)
    .trim()
