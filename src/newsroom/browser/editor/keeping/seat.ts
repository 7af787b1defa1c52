const place = 'gawai-tab'

/** A name that nobody else has; browsers make UUIDs only on encrypted connections. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The name of this tab. It stays through a reload and a crash, so that nobody is kept out by a page of their own that is
 * gone; a copy of a tab gets another.
 */
export async function seatOfTab(): Promise<string> {
  const known = sessionStorage.getItem(place)
  const tab = known !== null && (await isFree(known)) ? known : newToken()
  if (tab !== known) await isFree(tab)
  sessionStorage.setItem(place, tab)
  return tab
}

/** Whether no page that is alive has this name; from now on this one has it (Web Locks API). */
function isFree(tab: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  if (!('locks' in navigator)) return Promise.resolve(false)
  const options = { ifAvailable: true }
  void navigator.locks.request(`gawai-tab-${tab}`, options, (lock) => {
    resolve(lock !== null)
    return lock === null ? undefined : new Promise<never>(() => {})
  })
  return promise
}
