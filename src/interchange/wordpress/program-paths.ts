/**
 * Where the program itself answers, whoever else would live there. Its other addresses (lists of brands, the archive)
 * give way to an article that stood there on the old site. `reserved-paths.test.ts` holds this to what the program does.
 */
const patterns = [
  'id|en',
  '((id|en)/)?(terbaru|latest|cari|search|feed)',
  'newsroom(/.*)?',
  'langganan(/surat|/(saya|berhenti)/[^/]+)?',
  '(pratinjau|preview)/[^/]+',
  'subscriptions(/letter|/(mine|end)/[^/]+)?',
  'healthz|readyz',
  'robots\\.txt|favicon\\.ico|logo\\.svg|offline\\.js',
  'sitemaps/(\\d+|lists)\\.xml',
  '[^/]*sitemap[^/]*\\.xml|wp-[^/]*\\.php|comments/feed',
  'media/[0-9a-f]{32}\\.\\w+',
]
const programPath = new RegExp(`^/(${patterns.join('|')})/?$`)

export const isProgramPath = (path: string): boolean => programPath.test(path)

/**
 * The same path with a number, so that it is somebody else's: `/a/b-2/`, or `/a-2/b/` where the program has all that
 * lies below `/a/`.
 */
export function numbered(path: string, number: number): string {
  const last = path.replace(/(\/?)$/, `-${number}$1`)
  return isProgramPath(last) ? path.replace(/^\/[^/]+/, `$&-${number}`) : last
}
