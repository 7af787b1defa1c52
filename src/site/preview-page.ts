import { openPreviewToken, previewedArticle, type PublishedArticle } from '#articles'
import { timeInWords } from '#look/time.ts'
import { html } from '#platform/html.ts'
import { framePolicy, story } from './article-page.ts'
import { type Edition, otherEdition } from './edition.ts'
import { headOf } from './frame.ts'
import { unkeptAnswer, unkeptPage } from './subscriptions/unkept.ts'

/** Whoever follows a link on the page does not carry the secret in its address along. */
const secret = { 'referrer-policy': 'no-referrer' }

/**
 * What an article says now, as readers would see it, for who was given a link: kept by nobody, counted by nobody,
 * found by no search engine.
 */
export async function previewPage(own: Edition, token: string): Promise<Response> {
  const answer = await openPreviewToken(own.gawai, token)
  if (answer.outcome !== 'good') return deadLinkPage(own, answer.outcome)
  const article = await previewedArticle(own.gawai, answer.article)
  return shown(article.lang === own.lang ? own : (otherEdition(own) ?? own), article, answer.until)
}

async function shown(own: Edition, article: PublishedArticle, until: number): Promise<Response> {
  const { say, time } = own
  const title = article.title === '' ? say('preview.untitled') : article.title
  const banner = html`<p class="preview-banner" role="note">
    ${say(article.path === '' ? 'preview.banner' : 'preview.bannerShown', { until: timeInWords(until, time) })}
  </p> `
  return unkeptAnswer(own, {
    head: headOf(own, { title, description: '', isNoIndex: true }),
    main: [banner, ...story(own, article)],
    headers: { ...framePolicy(article), ...secret },
  })
}

const deadWords = {
  expired: 'preview.expired',
  ended: 'preview.ended',
  unknown: 'preview.unknown',
} as const

const deadLinkPage = (own: Edition, why: keyof typeof deadWords): Promise<Response> =>
  unkeptPage(own, {
    status: 404,
    title: own.say('preview.deadTitle'),
    words: own.say(deadWords[why]),
    body: html``,
  })
