import { publishFile } from '#articles'
import type { Gawai } from '#platform/gawai.ts'
import { checked, crashPoints, lostOf, restarted } from './examine.ts'
import { armed, killedAt, momentOf, wordsOf } from './kill.ts'
import { fileOf, isFile } from './lines.ts'
import { type Acknowledged, type Publishing, startPublishing } from './publishing.ts'
import { unkeptOf } from './shelved.ts'
import { siteIn } from './site-in.ts'
import type { Survived } from './survived.ts'

/** The publisher starts in about a second; then it publishes. */
const longest = 3000
const mostPassings = 60

/** Kills a publisher on a folder, once, and counts what did not survive it. */
export async function killPublishing(
  folder: string,
  round: number,
  everything: Map<string, Acknowledged>,
): Promise<Survived> {
  const points = (await crashPoints()).filter((name) => !name.startsWith('import.'))
  const moment = momentOf(round, points, longest, mostPassings)
  const publishing = startPublishing({ folder, name: `r${round}`, env: armed(moment) })
  if (!(await killedAt(publishing.child, moment, publishing.over)))
    throw new Error(`the publisher ended by itself: ${publishing.complaints}`)
  const unkept = await unkeptOf(folder)
  const survived = await examinePublishing(folder, publishing)
  for (const [key, one] of publishing.acknowledged) everything.set(key, one)
  return { ...survived, unkept, what: `publishing was killed at ${wordsOf(moment)}` }
}

/** Opens the folder again after whatever happened to it, and looks at everything. */
export async function examinePublishing(folder: string, publishing: Publishing): Promise<Omit<Survived, 'what'>> {
  const { lost, restartMs } = await restarted(folder, async (url, ms) => ({
    lost: await lostOf(url, publishing.acknowledged.values()),
    restartMs: ms,
  }))
  const found = await siteIn(folder, async ({ gawai }) => {
    const sound = await checked(gawai)
    // A caller that heard no answer asks again.
    for (const { token, edition } of publishing.open.values())
      if (isFile(token)) await publishFile(gawai, { name: `${token}.md`, text: fileOf(token, edition) })
    return { ...sound, duplicates: await twice(gawai) }
  })
  return { acknowledged: publishing.acknowledgements, lost, restartMs, ...found }
}

/** Each token has one article, so two that were published under one title are one that was published twice. */
async function twice({ reports }: Gawai): Promise<string[]> {
  const rows = await reports
    .selectFrom('publication')
    .select((fields) => ['title', fields.fn.countAll<number>().as('count')])
    .groupBy('title')
    .having((fields) => fields.fn.countAll(), '>', 1)
    .execute()
  return rows.map(({ title, count }) => `${title} was published ${count} times`)
}
