import { dictionary } from '@zxcvbn-ts/language-common'

const common = new Set(dictionary['passwords-common'])

/** Whether it is one of the passwords that stand in every list of stolen ones. @param password in lower case */
export const isCommonPassword = (password: string): boolean => common.has(password)
