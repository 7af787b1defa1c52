import type { AutosaveParts } from './autosave.ts'

/** The browser's. */
export const clock: AutosaveParts['clock'] = {
  now: () => Date.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}
