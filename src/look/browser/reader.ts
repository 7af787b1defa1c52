import { sayAgo } from './ago.ts'

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

/** Today's news says how long ago it was; the exact time stays in the page for programs. */
sayAgo(document.querySelectorAll('main li time, main article > time'), (time, words) => (time.textContent = words))

// When the reader has all of the page. Refused in private windows and without encryption: then there is no offline page,
// and all else is the same.
addEventListener('load', () =>
  setTimeout(() => void navigator.serviceWorker?.register('/offline.js').catch(() => {}), 3000),
)
