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
  }
}

customElements.define('gawai-embed', GawaiEmbed)
