export interface Occasions {
  /** The page may be gone in a moment. */
  hidden(): void
  gone(): void
  /** A network is there again, or somebody looks at the page again. */
  back(): void
  /** Somebody asks for it: the button, or the keys that save everywhere. */
  asked(): void
  isAtRisk(): boolean
}

/** When to save besides the usual pace. */
export function onOccasions(form: HTMLFormElement, { hidden, gone, back, asked, isAtRisk }: Occasions): void {
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? hidden() : back()))
  addEventListener('pagehide', gone)
  addEventListener('pageshow', ({ persisted }) => persisted && back())
  addEventListener('online', back)
  addEventListener('focus', back)
  addEventListener('beforeunload', (event) => {
    if (isAtRisk()) event.preventDefault()
  })
  form.addEventListener('submit', (event) => {
    // Buttons that do something else have an address of their own.
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    asked()
  })
  addEventListener('keydown', (event) => {
    if (event.key !== 's' || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    asked()
  })
}
