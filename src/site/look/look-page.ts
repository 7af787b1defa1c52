import type { PagePlan } from '#platform/page-store/page.ts'
import type { Edition } from '../edition.ts'

/** The page of every component. Its samples are loaded when somebody looks: no start waits for them. */
export async function lookPage(own: Edition): Promise<PagePlan> {
  const { componentsPage } = await import('./components-page.ts')
  return componentsPage(own)
}
