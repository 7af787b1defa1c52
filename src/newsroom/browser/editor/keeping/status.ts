import type { Told } from './autosave.ts'
import type { Speech } from './words.ts'

export interface Status {
  told(what: Told): void
}

/**
 * Says in words how it stands with what was typed. What goes well is not read out: it happens every few seconds.
 *
 * @param place where the page has none, nothing is said
 * @param savedAt when the article was last saved, 0 when never
 * @param isKept whether the browser keeps what is not saved
 */
export function statusIn(
  place: HTMLElement | null,
  { say, time }: Speech,
  savedAt: number,
  isKept: () => boolean,
): Status {
  if (!place) return { told: () => {} }
  let lastSaved = savedAt
  const show = (words: string, isTrouble = false) => {
    place.setAttribute('aria-live', isTrouble ? 'polite' : 'off')
    place.classList.toggle('trouble', isTrouble)
    const text = isTrouble && !isKept() ? `${words}. ${say('notKept')}` : words
    if (place.textContent !== text) place.textContent = text
  }
  const saved = () => show(lastSaved === 0 ? '' : say('saved', { time: time(lastSaved) }))
  saved()
  return {
    told(what) {
      if (what.outcome === 'saved') lastSaved = what.at
      if (what.outcome === 'saved' || what.outcome === 'same') saved()
      else if (what.outcome === 'saving') {
        // What is tried again says so already.
        if (!place.classList.contains('trouble')) show(say('saving'))
      } else if (what.outcome === 'unreachable') show(say('noNetwork'), true)
      else if (what.outcome === 'refused') show(say('refused', { problem: what.problem }), true)
      else show(say('unsaved'))
    },
  }
}
