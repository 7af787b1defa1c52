import type { Id, Instant } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import type { Gawai } from '#platform/gawai.ts'
import { firstIdAt } from '#platform/ids.ts'
import { siteZone } from '#platform/settings.ts'

const aDay = 24 * 60 * 60 * 1000
/** So long every revision is there. */
const wholeFor = 30 * aDay
/** What was left in so many nights that the program did not run is made up for; what is older has been looked at. */
const lookBack = 120 * aDay
const atOnce = 200
const everyNight = '27 3 * * *'

/** Every night, of old revisions that nobody wanted kept, only the last of each day stays. */
export function compactRevisions(gawai: Gawai): void {
  gawai.jobs.onCalendar('compact-revisions', everyNight, async () => {
    await compactNow(gawai)
  })
}

/**
 * Takes out revisions that are older than thirty days, of each article all but the last of each day. What was shown,
 * set to go out, handed on, restored or kept by hand stays, and so does whatever the article says now.
 *
 * @returns how many went
 */
async function compactNow(gawai: Gawai): Promise<number> {
  const until = gawai.clock.now() - wholeFor
  const seen = new Set<string>()
  let gone = 0
  let before = firstIdAt(until)
  for (;;) {
    const rows = await loose(gawai, { from: firstIdAt(until - lookBack), before })
    // The newest come first, so the first of its day is the last that was written on it.
    const earlier = rows.filter((row) => isSeen(seen, dayOf(row, gawai.settings.get(siteZone))))
    if (earlier.length > 0)
      gone += await gawai.write((unit) =>
        takeOut(
          unit,
          earlier.map(({ id }) => id),
        ),
      )
    const last = rows.at(-1)
    if (rows.length < atOnce || !last) return gone
    before = last.id
  }
}

function isSeen(seen: Set<string>, day: string): boolean {
  if (seen.has(day)) return true
  seen.add(day)
  return false
}

interface Loose {
  id: Id
  article_id: Id
  made_at: Instant
}

const dayOf = ({ article_id, made_at }: Loose, zone: string): string =>
  `${article_id} ${Temporal.Instant.fromEpochMilliseconds(made_at).toZonedDateTimeISO(zone).toPlainDate().toString()}`

/** Revisions that nobody wanted kept, the newest first. Ids grow with time: nothing else is looked at. */
const loose = ({ db }: Gawai, { from, before }: { from: Id; before: Id }): Promise<Loose[]> =>
  db
    .selectFrom('revision')
    .select(['id', 'article_id', 'made_at'])
    .where('id', '>=', from)
    .where('id', '<', before)
    .where('kept_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(atOnce)
    .execute()

/** Takes them out, but for what somebody needs after all. */
async function takeOut(unit: Unit, ids: readonly Id[]): Promise<number> {
  const rows = await unit.tx
    .updateTable('revision')
    // Touched before they go: on PostgreSQL whoever keeps one at this moment waits here.
    .set({ kept_at: null })
    .where('id', 'in', [...ids])
    .where('kept_at', 'is', null)
    .where(({ exists, not, selectFrom, or }) =>
      not(
        or([
          exists(selectFrom('publication').select('article_id').whereRef('revision_id', '=', 'revision.id')),
          exists(selectFrom('schedule').select('article_id').whereRef('revision_id', '=', 'revision.id')),
          exists(selectFrom('readiness').select('article_id').whereRef('revision_id', '=', 'revision.id')),
          exists(selectFrom('manuscript').select('article_id').whereRef('revision_id', '=', 'revision.id')),
        ]),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('revision as later')
          .select('later.id')
          .whereRef('later.article_id', '=', 'revision.article_id')
          .whereRef('later.id', '>', 'revision.id'),
      ),
    )
    .returning('id')
    .execute()
  const gone = rows.map(({ id }) => id)
  if (gone.length === 0) return 0
  await unit.tx.deleteFrom('revision_body').where('revision_id', 'in', gone).execute()
  await unit.tx.deleteFrom('revision').where('id', 'in', gone).execute()
  return gone.length
}
