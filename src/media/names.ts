import { endings } from './formats.ts'

const fileForm = new RegExp(`^[0-9a-f]{32}\\.(${endings.join('|')})$`)

/** Whether it is the name of a picture as this slice gives them; nothing else is asked for in the storage. */
export const isFileName = (file: string): boolean => fileForm.test(file)
export const storedName = (file: string): string => `pictures/${file}`
export const hrefOf = (file: string): string => `/media/${file}`
