/** A web address as somebody types it, also without its "https://"; undefined for what is none. */
export function typedAddress(text: string): string | undefined {
  const typed = text.trim()
  const address = /^[\w-]+(\.[\w-]+)+/.test(typed) ? `https://${typed}` : typed
  return /^https?:\/\/\S+$/.test(address) ? URL.parse(address)?.href : undefined
}
