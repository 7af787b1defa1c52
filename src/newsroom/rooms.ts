import type { Action } from '#people'

interface Room {
  path: string
  /** Its word, and a sentence that says what can be done there. */
  name: string
  words: string
  needs: Action
}

/** The navigation of the newsroom, in the order in which it stands. */
export const rooms: readonly Room[] = [
  { path: '/newsroom/', name: 'rooms.desk', words: 'rooms.deskWords', needs: 'newsroom.enter' },
  { path: '/newsroom/articles/', name: 'rooms.articles', words: 'rooms.articlesWords', needs: 'articles.see' },
  {
    path: '/newsroom/pictures/',
    name: 'rooms.pictures',
    words: 'rooms.picturesWords',
    needs: 'pictures.see',
  },
  { path: '/newsroom/people/', name: 'rooms.people', words: 'rooms.peopleWords', needs: 'people.see' },
  { path: '/newsroom/sections/', name: 'rooms.sections', words: 'rooms.sectionsWords', needs: 'sections.change' },
  { path: '/newsroom/topics/', name: 'rooms.topics', words: 'rooms.topicsWords', needs: 'topics.change' },
  {
    path: '/newsroom/organisations/',
    name: 'rooms.organisations',
    words: 'rooms.organisationsWords',
    needs: 'organisations.change',
  },
  { path: '/newsroom/devices/', name: 'rooms.devices', words: 'rooms.devicesWords', needs: 'devices.see' },
  { path: '/newsroom/menus/', name: 'rooms.menus', words: 'rooms.menusWords', needs: 'menus.change' },
  {
    path: '/newsroom/settings/',
    name: 'rooms.settings',
    words: 'rooms.settingsWords',
    needs: 'settings.change',
  },
  { path: '/newsroom/audit/', name: 'rooms.audit', words: 'rooms.auditWords', needs: 'audit.read' },
]
