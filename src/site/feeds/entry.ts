import { feedHtml, type ListedArticle, type Picture, type WholeText } from '#articles'
import { machineTime } from '#look/time.ts'
import { shareable } from '#media'
import { html, markupOf } from '#platform/html.ts'
import { correctionsInFeed } from '../corrections-view.ts'
import type { Edition } from '../edition.ts'
import { xmlText } from '../xml.ts'
import type { Entry } from './format.ts'

/** What every format says of an article. */
export async function entryOf(own: Edition, item: ListedArticle, text: WholeText | undefined): Promise<Entry> {
  const { absolute, lang, paths, time } = own
  const { publishedAt, modifiedAt, section, picture } = item
  const categories = [...(section ? [section.name] : []), ...(text?.topics ?? [])]
  return {
    // An imported article keeps the id that readers' programs know it by, or they would show it as new.
    id: xmlText(text?.guid ?? absolute(`/?gawai=${item.id}`)),
    href: absolute(item.path),
    title: xmlText(item.title),
    summary: xmlText(item.summary),
    content: xmlText(await contentOf(own, text)),
    lang,
    publishedAt,
    modifiedAt,
    published: machineTime(publishedAt, time),
    modified: machineTime(modifiedAt, time),
    writers: (text?.writers ?? []).map(({ name, slug }) => ({
      name: xmlText(name),
      href: absolute(paths.person(slug)),
    })),
    categories: [...new Set(categories.map(xmlText))],
    ...(picture && { picture: pictureEntry(own, picture) }),
  }
}

function pictureEntry({ absolute }: Edition, picture: Picture): NonNullable<Entry['picture']> {
  const { src, width = picture.width, height = picture.height } = shareable(picture)
  return { href: absolute(src), width, height, alt: xmlText(picture.alt) }
}

async function contentOf(own: Edition, text: WholeText | undefined): Promise<string> {
  if (!text) return ''
  const { document, references, corrections } = text
  const words = feedHtml(document, { say: own.say, references, origin: own.gawai.origin })
  return markupOf(html`${correctionsInFeed(own, corrections)}${words}`)
}
