/** What the tool says, in the person's language. */
interface Words {
  part: string
  point: string
  hint: string
}

/** Puts the picture above its crop form: the part and the focal point are dragged, or moved with arrow keys. */
export function cropping(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset['words'] ?? '{}') as Words // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by crop-form.ts
  const input = (name: string) => form.elements.namedItem(name) as HTMLInputElement // oxlint-disable-line typescript/no-unsafe-type-assertion -- crop-form.ts gives each a number field
  const value = (name: string) => Number(input(name).value) || 0
  const set = (name: string, to: number, least = 0, most = 100) => {
    const held = Math.min(most, Math.max(least, to))
    input(name).value = String(Math.round(held * 10) / 10)
    input(name).dispatchEvent(new Event('input', { bubbles: true }))
  }
  const [tool, picture, part, point] = [
    div('crop-tool'),
    new Image(),
    handle('crop-part', words.part),
    handle('crop-point', words.point),
  ]
  const corner = div('crop-corner')
  picture.alt = ''
  picture.src = form.dataset['crop'] ?? ''
  part.append(corner)
  tool.append(picture, part, point)
  const hint = document.createElement('p')
  hint.className = 'hint'
  hint.textContent = words.hint
  const previews = ['16 / 9', '1 / 1', '4 / 5'].map((ratio) => preview(ratio, picture.src))
  const shelf = div('crop-previews')
  shelf.append(...previews.map(({ frame }) => frame))
  form.prepend(tool, hint, shelf)

  const draw = () => {
    const [left, top, width, height] = [value('left'), value('top'), value('width'), value('height')]
    place(part, { left, top, width, height })
    const [x, y] = [left + (value('x') / 100) * width, top + (value('y') / 100) * height]
    place(point, { left: x, top: y })
    for (const { show } of previews) show(picture, { left, top, width, height, x, y })
  }
  const move = (across: number, down: number) => {
    set('left', value('left') + across, 0, 100 - value('width'))
    set('top', value('top') + down, 0, 100 - value('height'))
  }
  const size = (across: number, down: number) => {
    set('width', value('width') + across, 1, 100 - value('left'))
    set('height', value('height') + down, 1, 100 - value('top'))
  }
  const aim = (across: number, down: number) => {
    set('x', value('x') + (across * 100) / Math.max(1, value('width')))
    set('y', value('y') + (down * 100) / Math.max(1, value('height')))
  }
  form.addEventListener('input', draw)
  picture.addEventListener('load', draw)
  draggable(tool, corner, size)
  draggable(tool, part, move)
  draggable(tool, point, aim)
  arrows(part, (across, down, isShift) => (isShift ? size(across, down) : move(across, down)))
  arrows(point, aim)
  draw()
}

type By = (across: number, down: number) => void

/** Tells by how much it is dragged, in per cent of the tool. */
function draggable(tool: HTMLElement, piece: HTMLElement, by: By): void {
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

function arrows(piece: HTMLElement, by: (across: number, down: number, isShift: boolean) => void): void {
  piece.addEventListener('keydown', (event) => {
    const direction = directions[event.key]
    if (!direction || event.target !== piece) return
    event.preventDefault()
    by(...direction, event.shiftKey)
  })
}

interface Shown {
  left: number
  top: number
  width: number
  height: number
  /** The focal point in the whole picture. */
  x: number
  y: number
}

/** What a crop of that ratio will show, as the darkroom cuts it (`cropAround`). */
function preview(ratio: string, src: string) {
  const frame = div('crop-preview')
  frame.style.aspectRatio = ratio
  const image = new Image()
  image.alt = ''
  image.src = src
  frame.append(image)
  const [across = 1, down = 1] = ratio.split('/').map(Number)
  const show = ({ naturalWidth, naturalHeight }: HTMLImageElement, { left, top, width, height, x, y }: Shown) => {
    if (naturalWidth === 0) return
    const part = { width: (naturalWidth * width) / 100, height: (naturalHeight * height) / 100 }
    const cut = {
      width: Math.min(part.width, (part.height * across) / down),
      height: Math.min(part.height, (part.width * down) / across),
    }
    const start = (whole: number, length: number, point: number) =>
      Math.min(whole - length, Math.max(0, point - length / 2))
    const from = {
      x: (naturalWidth * left) / 100 + start(part.width, cut.width, (naturalWidth * (x - left)) / 100),
      y: (naturalHeight * top) / 100 + start(part.height, cut.height, (naturalHeight * (y - top)) / 100),
    }
    image.style.width = `${(naturalWidth / cut.width) * 100}%`
    image.style.transform = `translate(${(-from.x / naturalWidth) * 100}%, ${(-from.y / naturalHeight) * 100}%)`
  }
  return { frame, show }
}

function place(piece: HTMLElement, shares: Partial<Record<'left' | 'top' | 'width' | 'height', number>>): void {
  for (const [name, share] of Object.entries(shares)) piece.style.setProperty(name, `${share}%`)
}

function div(name: string): HTMLDivElement {
  const made = document.createElement('div')
  made.className = name
  return made
}

/** Something that takes the focus of the keyboard. */
function handle(name: string, words: string): HTMLDivElement {
  const made = div(name)
  made.tabIndex = 0
  made.setAttribute('role', 'group')
  made.setAttribute('aria-label', words)
  return made
}
