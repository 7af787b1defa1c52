import type { Action } from '#people'

interface Place {
  path: string
  /** Its word, and a sentence that says what can be done there. */
  name: string
  words: string
  needs: Action
}

/** The navigation of the newsroom, in the order in which it stands. */
export const places: readonly Place[] = [
  { path: '/newsroom/', name: 'places.desk', words: 'places.deskWords', needs: 'newsroom.enter' },
  { path: '/newsroom/articles/', name: 'places.articles', words: 'places.articlesWords', needs: 'articles.see' },
  {
    path: '/newsroom/pictures/',
    name: 'places.pictures',
    words: 'places.picturesWords',
    needs: 'pictures.see',
  },
  { path: '/newsroom/people/', name: 'places.people', words: 'places.peopleWords', needs: 'people.see' },
  { path: '/newsroom/sections/', name: 'places.sections', words: 'places.sectionsWords', needs: 'sections.change' },
  { path: '/newsroom/topics/', name: 'places.topics', words: 'places.topicsWords', needs: 'topics.change' },
  {
    path: '/newsroom/organisations/',
    name: 'places.organisations',
    words: 'places.organisationsWords',
    needs: 'organisations.change',
  },
  { path: '/newsroom/menus/', name: 'places.menus', words: 'places.menusWords', needs: 'menus.change' },
  {
    path: '/newsroom/settings/',
    name: 'places.settings',
    words: 'places.settingsWords',
    needs: 'settings.change',
  },
  { path: '/newsroom/audit/', name: 'places.audit', words: 'places.auditWords', needs: 'audit.read' },
]
