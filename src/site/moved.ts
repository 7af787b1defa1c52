import { addressSubject } from '#articles'
import type { PagePlan } from '#platform/page-store/page.ts'

/** The way to where somebody moved, or to what an old name means. */
export function movedTo(location: string, path: string): PagePlan {
  return { subject: addressSubject(path), status: 301, headers: { location }, parts: [''] }
}

/** The same for one of countless names that mean one thing: it is not kept, or made-up ones would fill the store. */
export const leadTo = (location: string): PagePlan => ({
  subject: '',
  isFleeting: true,
  status: 301,
  headers: { location },
  parts: [''],
})

/** The way to the same in the other language, while readers are not shown this one: it may be back tomorrow. */
export const insteadAt = (location: string): PagePlan => ({ ...leadTo(location), status: 302 })
