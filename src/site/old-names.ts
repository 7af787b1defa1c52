/**
 * Addresses of programs that WordPress and its plug-ins had, and what answers now. Feeds kept their names of 2003 in
 * every version; sitemaps were split by kind in files that ours do not match.
 */
export const oldNames: ReadonlyMap<string, string> = new Map([
  ...['/wp-feed.php', '/wp-rss.php', '/wp-rss2.php', '/wp-rdf.php'].map((name) => [name, '/feed/'] as const),
  ['/wp-atom.php', '/feed/atom/'],
  ['/wp-commentsrss2.php', '/feed/'],
  ['/comments/feed/', '/feed/'],
  ['/wp-sitemap.xml', '/sitemap.xml'],
  ['/sitemap_index.xml', '/sitemap.xml'],
  ['/news-sitemap.xml', '/sitemap-news.xml'],
])

/**
 * `/wp-sitemap-posts-post-1.xml`, and `/post-sitemap2.xml` as Yoast and Rank Math have it. Few words and short
 * numbers, because each redirect is kept.
 */
export const oldSitemapName =
  '/:file{(?:wp-sitemap-(?:posts-post|posts-page|taxonomies-category|taxonomies-post_tag|users)-\\d{1,3}|(?:post|page|category|post_tag|author)-sitemap\\d{0,3})\\.xml}'
