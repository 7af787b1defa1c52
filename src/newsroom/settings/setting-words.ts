/** What each setting that somebody of the newsroom decides is called, by its name, for the sentence of the audit log. */
export const settingWords: Readonly<Record<string, string>> = {
  'site.name': 'settings.siteName',
  'site.description.id': 'settings.descriptionId',
  'site.description.en': 'settings.descriptionEn',
  'site.language': 'settings.siteLanguage',
  'site.hiddenLanguage': 'settings.otherLanguage',
  'site.zone': 'settings.zone',
  permalink: 'settings.permalink',
  'look.tokens': 'look.title',
  'look.theme': 'look.themeCss',
  'doors.secondFactor': 'factors.rule',
}
