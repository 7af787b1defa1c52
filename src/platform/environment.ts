import { resolve } from 'node:path'
import { z } from 'zod'
import { mailbox } from './mail/mail-address.ts'
import type { MailOptions } from './mail/mail.ts'
import type { OpenidOptions } from './openid.ts'
import { Invalid } from './refusals.ts'

const origin = z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin)

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  GAWAI_DATA: z.string().min(1).default('data'),
  GAWAI_DATABASE: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  GAWAI_ORIGIN: origin.optional(),
  GAWAI_PROXY: z.string().default(''),
  GAWAI_SMTP: z
    .url({ protocol: /^smtps?$/, hostname: /./ })
    .refine(isSignInWhole)
    .optional(),
  GAWAI_MAIL_FROM: mailbox.optional(),
  GAWAI_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((address) => address.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(`${address}/`))
    .optional(),
  GAWAI_OIDC_CLIENT: z.string().optional(),
  GAWAI_OIDC_SECRET: z.string().optional(),
  GAWAI_PAGE_STORE: z.enum(['on', 'off']).default('on'),
})

const meanings: Record<keyof z.infer<typeof variables>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1',
  GAWAI_DATA: 'a folder',
  GAWAI_DATABASE: 'a PostgreSQL address such as postgres://user@host/name',
  GAWAI_ORIGIN: 'the address readers use, such as https://news.example',
  GAWAI_PROXY: 'addresses or networks whose X-Forwarded-Host counts, such as 10.0.0.0/8',
  GAWAI_SMTP: 'a mail server such as smtp://user:password@mail.example:587, or smtps:// for encryption from the start',
  GAWAI_MAIL_FROM: 'a mail address, or "Name <address>"',
  GAWAI_OIDC_ISSUER:
    'the https:// address of another house whose sign-in counts here, such as https://accounts.example',
  GAWAI_OIDC_CLIENT: 'the name by which that house knows this site',
  GAWAI_OIDC_SECRET: 'what proves to that house that it is this site',
  GAWAI_PAGE_STORE: '"on" or "off"',
}

/** What the operator sets from outside. */
export interface Environment {
  port: number
  host: string
  data: string
  database?: string
  origin?: string
  proxy: string[]
  mail?: MailOptions
  openid?: OpenidOptions
  pageStore: 'on' | 'off'
}

/** @throws Invalid naming the variable and what it should be */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  // An empty variable is how shells and unit files spell "not set".
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = variables.safeParse(set)
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0]
    const variable = Object.keys(meanings).find((known): known is keyof typeof meanings => known === name)
    throw new Invalid(
      `The environment variable ${String(name)} is "${withoutPassword(env[String(name)])}"; it must be ${variable ? meanings[variable] : 'something else'}`,
    )
  }
  const { PORT, HOST, GAWAI_DATA, GAWAI_DATABASE, GAWAI_ORIGIN, GAWAI_PROXY, GAWAI_PAGE_STORE } = parsed.data
  const { GAWAI_SMTP, GAWAI_MAIL_FROM } = parsed.data
  return {
    port: PORT,
    host: HOST,
    data: resolve(GAWAI_DATA),
    proxy: GAWAI_PROXY.split(/[\s,]+/).filter((entry) => entry !== ''),
    mail: {
      ...(GAWAI_SMTP !== undefined && { smtp: GAWAI_SMTP }),
      ...(GAWAI_MAIL_FROM !== undefined && { from: GAWAI_MAIL_FROM }),
    },
    ...openidIn(parsed.data),
    pageStore: GAWAI_PAGE_STORE,
    ...(GAWAI_DATABASE !== undefined && { database: GAWAI_DATABASE }),
    ...(GAWAI_ORIGIN !== undefined && { origin: GAWAI_ORIGIN }),
  }
}

/** All three or none: one alone is a mistake that nobody would see. */
function openidIn(set: z.infer<typeof variables>): { openid?: OpenidOptions } {
  const { GAWAI_OIDC_ISSUER: issuer, GAWAI_OIDC_CLIENT: client, GAWAI_OIDC_SECRET: secret } = set
  if (issuer !== undefined && client !== undefined && secret !== undefined)
    return { openid: { issuer, client, secret } }
  if (issuer === undefined && client === undefined && secret === undefined) return {}
  const missing = Object.entries({ GAWAI_OIDC_ISSUER: issuer, GAWAI_OIDC_CLIENT: client, GAWAI_OIDC_SECRET: secret })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name)
  throw new Invalid(
    `GAWAI_OIDC_ISSUER, GAWAI_OIDC_CLIENT and GAWAI_OIDC_SECRET are set together or not at all; missing: ${missing.join(', ')}`,
  )
}

/** A name without a password, or one that was not percent-encoded, signs nobody in. */
function isSignInWhole(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  try {
    return (decodeURIComponent(username) === '') === (decodeURIComponent(password) === '')
  } catch {
    return false
  }
}

/** A refusal may end up in a log. */
const withoutPassword = (value = ''): string => value.replace(/^(\w+:\/\/)[^/]*@/, '$1…@')
