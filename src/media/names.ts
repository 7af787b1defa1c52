import { endings } from './formats.ts'

const fileForm = new RegExp(`^[0-9a-f]{32}\\.(${endings.join('|')})$`)

/** Whether it is the name of a picture as this slice gives them; nothing else is asked for in the storage. */
export const isFileName = (file: string): boolean => fileForm.test(file)
export const storedName = (file: string): string => `pictures/${file}`
/** The upload as it came, with all that a camera wrote into it: no address leads there. */
export const originalName = (file: string): string => `originals/${file}`
export const factsName = (digest: string): string => `pictures/${digest}.json`
export const digestIn = (file: string): string => file.replace(/\..*/, '')
export const hrefOf = (file: string): string => `/media/${file}`
