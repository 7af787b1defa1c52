import { mkdir } from 'node:fs/promises'
import { folderStorage } from '../storage.ts'
import type { Carrier } from './carrier.ts'
import { messageOf } from './message.ts'

/**
 * Lays letters into a folder, as files that every mail program opens; their names sort by time. Nobody else on the
 * machine may read them: they hold links that let people in.
 */
export function folderCarrier(folder: string): Carrier {
  const storage = folderStorage(folder)
  return {
    async carry(letter, from) {
      const { createTransport } = await import('nodemailer')
      const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
        messageOf(letter, from),
      )
      if (!Buffer.isBuffer(message)) throw new Error('nodemailer gave a stream where a buffer was asked for')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await storage.put(fileName(letter.madeAt, letter.id), message)
    },
    close: async () => {},
  }
}

const fileName = (madeAt: number, id: number) =>
  `${new Date(madeAt).toISOString().replaceAll(/[-:]/g, '')}-${String(id).padStart(16, '0')}.eml`
