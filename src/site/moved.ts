import { addressSubject } from '#articles'
import type { PagePlan } from '#platform/page-store/page.ts'

/** The way to where somebody moved, or to what an old name means. */
export function movedTo(location: string, path: string): PagePlan {
  return { subject: addressSubject(path), status: 301, headers: { location }, parts: [''] }
}
