import type { FeedFormat } from './format.ts'

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). The items stand in its last field, so that they can be fragments. */
export const json: FeedFormat = {
  name: 'json',
  title: 'JSON Feed',
  type: 'application/feed+json; charset=utf-8',
  below: 'feed/json/',
  top: ({ self, home, site, title, description, lang }) => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: home,
      feed_url: self,
      description,
      language: lang,
      authors: [{ name: site.name, url: site.home }],
    }
    return `${JSON.stringify(feed).slice(0, -1)},"items":[\n`
  },
  item: ({ id, href, title, summary, content, lang, published, modified, writers, categories, picture }) =>
    JSON.stringify({
      id,
      url: href,
      title,
      content_html: content,
      ...(summary !== '' && { summary }),
      ...(picture && { image: picture.href }),
      date_published: published,
      date_modified: modified,
      ...(writers.length > 0 && {
        authors: writers.map(({ name, href: url }) => ({ name, ...(url !== undefined && { url }) })),
      }),
      ...(categories.length > 0 && { tags: categories }),
      language: lang,
    }),
  between: ',\n',
  end: '\n]}\n',
}
