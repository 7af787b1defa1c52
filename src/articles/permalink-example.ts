import type { z } from 'zod'
import type { Instant } from '#platform/database/tables.ts'
import { Invalid, saidOf } from '#platform/refusals.ts'
import { type Settings, siteZone } from '#platform/settings.ts'
import { refuseReserved } from './address.ts'
import { permalink, permalinkPattern } from './permalink.ts'

/** Of the length that ids have. */
const madeUpId = '3517402865719296'

/**
 * The path that a pattern would give a story of this moment.
 *
 * @param words a slug, a section and a writer, as they could be
 * @throws Invalid when no story could have an address by it
 */
export function permalinkExample(
  settings: Settings,
  pattern: string,
  { now, ...words }: { now: Instant; slug: string; section: string; author: string },
): string {
  const proven = permalinkPattern.schema.safeParse(pattern)
  if (!proven.success) throw brokenPattern(proven.error)
  const path = permalink(proven.data, { id: madeUpId, publishedAt: now, zone: settings.get(siteZone), ...words })
  refuseReserved(path)
  return path
}

function brokenPattern({ issues }: z.ZodError): Invalid {
  const [said] = issues.flatMap((issue) => saidOf(issue) ?? [])
  return new Invalid(issues.map(({ message }) => message).join('; '), said ?? { key: 'refusedPermalink.path' })
}
