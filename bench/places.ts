import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { randomFrom } from './words.ts'

/** Addresses of a newsroom that is measured. */
export interface Places {
  articles: string[]
  /** The newest article of the site's language. */
  hot: string
  section: string
  /** Asks each article once, in an order that no disk likes, before it asks one again. */
  nextArticle(): () => string
}

export function placesOf(folder: string): Places {
  const database = new DatabaseSync(join(folder, 'gawai.db'), { readOnly: true })
  const paths = (query: string) =>
    database
      .prepare(query)
      .all()
      .map((row) => String(row['path']))
  const articles = paths("select path from publication where kind = 'article' order by article_id")
  const [hot = '/'] = paths("select path from publication where lang = 'id' order by published_at desc limit 1")
  const [section = '/'] = paths("select path from section_name where lang = 'id' order by section_id limit 1")
  database.close()
  return { articles, hot, section, nextArticle: () => shuffled(articles) }
}

function shuffled(paths: readonly string[]): () => string {
  const random = randomFrom(7)
  const order = paths
    .map((path): [number, string] => [random(), path])
    .toSorted(([left], [right]) => left - right)
    .map(([, path]) => path)
  let asked = 0
  return () => order[asked++ % order.length] ?? '/'
}
