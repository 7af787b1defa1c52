import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { storedSecret } from './stored-secret.ts'
import type { Storage } from './storage.ts'

/** A secret of this installation, for what must not be readable or guessable by who has only the database. */
export interface SiteKey {
  /** A digest that nobody without the key can make, in 43 letters. */
  mac(text: string): string
  /** Encrypts (AES-256-GCM); twice the same text gives two different ones. */
  seal(text: string): string
  /** @throws when it was not sealed with this key, or was changed */
  open(sealed: string): string
}

const secretName = 'secrets/site'
const keyLength = 32
const ivLength = 12
const tagLength = 16

/**
 * The key for one purpose: what was made for another is of no use with it (HKDF, RFC 5869).
 *
 * @param purpose `second factor`, `addresses`
 */
export async function siteKey(storage: Storage, purpose: string): Promise<SiteKey> {
  const secret = await storedSecret(storage, secretName)
  const derived = (use: string) => new Uint8Array(hkdfSync('sha256', secret, '', `gawai ${purpose} ${use}`, keyLength))
  const [macKey, sealKey] = [derived('mac'), derived('seal')]
  return {
    mac: (text) => createHmac('sha256', macKey).update(text).digest('base64url'),
    seal(text) {
      const iv = randomBytes(ivLength)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      })
      decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
      return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8')
    },
  }
}
