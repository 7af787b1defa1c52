import type { SealedLetter } from './letter.ts'
import type { Mailbox } from './mail-address.ts'

/** What takes letters out of the house. */
export interface Carrier {
  /**
   * Answers when somebody else is answerable for the letter. The same letter may come again.
   *
   * @throws LetterRefused when it will never be taken; anything else: it may be taken later
   */
  carry(letter: SealedLetter, from: Mailbox): Promise<void>
  close(): Promise<void>
}

/** The other side has said no for good (RFC 5321 §4.2.1, 5yz). It says nothing of what the letter holds. */
export class LetterRefused extends Error {
  readonly code: number
  /** It is the address: nobody lives there. */
  readonly isNobody: boolean
  constructor(code: number, isNobody: boolean) {
    super(`The mail server refused it with ${code}`)
    this.code = code
    this.isNobody = isNobody
  }
}
