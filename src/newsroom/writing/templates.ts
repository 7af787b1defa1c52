import { readMarkdown, type Written } from '#articles'
import type { Say } from '#platform/i18n.ts'

/** What an article can begin as. */
export const templates = ['empty', 'news', 'launch', 'review', 'rumour'] as const
export type Template = (typeof templates)[number]

export const templateWords = {
  empty: 'writing.templateEmpty',
  news: 'writing.templateNews',
  launch: 'writing.templateLaunch',
  review: 'writing.templateReview',
  rumour: 'writing.templateRumour',
} as const satisfies Record<Template, string>

const outlines = {
  news: 'writing.outlineNews',
  launch: 'writing.outlineLaunch',
  review: 'writing.outlineReview',
  rumour: 'writing.outlineRumour',
} as const satisfies Record<Exclude<Template, 'empty'>, string>

/** How many blocks still say what to write there, in whatever an article began as. @param say in the article's language */
export function promptsLeftIn({ content }: Written['document'], say: Say): number {
  const prompts = templates.flatMap((template) => outlineOf(template, say).content)
  const spelled = new Set(prompts.filter(({ type }) => type !== 'heading').map((block) => JSON.stringify(block)))
  return content.filter((block) => spelled.has(JSON.stringify(block))).length
}

/** @param say in the article's language: its outline is part of its text */
export const outlineOf = (template: Template, say: Say): Written['document'] =>
  template === 'empty' ? { type: 'doc', content: [] } : readMarkdown(say(outlines[template])).document
