import { domainToASCII } from 'node:url'
import { z } from 'zod'

/** RFC 5321 §4.5.3.1: with the brackets of a command around it 256. */
const longest = 254
const longestLocal = 64

/** What may stand before the sign without quotes (RFC 5322 §3.2.3). Quoted names exist on paper only. */
const localForm = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const label = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?'
/** At least two labels, and the last is no number: that would be a machine's own address. */
const domainForm = new RegExp(`^(?:${label}\\.)+(?=[a-z])${label}$`)

/**
 * An address that mail can be sent to, as it is written on an envelope: the domain in lower case and, where it has
 * letters beyond ASCII, in the form that every server knows (IDNA, RFC 5891).
 */
export const mailAddress = z
  .string()
  .trim()
  .max(longest)
  .transform((written, context) => {
    const at = written.lastIndexOf('@')
    const local = written.slice(0, at)
    const domain = domainToASCII(written.slice(at + 1)).toLowerCase()
    const address = `${local}@${domain}`
    const isOne =
      at > 0 &&
      local.length <= longestLocal &&
      localForm.test(local) &&
      domainForm.test(domain) &&
      address.length <= longest
    if (isOne) return address
    const said = { key: 'refused.mailAddress' }
    context.addIssue({ code: 'custom', message: 'must be a mail address such as name@example.com', params: { said } })
    return z.NEVER
  })

/**
 * By this two spellings are compared. Servers may tell apart `A@` and `a@`, but none is known to do so, and people write
 * both for one.
 *
 * @param address proven by `mailAddress`
 */
export const mailKey = (address: string): string => address.toLowerCase()

/** A sender or receiver with the name that mail programs show. */
export interface Mailbox {
  name: string
  address: string
}

/** A mailbox as operators write it: `Kabar Gawai <redaksi@news.example>`, or the address alone. */
export const mailbox = z.string().transform((written, context): Mailbox => {
  const [, name = '', inside] = /^([^<>]*?)\s*<([^<>]*)>\s*$/.exec(written) ?? []
  const parsed = mailAddress.safeParse(inside ?? written)
  const bare = name.trim().replace(/^"(.*)"$/, '$1')
  if (parsed.success && !hasControls(bare)) return { name: bare, address: parsed.data }
  context.addIssue({ code: 'custom', message: 'must be a mail address, or "Name <address>"' })
  return z.NEVER
})

/** A line break in a header would begin another header. */
export const hasControls = (text: string): boolean => /[\p{Cc}\u2028\u2029]/u.test(text)
