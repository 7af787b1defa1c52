const site = 'https://lama.example'

/** The path that a post of the export had. */
export const pathOfPost = (number: number): string => `/2019/${two(1 + (number % 12))}/kabar-${number}/`

export const isPublic = (number: number): boolean => number % 7 !== 0

/** A WordPress export of so many posts: nested categories, tags, authors, drafts, old slugs, links to older posts. */
export function exportOf(posts: number): string {
  const numbers = Array.from({ length: posts }, (_, index) => index + 1)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Kabar Lama</title><link>${site}</link><description>Dahulu</description><language>id</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${site}</wp:base_site_url><wp:base_blog_url>${site}</wp:base_blog_url>
${[1, 2, 3].map(author).join('\n')}
${[1, 2, 3, 4, 5].map(category).join('\n')}
${numbers.map(post).join('\n')}
</channel></rss>
`
}

const two = (number: number) => String(number).padStart(2, '0')

const author = (number: number) =>
  `<wp:author><wp:author_id>${number}</wp:author_id><wp:author_login>penulis${number}</wp:author_login><wp:author_display_name><![CDATA[Penulis ${number} Lama]]></wp:author_display_name></wp:author>`

const category = (number: number) =>
  `<wp:category><wp:term_id>${number}</wp:term_id><wp:category_nicename>rubrik-${number}</wp:category_nicename><wp:category_parent>${number > 3 ? 'rubrik-1' : ''}</wp:category_parent><wp:cat_name><![CDATA[Rubrik ${number}]]></wp:cat_name></wp:category>`

function post(number: number): string {
  const when = `2019-${two(1 + (number % 12))}-${two(1 + (number % 28))} ${two(number % 24)}:${two(number % 60)}:00`
  const readAlso = [number - 1, number - 70]
    .filter((other) => other > 0)
    .map((other) => `<p>Baca juga: <a href="${site}${pathOfPost(other)}">Kabar nomor ${other}</a></p>`)
    .join('\n')
  return `<item><title>Kabar nomor ${number}</title><link>${site}${pathOfPost(number)}</link><dc:creator>penulis${1 + (number % 3)}</dc:creator>
<guid isPermaLink="false">${site}/?p=${number}</guid><content:encoded><![CDATA[<p>Kalimat pertama dari kabar ${number}.</p>
${readAlso}
<p>Kalimat terakhir.</p>]]></content:encoded><wp:post_id>${number}</wp:post_id><wp:post_date>${when}</wp:post_date><wp:post_date_gmt>${when}</wp:post_date_gmt>
<wp:post_name>kabar-${number}</wp:post_name><wp:status>${isPublic(number) ? 'publish' : 'draft'}</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="rubrik-${1 + (number % 5)}"><![CDATA[Rubrik ${1 + (number % 5)}]]></category>
<category domain="post_tag" nicename="tanda-${number % 40}"><![CDATA[Tanda ${number % 40}]]></category>
<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>lama-${number}</wp:meta_value></wp:postmeta></item>`
}
