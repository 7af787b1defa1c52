export { allBrands, describeOrganisation, findBrand, nameOrganisation } from './brand.ts'
export { keepOrganisation } from './organisation.ts'
export { brandsSubject } from './subjects.ts'
