import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** An item of an export; what is not said is as in a published post. */
export interface ItemWish {
  id: number
  type?: string
  status?: string
  title?: string
  slug?: string
  /** Empty: the item has no link. By default `site` and the slug. */
  link?: string
  creator?: string
  content?: string
  excerpt?: string
  password?: string
  date?: string
  dateUtc?: string
  pubDate?: string
  terms?: { domain: string; slug: string; name: string }[]
  meta?: Record<string, string>
  attachment?: string
}

export interface ExportWish {
  /** Address of the old site. */
  site?: string
  title?: string
  language?: string
  authors?: Record<string, string>
  categories?: { slug: string; name: string; parent?: string }[]
  tags?: { slug: string; name: string }[]
  items?: ItemWish[]
}

const oldSite = 'https://kabar.example'

/** A small WordPress export, spelled as WordPress spells it. */
export function wxr({ site = oldSite, title = 'Kabar Gawai', language = 'id-ID', ...wish }: ExportWish): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
${element('title', title)}
${element('link', site)}
${element('language', language)}
<wp:wxr_version>1.2</wp:wxr_version>
${element('wp:base_blog_url', site)}
${Object.entries(wish.authors ?? {})
  .map((author) => authorText(...author))
  .join('')}
${(wish.categories ?? []).map(categoryText).join('')}
${(wish.tags ?? []).map(tagText).join('')}
${(wish.items ?? []).map((item) => itemText(item, site)).join('')}
</channel>
</rss>
`
}

/** Puts an export into a folder. */
export async function wxrFile(folder: string, wish: ExportWish | string, name = 'export.xml'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, typeof wish === 'string' ? wish : wxr(wish))
  return file
}

/** `]]>` ends a CDATA section, so WordPress parts it in two. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

const element = (name: string, text: string): string => `<${name}>${cdata(text)}</${name}>\n`

const authorText = (login: string, name: string): string =>
  `<wp:author>${element('wp:author_login', login)}${element('wp:author_display_name', name)}</wp:author>\n`

const categoryText = ({ slug, name, parent = '' }: { slug: string; name: string; parent?: string }): string =>
  `<wp:category>${element('wp:category_nicename', slug)}${element('wp:category_parent', parent)}${element('wp:cat_name', name)}</wp:category>\n`

const tagText = ({ slug, name }: { slug: string; name: string }): string =>
  `<wp:tag>${element('wp:tag_slug', slug)}${element('wp:tag_name', name)}</wp:tag>\n`

function itemText(item: ItemWish, site: string): string {
  const { id, title = `Kabar ${id}`, slug = `kabar-${id}`, date = '2018-03-06 10:30:00' } = item
  const { link = `${site}/${slug}/`, dateUtc = date, terms = [], meta = {} } = item
  return `<item>
${element('title', title)}${link === '' ? '' : `<link>${link.replaceAll('&', '&amp;')}</link>`}
<guid isPermaLink="false">${site}/?p=${id}</guid>
${element('pubDate', item.pubDate ?? '')}${element('dc:creator', item.creator ?? 'wulan')}
${element('content:encoded', item.content ?? 'Satu kalimat.')}${element('excerpt:encoded', item.excerpt ?? '')}
<wp:post_id>${id}</wp:post_id>
${element('wp:post_date', date)}${element('wp:post_date_gmt', dateUtc)}
${element('wp:post_name', slug)}${element('wp:status', item.status ?? 'publish')}
${element('wp:post_type', item.type ?? 'post')}${element('wp:post_password', item.password ?? '')}
${item.attachment === undefined ? '' : element('wp:attachment_url', item.attachment)}
${terms.map(termText).join('')}${Object.entries(meta)
    .map((entry) => metaText(...entry))
    .join('')}</item>
`
}

const termText = ({ domain, slug, name }: { domain: string; slug: string; name: string }): string =>
  `<category domain="${domain}" nicename="${slug}">${cdata(name)}</category>\n`

const metaText = (key: string, value: string): string =>
  `<wp:postmeta>${element('wp:meta_key', key)}${element('wp:meta_value', value)}</wp:postmeta>\n`
