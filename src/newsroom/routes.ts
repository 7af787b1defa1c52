import { codeAppRoutes } from './account/code-app.ts'
import { meRoutes } from './account/me.ts'
import { passkeyRoutes } from './account/passkeys.ts'
import { recoveryRoutes } from './account/recovery-codes.ts'
import { reminderRoutes } from './account/reminder.ts'
import { auditRoutes } from './audit.ts'
import { codeRoutes } from './code.ts'
import { deskRoutes } from './desk.ts'
import { enteringRoutes } from './entering.ts'
import { forgottenRoutes } from './forgotten.ts'
import { openidRoutes } from './openid.ts'
import { passkeyDoorRoutes } from './passkey-door.ts'
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
import { secondFactorRoutes } from './people/second-factor.ts'
import { proofRoutes } from './proof.ts'
import type { Route } from './route.ts'
import { signInRoutes } from './sign-in.ts'
import { undoRoute } from './undo.ts'

/** Every address of the newsroom. `docs/rights.md` says who may ask for which. */
export const routes: readonly Route[] = [
  ...signInRoutes,
  ...codeRoutes,
  ...passkeyDoorRoutes,
  ...openidRoutes,
  ...enteringRoutes,
  ...forgottenRoutes,
  ...proofRoutes,
  ...deskRoutes,
  ...meRoutes,
  ...codeAppRoutes,
  ...passkeyRoutes,
  ...recoveryRoutes,
  ...reminderRoutes,
  ...peopleListRoutes,
  ...invitingRoutes,
  ...personRoutes,
  ...libraryRoutes,
  ...uploadRoutes,
  ...chosenRoutes,
  ...folderRoutes,
  ...pictureRoutes,
  ...pictureDeeds,
  ...secondFactorRoutes,
  ...auditRoutes,
  undoRoute({ ...personUndoes, ...pictureUndoes }),
]
