export { initialsOf, keepPerson } from './person.ts'
