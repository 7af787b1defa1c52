import { block } from './elements.ts'

/** In per cent of the picture. */
type By = (across: number, down: number) => void

/** Something that takes the focus of the keyboard. */
export function handle(name: string, words: string): HTMLDivElement {
  const made = block(name)
  made.tabIndex = 0
  made.setAttribute('role', 'group')
  made.setAttribute('aria-label', words)
  return made
}

/** Lays a piece on the picture, in per cent of it. */
export function place(piece: HTMLElement, shares: Partial<Record<'left' | 'top' | 'width' | 'height', number>>): void {
  for (const [name, share] of Object.entries(shares)) piece.style.setProperty(name, `${share}%`)
}

/** Tells by how much it is dragged, in per cent of the tool. */
export function draggable(tool: HTMLElement, piece: HTMLElement, by: By): void {
  piece.addEventListener('pointerdown', (start) => {
    start.preventDefault()
    start.stopPropagation()
    piece.setPointerCapture(start.pointerId)
    let [x, y] = [start.clientX, start.clientY]
    const drag = ({ clientX, clientY }: PointerEvent) => {
      const { width, height } = tool.getBoundingClientRect()
      by(((clientX - x) / width) * 100, ((clientY - y) / height) * 100)
      ;[x, y] = [clientX, clientY]
    }
    const end = () => piece.removeEventListener('pointermove', drag)
    piece.addEventListener('pointermove', drag)
    piece.addEventListener('pointerup', end, { once: true })
    piece.addEventListener('pointercancel', end, { once: true })
  })
}

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Tells by how much it is moved by arrow keys, one per cent each, and whether Shift was held. */
export function arrows(piece: HTMLElement, by: (across: number, down: number, isShift: boolean) => void): void {
  piece.addEventListener('keydown', (event) => {
    const direction = directions[event.key]
    if (!direction || event.target !== piece) return
    event.preventDefault()
    by(...direction, event.shiftKey)
  })
}
