import { arrows, draggable, handle, place } from './crop-pieces.ts'
import { preview } from './crop-preview.ts'
import { block, element } from './elements.ts'

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
    block('crop-tool'),
    new Image(),
    handle('crop-part', words.part),
    handle('crop-point', words.point),
  ]
  const corner = block('crop-corner')
  picture.alt = ''
  picture.src = form.dataset['crop'] ?? ''
  part.append(corner)
  tool.append(picture, part, point)
  const hint = element('p', words.hint)
  hint.className = 'hint'
  const previews = ['16 / 9', '1 / 1', '4 / 5'].map((ratio) => preview(ratio, picture.src))
  const shelf = block('crop-previews')
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
