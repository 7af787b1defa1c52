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
  {
    path: '/newsroom/pictures/',
    name: 'places.pictures',
    words: 'places.picturesWords',
    needs: 'pictures.see',
  },
  { path: '/newsroom/people/', name: 'places.people', words: 'places.peopleWords', needs: 'people.see' },
  { path: '/newsroom/audit/', name: 'places.audit', words: 'places.auditWords', needs: 'audit.read' },
]
