/** 256 bits in base64url, alone or behind the id that they sign; with a capital, which no slug has. */
const secret = /^(?:[1-9]\d{0,15}-)?(?=[\w-]*[A-Z])[\w-]{43}$/

/** A path as it may stand in a log: who reads that must not come in by a link that somebody was sent. */
export const loggedPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => (secret.test(segment) ? ':token' : segment))
    .join('/')
