import { isIP } from 'node:net'
import type { NodemailerError } from 'nodemailer'
import { type Carrier, LetterRefused } from './carrier.ts'
import { messageOf } from './message.ts'

const connectWithin = 10_000
const answerWithin = 60_000
const mostConnections = 4

/**
 * Gives letters to a mail server. Outside this machine that is done encrypted or not at all.
 *
 * @param address `smtp://user:password@mail.example:587`, or `smtps://` for encryption from the first byte
 */
export function smtpCarrier(address: string): Carrier {
  const ended = new AbortController()
  let opening: ReturnType<typeof openTransport> | undefined
  return {
    async carry(letter, from) {
      const transport = await (opening ??= openTransport(address))
      try {
        await transport.sendMail({ ...messageOf(letter, from), signal: ended.signal })
      } catch (error) {
        throw plainly(error)
      }
    },
    async close() {
      ended.abort()
      const transport = await opening
      transport?.close()
    },
  }
}

async function openTransport(address: string) {
  const { createTransport } = await import('nodemailer')
  return createTransport({ pool: true, maxConnections: mostConnections, ...serverAt(address) })
}

/** What nodemailer is told of a server. */
export function serverAt(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // What does not leave the machine needs no certificate, and a local server seldom has one that holds.
    ...(isLoopback(host) ? { ignoreTLS: true } : { requireTLS: true }),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: connectWithin,
    greetingTimeout: connectWithin,
    socketTimeout: answerWithin,
  }
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** The server wants to know who we are: the operator's to mend, and the letter can wait for it. */
const wantsSignIn = new Set([530, 534, 535, 538])
const nobodyThere = new Set([550, 551, 553])

/** What happened without the words of the server, which may hold the address and the letter. */
function plainly(error: unknown): Error {
  const { code = 'unknown', responseCode, command, response } = error as NodemailerError // oxlint-disable-line typescript/no-unsafe-type-assertion -- every field of it may be missing
  if (responseCode === undefined || responseCode < 500 || wantsSignIn.has(responseCode))
    return new Error(`The mail server did not take it: ${code} ${responseCode ?? ''}`.trim())
  // 5.7 is a matter of rules, not of the address (RFC 3463 §3.8).
  const isNobody = command === 'RCPT TO' && nobodyThere.has(responseCode) && !/\b5\.7\.\d/.test(response ?? '')
  return new LetterRefused(responseCode, isNobody)
}
