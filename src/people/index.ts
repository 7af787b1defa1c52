export { initialsOf, keepPerson } from './person.ts'
export { allPeople, describePerson, findPerson, namePerson, type Profile } from './profile.ts'
export { peopleSubject } from './subjects.ts'
