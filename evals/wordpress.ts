import { importWordPress } from '#interchange'
import { canonicalPath, isPlainForm, plainForm } from '#platform/http/canonical-path.ts'
import { readWxr } from '../src/interchange/wordpress/read-wxr.ts'
import type { WxrItem } from '../src/interchange/wordpress/wxr.ts'
import type { Eval } from './run.ts'
import { withSite } from './throw-away-site.ts'

const leftovers =
  /<!-- \/?wp:|%%\w+%%|\[\/?(?:caption|gallery|embed|audio|video|playlist|code|sourcecode|vc_\w+|td_\w+|et_pb_\w+)\b/

/**
 * Imports each export into an empty site and looks whether everything public answers at its old path, nothing else can
 * be reached or read about, nothing of WordPress's own spelling shows, and a second run adds nothing.
 */
export const run: Eval = async (files, out) => {
  const total = {
    files: files.length,
    items: 0,
    public: 0,
    answered: 0,
    hidden: 0,
    leaked: 0,
    leftovers: 0,
    refused: 0,
    addedBySecondRun: 0,
  }
  for (const file of files) {
    await withSite(async ({ gawai, get }) => {
      const { facts, words } = await importWordPress(gawai, file)
      out(`${file}\n${words}`)
      total.refused += facts.refused.length
      const items: WxrItem[] = []
      for await (const record of readWxr(file))
        if (record.kind === 'item' && /^(post|page)$/.test(record.item.type)) items.push(record.item)
      total.items += items.length
      const lists = await readLists(get)
      for (const item of items) {
        const isPublic = item.status === 'publish' && item.password === ''
        const path = pathThere(item)
        const response = path === undefined ? undefined : await follow(get, path)
        const page = (await response?.text()) ?? ''
        if (isPublic) {
          total.public += 1
          if (response?.status === 200) total.answered += 1
          else if (path === undefined) out(`no old path: ${item.id} ${item.link}`)
          else out(`not answered: ${item.id} ${item.link} ${response?.status}`)
          const left = leftovers.exec(page.replace(/<(pre|code)\b[^]*?<\/\1>/g, ''))
          if (left) {
            total.leftovers += 1
            out(
              `left over: ${item.id} ${left[0]} ${page.slice(Math.max(0, left.index - 60), left.index + 60).replaceAll('\n', ' ')}`,
            )
          }
        } else {
          total.hidden += 1
          const isListed = path !== undefined && lists.includes(`${path}<`)
          if (response?.status === 200 || isListed) {
            total.leaked += 1
            out(`leaked: ${item.id} ${item.status} ${item.link}`)
          }
        }
      }
      const second = await importWordPress(gawai, file)
      total.addedBySecondRun += (second.facts.imported['post'] ?? 0) + (second.facts.imported['page'] ?? 0)
    })
  }
  return total
}

/** Where the item was: its path, or its short link `/?p=17` on a site that had no others or where the file names none. */
function pathThere({ id, link }: WxrItem): string | undefined {
  if (link === '') return plainForm(`/?p=${id}`)
  if (!URL.canParse(link)) return undefined
  const { pathname, search } = new URL(link)
  return plainForm(`/${search}`) ?? canonicalPath(pathname)
}

/** A plain form leads on to the address that the article has now. */
async function follow(get: (path: string) => Promise<Response>, path: string): Promise<Response> {
  const response = await get(path)
  const location = response.headers.get('location')
  return isPlainForm(path) && location !== null ? get(location) : response
}

async function readLists(get: (path: string) => Promise<Response>): Promise<string> {
  const pages = await Promise.all(
    ['/', '/feed/', '/sitemaps/0.xml', '/terbaru/', '/latest/'].map(async (path) => (await get(path)).text()),
  )
  return pages.join('\n')
}
