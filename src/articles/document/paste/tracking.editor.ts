const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|yclid|_hs\w+|ved|usg|smid|cmpid)$/i

/** The address without what only tells its host who came from where, and out of the detour that Google makes of it. */
export function withoutTracking(written: string): string {
  if (!/^https?:/i.test(written) || !URL.canParse(written)) return written
  const url = new URL(written)
  const target =
    /^(www\.)?google\.[\w.]+$/.test(url.hostname) && url.pathname === '/url' ? url.searchParams.get('q') : null
  if (target !== null) return withoutTracking(target)
  const marks = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  if (marks.length === 0) return written
  for (const name of marks) url.searchParams.delete(name)
  return url.href
}
