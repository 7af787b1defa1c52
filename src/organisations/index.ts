export { allBrands, type Brand, describeOrganisation, findBrand } from './brand.ts'
export { keepOrganisation } from './organisation.ts'
export { brandsSubject } from './subjects.ts'
