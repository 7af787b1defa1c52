import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { importWordPress } from '#interchange'
import { Refusal } from '#platform/refusals.ts'
import type { Eval } from './run.ts'
import { withSite } from './throw-away-site.ts'

const manifestForm = z.array(z.object({ file: z.string(), why: z.string(), expect: z.string() }))

interface Outcome {
  refusal?: string
  imported: number
  seconds: number
  grownMegabytes: number
  titles: string[]
  text: string
}

const canaryPort = 18999

/** What each file of the hostile corpus must come to, in terms of what happened. */
const expectations: Record<string, (outcome: Outcome, connections: number) => boolean> = {
  'billion-laughs-dev.wxr': ({ refusal, imported, seconds, grownMegabytes }) =>
    refusal !== undefined && imported === 0 && seconds < 1 && grownMegabytes < 64,
  'quadratic-dev.wxr': ({ refusal }) => refusal !== undefined,
  'xxe-file-dev.wxr': ({ refusal, text }) => refusal !== undefined || !text.includes('root:'),
  'xxe-param-dev.wxr': (_, connections) => connections === 0,
  'xinclude-dev.wxr': ({ text }) => !text.includes('root:'),
  'deep-dev.wxr': ({ refusal, imported }) => refusal !== undefined || imported > 0,
  'attrs-dev.wxr': ({ seconds }) => seconds < 2,
  'latin1-lie-dev.wxr': ({ refusal, text }) => refusal !== undefined || text.includes('\ufffd'),
  'utf16-dev.wxr': ({ refusal, imported }) => refusal !== undefined || imported > 0,
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  'control-chars-dev.wxr': ({ imported, text }) => imported > 0 && !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text),
  'truncated-dev.wxr': ({ refusal, imported }) => refusal !== undefined && imported === 0,
  'ssrf-attachments-dev.wxr': (_, connections) => connections === 0,
}

/** Imports every hostile XML file into an empty site and compares with what the manifest expects. */
export const run: Eval = async ([folder = ''], out) => {
  const manifest = manifestForm.parse(JSON.parse(await readFile(join(folder, 'hostile-manifest.json'), 'utf8')))
  const canary = await listenForCanary()
  const figures = { files: 0, met: 0, connections: 0 }
  for (const { file, why, expect } of manifest.filter((entry) => entry.file.startsWith('xml/'))) {
    const before = canary.connections()
    const outcome = await importInto(join(folder, file))
    const isMet = expectations[file.slice(4)]?.(outcome, canary.connections() - before) ?? false
    figures.files += 1
    if (isMet) figures.met += 1
    const { refusal, imported, seconds, grownMegabytes, titles } = outcome
    out(
      `${isMet ? 'met' : 'NOT MET'} ${file} (${why}; expected: ${expect}): ${refusal ?? `imported ${imported} ${JSON.stringify(titles).slice(0, 120)}`} in ${seconds.toFixed(2)} s, ${grownMegabytes.toFixed(0)} MB more`,
    )
  }
  figures.connections = canary.connections()
  canary.close()
  return figures
}

function importInto(file: string): Promise<Outcome> {
  return withSite(async ({ gawai }) => {
    const memory = process.memoryUsage().rss
    const began = performance.now()
    const outcome = await importWordPress(gawai, file).then(
      ({ words }) => ({ words }),
      (error: unknown) => {
        if (error instanceof Refusal) return { refusal: error.message, words: '' }
        throw error
      },
    )
    const seconds = (performance.now() - began) / 1000
    const revisions = await gawai.db
      .selectFrom('revision')
      .innerJoin('revision_body', 'revision_body.revision_id', 'revision.id')
      .select(['title', 'document'])
      .execute()
    const text = revisions.map(({ title, document }) => title + document).join('\n') + outcome.words
    return {
      ...('refusal' in outcome && { refusal: outcome.refusal }),
      imported: revisions.length,
      seconds,
      grownMegabytes: (process.memoryUsage().rss - memory) / 1e6,
      titles: revisions.map(({ title }) => title),
      text,
    }
  })
}

async function listenForCanary() {
  let count = 0
  const server = createServer((socket) => {
    count += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => {
    server.listen(canaryPort, '127.0.0.1', resolve)
  })
  return { connections: () => count, close: () => server.close() }
}
