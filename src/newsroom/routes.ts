import { codeAppRoutes } from './account/code-app.ts'
import { meRoutes, meUndoes } from './account/me.ts'
import { articleListRoutes } from './articles/articles.ts'
import { openidLinkRoutes } from './account/openid.ts'
import { passkeyRoutes } from './account/passkeys.ts'
import { recoveryRoutes } from './account/recovery-codes.ts'
import { reminderRoutes } from './account/reminder.ts'
import { auditRoutes } from './audit/audit.ts'
import { codeRoutes } from './doors/code.ts'
import { correctionRoutes } from './corrections/corrections.ts'
import { correctionUndoes } from './corrections/telling.ts'
import { deskRoutes } from './desk.ts'
import { enteringRoutes } from './doors/entering.ts'
import { conflictRoutes, conflictUndoes } from './devices/conflicts.ts'
import { deviceListRoutes } from './devices/devices.ts'
import { historyRoutes } from './devices/history.ts'
import { deviceMergingRoutes, deviceMergingUndoes } from './devices/merging.ts'
import { mentionRoutes, mentionUndoes } from './devices/mentions.ts'
import { nameRoutes, nameUndoes } from './devices/names.ts'
import { newDeviceRoutes } from './devices/new-device.ts'
import { deviceRoutes, deviceUndoes } from './devices/one-device.ts'
import { devicePictureRoutes } from './devices/picture.ts'
import { reportRoutes, reportUndoes } from './devices/reports.ts'
import { specificationRoutes, specificationUndoes } from './devices/specifications.ts'
import { unknownRoutes, unknownUndoes } from './devices/unknown.ts'
import { menuRoutes, menuUndoes } from './menus/menus.ts'
import { organisationMergingRoutes, organisationMergingUndoes } from './organisations/merging.ts'
import { organisationRoutes, organisationUndoes } from './organisations/one-organisation.ts'
import { organisationListRoutes } from './organisations/organisations.ts'
import { forgottenRoutes } from './doors/forgotten.ts'
import { openidRoutes } from './doors/openid.ts'
import { passkeyDoorRoutes } from './doors/passkey-door.ts'
import { invitingRoutes } from './people/inviting.ts'
import { chosenRoutes } from './media/chosen.ts'
import { folderRoutes, folderUndoes } from './media/folders.ts'
import { libraryRoutes } from './media/library.ts'
import { pictureRoutes } from './media/one-picture.ts'
import { pictureDeeds } from './media/picture-deeds.ts'
import { pictureFileDeeds } from './media/picture-file-deeds.ts'
import { pictureUndoes } from './media/undoes.ts'
import { uploadRoutes } from './media/uploading.ts'
import { handingRoutes, handingUndoes } from './pair/handing.ts'
import { noteUndoes } from './pair/note-deeds.ts'
import { noteRoutes } from './pair/notes.ts'
import { personDeeds, personUndoes } from './people/person-deeds.ts'
import { personRoutes } from './people/one-person.ts'
import { peopleListRoutes } from './people/people.ts'
import { secondFactorRoutes, secondFactorUndoes } from './people/second-factor.ts'
import { previewLinkUndoes } from './publication/preview-link-deeds.ts'
import { previewLinkRoutes } from './publication/preview-links.ts'
import { publicationRoutes } from './publication/publication.ts'
import { publicationUndoes } from './publication/undoes.ts'
import { proofRoutes } from './doors/proof.ts'
import { revisionRoutes } from './revisions/one-revision.ts'
import { revisionDeeds, revisionUndoes } from './revisions/revision-deeds.ts'
import { revisionListRoutes } from './revisions/revisions.ts'
import type { Route } from './route.ts'
import { newSectionRoutes, newSectionUndoes } from './sections/new-section.ts'
import { sectionRoutes, sectionUndoes } from './sections/one-section.ts'
import { sectionListRoutes, sectionOrderUndoes } from './sections/sections.ts'
import { lookRoutes, lookUndoes } from './settings/look.ts'
import { otherLanguageRoutes, otherLanguageUndoes } from './settings/other-language.ts'
import { siteRoutes, settingsUndoes } from './settings/site.ts'
import { signInRoutes } from './doors/sign-in.ts'
import { topicMergingRoutes, topicMergingUndoes } from './topics/merging.ts'
import { topicRoutes, topicUndoes } from './topics/one-topic.ts'
import { topicListRoutes } from './topics/topics.ts'
import { undoRoute } from './undo.ts'
import { beginningRoutes } from './writing/beginning.ts'
import { holdingRoutes } from './writing/holding.ts'
import { pickRoutes } from './writing/picks.ts'
import { readingRoutes } from './writing/reading-markdown.ts'
import { savingRoutes } from './writing/saving.ts'
import { sheetRoutes } from './writing/sheet-page.ts'

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
  ...openidLinkRoutes,
  ...recoveryRoutes,
  ...reminderRoutes,
  ...peopleListRoutes,
  ...invitingRoutes,
  ...personRoutes,
  ...personDeeds,
  ...articleListRoutes,
  ...beginningRoutes,
  ...sheetRoutes,
  ...savingRoutes,
  ...holdingRoutes,
  ...readingRoutes,
  ...pickRoutes,
  ...noteRoutes,
  ...handingRoutes,
  ...publicationRoutes,
  ...previewLinkRoutes,
  ...correctionRoutes,
  ...revisionListRoutes,
  ...revisionRoutes,
  ...revisionDeeds,
  ...sectionListRoutes,
  ...newSectionRoutes,
  ...sectionRoutes,
  ...topicListRoutes,
  ...topicMergingRoutes,
  ...topicRoutes,
  ...organisationListRoutes,
  ...organisationRoutes,
  ...organisationMergingRoutes,
  ...deviceListRoutes,
  ...newDeviceRoutes,
  ...conflictRoutes,
  ...unknownRoutes,
  ...reportRoutes,
  ...deviceRoutes,
  ...specificationRoutes,
  ...nameRoutes,
  ...devicePictureRoutes,
  ...historyRoutes,
  ...deviceMergingRoutes,
  ...mentionRoutes,
  ...menuRoutes,
  ...siteRoutes,
  ...otherLanguageRoutes,
  ...lookRoutes,
  ...libraryRoutes,
  ...uploadRoutes,
  ...chosenRoutes,
  ...folderRoutes,
  ...pictureRoutes,
  ...pictureDeeds,
  ...pictureFileDeeds,
  ...secondFactorRoutes,
  ...auditRoutes,
  undoRoute([
    ...meUndoes,
    ...personUndoes,
    ...secondFactorUndoes,
    ...pictureUndoes,
    ...folderUndoes,
    ...settingsUndoes,
    ...otherLanguageUndoes,
    ...lookUndoes,
    ...menuUndoes,
    ...newSectionUndoes,
    ...sectionUndoes,
    ...sectionOrderUndoes,
    ...topicUndoes,
    ...topicMergingUndoes,
    ...organisationUndoes,
    ...organisationMergingUndoes,
    ...deviceUndoes,
    ...specificationUndoes,
    ...nameUndoes,
    ...conflictUndoes,
    ...reportUndoes,
    ...unknownUndoes,
    ...deviceMergingUndoes,
    ...mentionUndoes,
    ...correctionUndoes,
    ...revisionUndoes,
    ...noteUndoes,
    ...handingUndoes,
    ...publicationUndoes,
    ...previewLinkUndoes,
  ]),
]
