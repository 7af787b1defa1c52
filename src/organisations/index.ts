export { allBrands, type Brand, describeOrganisation, findBrand } from './brand.ts'
export { keepOrganisation } from './organisation.ts'
export { brandsSubject, organisationSubject } from './subjects.ts'
