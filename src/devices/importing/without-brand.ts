/** A name without the brand's in front of it, unless that is all of it. */
export function withoutBrand(name: string, brand: string): string {
  const words = name.trim()
  const start = words.slice(0, brand.length)
  const rest = words.slice(brand.length)
  const isNamed = brand !== '' && start.toLowerCase() === brand.toLowerCase() && /^[\s_-]/.test(rest)
  const bare = rest.replace(/^[\s_-]+/, '')
  return isNamed && /[\p{L}\p{N}]/u.test(bare) ? bare : words
}
