import type { SendMailOptions } from 'nodemailer'
import type { SealedLetter } from './letter.ts'
import type { Mailbox } from './mail-address.ts'

/**
 * A letter in the terms of nodemailer. Whatever is tried again carries the same Message-ID, so that a receiver who got it
 * twice can see that.
 */
export function messageOf(letter: SealedLetter, from: Mailbox): SendMailOptions {
  const { id, madeAt, to, subject, text, html, lang, unsubscribe } = letter
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    messageId: `<${id}@${from.address.replace(/^.*@/, '')}>`,
    date: new Date(madeAt),
    headers: {
      // No holiday notice comes back (RFC 3834 §5).
      'Auto-Submitted': 'auto-generated',
      ...(lang !== undefined && { 'Content-Language': lang }),
      ...(unsubscribe !== undefined && {
        // As it is: a folded address is none.
        'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
