import { meRoutes } from './account/me.ts'
import { articleListRoutes } from './articles/articles.ts'
import { auditRoutes } from './audit.ts'
import { deskRoutes } from './desk.ts'
import { enteringRoutes } from './entering.ts'
import { menuRoutes, menuUndoes } from './menus/menus.ts'
import { invitingRoutes } from './people/inviting.ts'
import { organisationRoutes, organisationUndoes } from './organisations/one-organisation.ts'
import { organisationListRoutes } from './organisations/organisations.ts'
import { personRoutes, personUndoes } from './people/one-person.ts'
import { peopleListRoutes } from './people/people.ts'
import { proofRoutes } from './proof.ts'
import type { Route } from './route.ts'
import { sectionRoutes, sectionUndoes } from './sections/one-section.ts'
import { sectionListRoutes, sectionOrderUndoes } from './sections/sections.ts'
import { lookRoutes, lookUndoes } from './settings/look.ts'
import { siteRoutes, settingsUndoes } from './settings/site.ts'
import { signInRoutes } from './sign-in.ts'
import { mergingRoutes, mergingUndoes } from './topics/merging.ts'
import { topicRoutes, topicUndoes } from './topics/one-topic.ts'
import { topicListRoutes } from './topics/topics.ts'
import { undoRoute } from './undo.ts'

/** Every address of the newsroom. `docs/rights.md` says who may ask for which. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...enteringRoutes,
  ...proofRoutes,
  ...deskRoutes,
  ...meRoutes,
  ...peopleListRoutes,
  ...invitingRoutes,
  ...personRoutes,
  ...articleListRoutes,
  ...sectionListRoutes,
  ...sectionRoutes,
  ...topicListRoutes,
  ...mergingRoutes,
  ...topicRoutes,
  ...organisationListRoutes,
  ...organisationRoutes,
  ...menuRoutes,
  ...siteRoutes,
  ...lookRoutes,
  ...auditRoutes,
  undoRoute({
    ...personUndoes,
    ...settingsUndoes,
    ...lookUndoes,
    ...menuUndoes,
    ...sectionUndoes,
    ...sectionOrderUndoes,
    ...topicUndoes,
    ...mergingUndoes,
    ...organisationUndoes,
  }),
]
