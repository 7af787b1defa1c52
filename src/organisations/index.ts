export { keepOrganisation } from './organisation.ts'
