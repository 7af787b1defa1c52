interface Place {
  left: number
  top: number
  bottom: number
}

const gap = 8

/** Lays a piece above or below a place of the text, inside the window. On a phone the style sheet lays it otherwise. */
export function layAt(piece: HTMLElement, { left, top, bottom }: Place, wanted: 'above' | 'below'): void {
  const { width, height } = piece.getBoundingClientRect()
  const [above, below] = [top - height - gap, bottom + gap]
  const fits = wanted === 'above' ? above > gap : below + height < innerHeight
  const isAbove = (wanted === 'above') === fits
  piece.style.setProperty('--left', `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`)
  piece.style.setProperty('--top', `${Math.max(gap, isAbove ? above : below)}px`)
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
