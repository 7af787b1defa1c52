import type { Role } from '#people'

/** What each role is called. */
export const roleWords: Readonly<Record<Role, string>> = {
  contributor: 'roles.contributor',
  writer: 'roles.writer',
  editor: 'roles.editor',
  moderator: 'roles.moderator',
  'catalogue-editor': 'roles.catalogueEditor',
  owner: 'roles.owner',
}

/** What somebody with that role does here, in a sentence. */
export const roleHints: Readonly<Record<Role, string>> = {
  contributor: 'roles.contributorWords',
  writer: 'roles.writerWords',
  editor: 'roles.editorWords',
  moderator: 'roles.moderatorWords',
  'catalogue-editor': 'roles.catalogueEditorWords',
  owner: 'roles.ownerWords',
}
