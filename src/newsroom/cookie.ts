/**
 * Cookies of the newsroom. With encryption each is bound to this host and to encrypted connections (RFC 6265bis,
 * `__Host-`); a machine's own address without encryption cannot have that.
 */
const names = {
  /** The session. */
  session: 'gawai',
  /** A browser that stands at the door with a passkey in hand. */
  browser: 'gawai-door',
  /** What was agreed with another house before somebody was sent there. */
  openid: 'gawai-openid',
} as const

type CookieName = keyof typeof names

/** Seconds: a session's own end comes first; what happens at the door happens soon. */
const lastsFor: Record<CookieName, number> = { session: 7 * 24 * 3600, browser: 600, openid: 600 }

const isEncrypted = (origin: string): boolean => origin.startsWith('https:')
const nameAt = (name: CookieName, origin: string): string => `${isEncrypted(origin) ? '__Host-' : ''}${names[name]}`

const tokenForm = /^[\w-]{43}$/
const sealedForm = /^[\w-]{1,2048}$/

/** The cookie's value as a browser sends it; undefined when there is none, or nothing of that form. */
export function cookieIn({ headers }: Request, name: CookieName, origin: string): string | undefined {
  const wanted = nameAt(name, origin)
  const form = name === 'openid' ? sealedForm : tokenForm
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=')
    if (key === wanted && form.test(value)) return value
  }
  return undefined
}

/** @param value '' takes the cookie away */
export function cookie(name: CookieName, value: string, origin: string): string {
  const secure = isEncrypted(origin) ? '; Secure' : ''
  const end = value === '' ? 0 : lastsFor[name]
  return `${nameAt(name, origin)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=${end}`
}
