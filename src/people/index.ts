export { initialsOf, keepPerson, type Person } from './person.ts'
