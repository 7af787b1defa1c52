/**
 * The name of the session's cookie. With encryption it is bound to this host and to encrypted connections (RFC 6265bis,
 * `__Host-`); a machine's own address without encryption cannot have that.
 */
const nameAt = (origin: string): string => (isEncrypted(origin) ? '__Host-gawai' : 'gawai')
const isEncrypted = (origin: string): boolean => origin.startsWith('https:')

const tokenForm = /^[\w-]{43}$/

/** The session's token as a browser sends it; undefined when there is none, or nothing of that form. */
export function tokenIn({ headers }: Request, origin: string): string | undefined {
  const name = nameAt(origin)
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=')
    if (key === name && tokenForm.test(value)) return value
  }
  return undefined
}

/** @param token '' takes the cookie away */
export function sessionCookie(token: string, origin: string): string {
  const secure = isEncrypted(origin) ? '; Secure' : ''
  const end = token === '' ? '; Max-Age=0' : '; Max-Age=604800'
  return `${nameAt(origin)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}${end}`
}
