import { createHash, randomBytes } from 'node:crypto'

const bytesOfToken = 32

/** 256 random bits that nobody can guess, for a cookie or a link. The database keeps only `tokenHash` of it. */
export const newToken = (): string => randomBytes(bytesOfToken).toString('base64url')

/** Who reads the database cannot come in with what stands there. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
