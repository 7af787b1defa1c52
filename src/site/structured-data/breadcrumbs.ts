import type { BreadcrumbList } from 'schema-dts'
import type { Edition } from '../edition.ts'

/**
 * The way from the home page to here (Search Central, "Breadcrumb structured data"). The last step is the page
 * itself and needs no address.
 */
export function breadcrumbs(
  { absolute, name, paths }: Edition,
  steps: readonly { name: string; path?: string }[],
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name, path: paths.home }, ...steps].map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      ...(step.path !== undefined && { item: absolute(step.path) }),
    })),
  }
}
