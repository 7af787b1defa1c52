export { keepOrganisation, type Organisation, type OrganisationKind } from './organisation.ts'
