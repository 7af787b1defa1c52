import { type Html, html } from '#platform/html.ts'

const quietZone = 4

/** A text as a QR code, in black on white whatever the page's colours are: cameras want that. */
export async function qrView(text: string, words: string): Promise<Html> {
  const { encodeQR } = await import('qr')
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone })
  const size = rows.length
  const path = rows.flatMap((row, y) => runsIn(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('')
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    width="240"
    height="240"
    role="img"
    aria-label="${words}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${size}v${size}h-${size}z" />
    <path fill="#000" d="${path}" />
  </svg> `
}

/** Where dark stretches begin in a row, and how long they are. */
function runsIn(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  }
  return runs
}
