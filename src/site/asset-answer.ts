import { type Assets, assetType } from '#look/assets.ts'
import { themeOf } from '#look/theme.ts'
import type { Gawai } from '#platform/gawai.ts'
import type { PagePlan } from '#platform/page-store/page.ts'

/** What browsers load, by the last segment of its address; undefined for a name that nothing has. */
export async function assetAnswer(
  { pages, settings }: Gawai,
  assets: Assets,
  request: Request,
  file: string,
): Promise<Response | undefined> {
  const theme = themeOf(settings)
  const text = theme?.file === file ? theme.text : await assets.read(file)
  if (text === undefined) return undefined
  // The name holds a hash of the content, so it never changes.
  const headers = { 'cache-control': 'public, max-age=31536000, immutable' }
  return pages.open(request, async () => ({
    subject: 'assets',
    status: 200,
    type: assetType(file),
    headers,
    parts: [{ subject: 'assets', view: file, render: () => ({ body: text }) }],
  }))
}

/** The worker that answers without a network; undefined without a build. */
export async function offlineWorker(assets: Assets): Promise<PagePlan | undefined> {
  const text = await assets.read(assets.address('offline.js').replace('/assets/', ''))
  return text === undefined
    ? undefined
    : { subject: 'assets', status: 200, type: assetType('offline.js'), parts: [text] }
}
