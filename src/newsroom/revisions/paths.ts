import { articleRoute, sheetPath } from '../writing/article-here.ts'

/** What stands behind an article's own address. */
export const below = 'revisions/'

export const revisionsRoute = `${articleRoute}${below}`
export const revisionRoute = `${revisionsRoute}:revision{[1-9]\\d*}/`
export const revisionsPath = (article: number): string => `${sheetPath(article)}${below}`
export const revisionPath = (article: number, revision: number): string => `${revisionsPath(article)}${revision}/`
