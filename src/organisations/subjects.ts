/** Which brands there are. */
export const brandsSubject = 'brands'
