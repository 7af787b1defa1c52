export { initialsOf, keepPerson } from './person.ts'
export { allPeople, describePerson, findPerson, type Profile } from './profile.ts'
export { peopleSubject } from './subjects.ts'
