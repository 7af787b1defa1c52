/** What each field of a form is called, for labels and for the sentence that says what is wrong with it. */
export const fieldWords: Readonly<Record<string, string>> = {
  name: 'fields.name',
  email: 'fields.email',
  password: 'fields.password',
  newPassword: 'fields.newPassword',
  lang: 'fields.lang',
  role: 'fields.role',
  section: 'fields.section',
  initials: 'fields.initials',
  post: 'fields.post',
  about: 'fields.about',
  code: 'fields.code',
  recoveryCode: 'fields.recoveryCode',
  passkeyName: 'fields.passkeyName',
}
