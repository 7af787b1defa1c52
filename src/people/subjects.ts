/** Who there is. */
export const peopleSubject = 'people'
