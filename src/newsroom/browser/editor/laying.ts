interface Place {
  left: number
  top: number
  bottom: number
}

const gap = 8

/**
 * Lays a piece above or below a place of the text, where nothing covers it. On a phone the style sheet lays it otherwise.
 *
 * @param covered how much of the window, from below, as `coveredBelow` tells it
 */
export function layAt(
  piece: HTMLElement,
  { left, top, bottom }: Place,
  wanted: 'above' | 'below',
  covered: number,
): void {
  const { width, height } = piece.getBoundingClientRect()
  const [above, below] = [top - height - gap, bottom + gap]
  const fits = wanted === 'above' ? above > gap : below + height < seenHeight() - covered
  const isAbove = (wanted === 'above') === fits
  piece.style.setProperty('--left', `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`)
  piece.style.setProperty('--top', `${Math.max(gap, isAbove ? above : below)}px`)
}

/** A keyboard of a phone lies over the window without changing its height. */
const seenHeight = (): number => visualViewport?.height ?? innerHeight

/** How many pixels of the window, from below, the bar at its end covers: the text stands above it. */
export function coveredBelow(form: HTMLFormElement): number {
  const top = form.querySelector('.save')?.getBoundingClientRect().top ?? innerHeight
  return Math.max(0, seenHeight() - top)
}

const [breath, step] = [8, 24]

/** The line that is being written is scrolled to where nothing covers it. */
export function keptInSight(form: HTMLFormElement) {
  const inside = { top: 0, left: 0, right: 0 }
  return {
    scrollThreshold: {
      ...inside,
      get bottom() {
        return coveredBelow(form) + breath
      },
    },
    scrollMargin: {
      ...inside,
      get bottom() {
        return coveredBelow(form) + step
      },
    },
  }
}

/** Tells the style sheet how much of the window a phone's keyboard covers. */
export function followKeyboard(): void {
  const seen = visualViewport
  if (!seen) return
  const tell = () => {
    const covered = Math.max(0, innerHeight - seen.height - seen.offsetTop)
    document.documentElement.style.setProperty('--keyboard', `${covered}px`)
  }
  seen.addEventListener('resize', tell)
  seen.addEventListener('scroll', tell)
}
