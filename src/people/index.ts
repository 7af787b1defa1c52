export { changeGrants, changeLanguage, changePassword, hasOwner, makeAccount, suspendAccount } from './account.ts'
export { type Account, accountsPage, everyActor, findAccount, findForLetter } from './accounts-list.ts'
export { type AuditEntry, auditPage, proveAudit, record } from './audit.ts'
export { type Actor, can, type Grant, must, type Owned } from './can.ts'
export { actorOf } from './doors/actor.ts'
export { addPasskey, askForNewPasskey } from './doors/add-passkey.ts'
export { forgetAddresses } from './doors/arrival.ts'
export { forgetChallenges } from './doors/challenge.ts'
export { addCodeApp, beginCodeApp, removeCodeApp } from './doors/code-app.ts'
export {
  findInvitation,
  forgetInvitations,
  type Invitation,
  invite,
  inviteOwner,
  inviteToReset,
  openInvitations,
  useInvitation,
  withdrawInvitation,
} from './doors/invitation.ts'
export { proveByOpenid, signInByOpenid } from './doors/openid.ts'
export { type Passkey, passkeysOf, removePasskey, renamePasskey } from './doors/passkey.ts'
export { passkeyMade, passkeySigned } from './doors/passkey-answer.ts'
export { heldByBrowser, heldBySession, relyingParty } from './doors/passkey-ceremony.ts'
export { askForReset } from './doors/forgotten.ts'
export { hashPassword, proveNewPassword } from './doors/password.ts'
export { proveByCode, proveByPassword } from './doors/prove.ts'
export { renewRecoveryCodes } from './doors/recovery-code.ts'
export {
  endReminder,
  type Factors,
  factorsFor,
  hasSecondFactor,
  isToBeReminded,
  removeFactors,
  secondFactor,
} from './doors/second-factor.ts'
export { endSession, forgetSessions, isFreshlyProved, type Session, sessionOf, sessionsOf } from './doors/session.ts'
export { enter, type SignIn, signIn } from './doors/sign-in.ts'
export { signOutEverywhere } from './doors/sign-out.ts'
export { newToken } from './doors/token.ts'
export { askForPasskey, proveByPasskey, signInByPasskey } from './doors/use-passkey.ts'
export { mailInvitation, tellOwners } from './letters.ts'
export { initialsOf, keepPerson } from './person.ts'
export { allPeople, describePerson, findPerson, namePerson, type Profile } from './profile.ts'
export { type Action, isRole, type Role, roles } from './rights.ts'
export { confirm, endOwn, ownSubscriptions, type OwnSubscriptions } from './subscription/own.ts'
export { erase, unsubscribe, unsubscribeAll } from './subscription/end.ts'
export { lookAfterSubscriptions } from './subscription/look-after.ts'
export { waitToSubscribe } from './subscription/limit.ts'
export { subscriptionPaths } from './subscription/paths.ts'
export { askForLink, subscribe } from './subscription/subscribe.ts'
export { type Subscriber, subscribersOf } from './subscription/subscribers.ts'
export { peopleSubject } from './subjects.ts'
