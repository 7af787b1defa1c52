import { meRoutes } from './account/me.ts'
import { auditRoutes } from './audit.ts'
import { deskRoutes } from './desk.ts'
import { enteringRoutes } from './entering.ts'
import { invitingRoutes } from './people/inviting.ts'
import { chosenRoutes } from './media/chosen.ts'
import { folderRoutes } from './media/folders.ts'
import { libraryRoutes } from './media/library.ts'
import { pictureRoutes } from './media/one-picture.ts'
import { pictureDeeds } from './media/picture-deeds.ts'
import { pictureUndoes } from './media/undoes.ts'
import { uploadRoutes } from './media/uploading.ts'
import { personRoutes, personUndoes } from './people/one-person.ts'
import { peopleListRoutes } from './people/people.ts'
import { proofRoutes } from './proof.ts'
import type { Route } from './route.ts'
import { signInRoutes } from './sign-in.ts'
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
  ...libraryRoutes,
  ...uploadRoutes,
  ...chosenRoutes,
  ...folderRoutes,
  ...pictureRoutes,
  ...pictureDeeds,
  ...auditRoutes,
  undoRoute({ ...personUndoes, ...pictureUndoes }),
]
