import { type Duplex, Readable } from 'node:stream'
import { sitemapSubject } from '#articles'
import type { PagePlan, Rendered } from '#platform/page-store/page.ts'

/** Loaded when somebody asks: few do, and every start would wait for it. */
export const library = () => import('sitemap')

/** One file for search engines (sitemaps.org). Every publication changes what stands in it. */
export const sitemapFile = (view: string, render: () => Promise<Rendered>): PagePlan => ({
  subject: sitemapSubject,
  status: 200,
  type: 'application/xml; charset=utf-8',
  parts: [{ subject: sitemapSubject, view, render }],
})

/** What a file says of one address. The library makes addresses whole. */
export interface SitemapLine {
  url: string
  lastmod?: string
  links?: { lang: string; url: string }[]
  img?: { url: string }[]
  news?: { publication: { name: string; language: string }; publication_date: string; title: string }
}

interface Names {
  news?: boolean
  image?: boolean
  xhtml?: boolean
}

/** The lines as a file. Of nothing the protocol makes none: then the site itself stands in it. */
export async function sitemapOf(
  origin: string,
  lines: readonly SitemapLine[],
  { news = false, image = false, xhtml = false }: Names = {},
): Promise<string> {
  const { SitemapStream } = await library()
  const stream = new SitemapStream({ hostname: origin, xmlns: { news, image, xhtml, video: false } })
  return written(stream, lines.length > 0 ? lines : [{ url: '/' }])
}

export async function written(stream: Duplex, lines: readonly object[]): Promise<string> {
  const { streamToPromise } = await library()
  return (await streamToPromise(Readable.from(lines).pipe(stream))).toString()
}
