/** A link to something on another host that becomes a frame after a click, and only then. */
class GawaiEmbed extends HTMLElement {
  connectedCallback(): void {
    const { frame, say } = this.dataset
    if (!frame || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = say ?? ''
    button.addEventListener('click', () => this.load(frame))
    this.append(button)
  }

  load(address: string): void {
    const frame = document.createElement('iframe')
    frame.src = address
    frame.title = this.querySelector('a')?.textContent ?? ''
    frame.allowFullscreen = true
    frame.referrerPolicy = 'no-referrer'
    this.replaceChildren(frame)
    // The button that had the keyboard is gone.
    frame.focus()
  }
}

customElements.define('gawai-embed', GawaiEmbed)

/** The frame around a page is the same for all of them, so only the browser knows which of its links leads here. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.masthead nav a, .rail a'))
  if (link.pathname === location.pathname) link.ariaCurrent = 'page'

const anHour = 3_600_000
const isRecent = (time: Element) => {
  const age = Date.now() - Date.parse(time.getAttribute('datetime') ?? '')
  return age >= 0 && age < 24 * anHour
}

/** Today's news says how long ago it was; the exact time stays in the page for programs. */
const recent = [...document.querySelectorAll('main li time, main article > time')].filter(isRecent)
if (recent.length > 0) {
  const ago = new Intl.RelativeTimeFormat(document.documentElement.lang)
  for (const time of recent) {
    const age = Date.now() - Date.parse(time.getAttribute('datetime') ?? '')
    const [number, unit] = age < anHour ? [age / 60_000, 'minutes' as const] : [age / anHour, 'hours' as const]
    time.textContent = ago.format(-Math.max(1, Math.floor(number)), unit)
  }
}

// When the reader has all of the page. Refused in private windows and without encryption: then there is no offline page,
// and all else is the same.
addEventListener('load', () =>
  setTimeout(() => void navigator.serviceWorker?.register('/offline.js').catch(() => {}), 3000),
)
