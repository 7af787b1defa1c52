export const peopleRoom = '/newsroom/people/'
export const personPath = (account: number): string => `${peopleRoom}${account}/`
