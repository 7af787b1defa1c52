import { isNodeSelection } from '@tiptap/core'
import { element } from '../elements.ts'
import { ask, askedChoice, askedField } from './asking.ts'
import { toolButton } from './tool-button.ts'
import { insertBlock } from './inserting.ts'
import { type Pick, picks } from './picks.ts'
import type { Sheet } from './sheet.ts'
import { bringPicture, pictureBlock } from './bring-picture.ts'

/** @param wanted one picture, a gallery of several, or more of them for the chosen gallery */
export function askPictures(sheet: Sheet, wanted: 'image' | 'gallery' | 'more'): void {
  const { say, tell, editor } = sheet
  const chosen = new Map<number, Pick>()
  const grid = element('ul')
  grid.className = 'picture-choice'
  const take = (picture: Pick) => {
    if (wanted !== 'image') return void chosen.set(picture.id, picture)
    dialog.close()
    insertBlock(editor, pictureBlock(picture))
  }
  const show = (found: readonly Pick[]) => {
    grid.replaceChildren(...found.map((picture) => tile(picture, chosen, wanted === 'image', take)))
    tell(found.length === 0 ? say('noResults') : say('results', { count: found.length }))
  }
  const now = wanted === 'more' ? editor.getAttributes('gallery') : {}
  const caption = askedField(say('caption'), String(now['caption'] ?? ''))
  const columns = columnsField(sheet, String(now['columns'] ?? ''))
  const search = searchField(say('findPicture'), async (words) => show(await picks(sheet, 'pictures', words)))
  const bring = async (files: Iterable<File>) => {
    for (const file of files) {
      const brought = await bringPicture(sheet, file)
      if (brought) take(brought)
      if (brought && wanted !== 'image') grid.prepend(tile(brought, chosen, false, take))
    }
  }
  const ways = element('p')
  ways.className = 'picture-ways'
  ways.append(fileField(sheet, say('choosePictures'), bring), fileField(sheet, say('camera'), bring, true))
  const dialog = ask(sheet, {
    title: say(wanted === 'image' ? 'picture' : 'gallery'),
    body: wanted === 'image' ? [ways, search, grid] : [caption.root, columns.root, ways, search, grid],
    ...(wanted !== 'image' && {
      done: say('useGallery'),
      onDone() {
        const content = [...chosen.values()].map(pictureBlock)
        const attrs = { caption: caption.field.value.trim() || null, columns: Number(columns.field.value) || null }
        if (wanted === 'more') changeGallery(sheet, attrs, content)
        else if (content.length === 0) return say('noResults')
        else insertBlock(editor, { type: 'gallery', attrs, content })
        return undefined
      },
    }),
  })
  dialog.classList.add('wide')
  void picks(sheet, 'pictures', '').then(show)
}

/** What is set already stays to be chosen: other programs set more. */
function columnsField({ say }: Sheet, now: string) {
  const counts = [...new Set(['2', '3', '4', now])].filter((count) => count !== '')
  return askedChoice(say('columns'), now, [['', say('columnsFit')], ...counts.map((count) => [count, count] as const)])
}

function changeGallery({ editor }: Sheet, attrs: Record<string, unknown>, content: Blocks): void {
  const { selection } = editor.state
  if (!isNodeSelection(selection)) return
  const chain = editor.chain().focus().updateAttributes('gallery', attrs)
  if (content.length > 0) chain.insertContentAt(selection.to - 1, content)
  chain.run()
}

type Blocks = ReturnType<typeof pictureBlock>[]

/** A picture of the library: pressed once, or chosen among several. */
function tile(picture: Pick, chosen: Map<number, Pick>, isOne: boolean, take: (picture: Pick) => void): HTMLElement {
  const [line, image, name] = [element('li'), element('img'), element('span', picture.name)]
  Object.assign(image, { src: picture.thumbnail ?? '', alt: '', loading: 'lazy' })
  const button = toolButton('', () => {
    if (isOne) return take(picture)
    if (chosen.has(picture.id)) chosen.delete(picture.id)
    else take(picture)
    button.ariaPressed = String(chosen.has(picture.id))
  })
  if (!isOne) button.ariaPressed = String(chosen.has(picture.id))
  button.append(image, name)
  line.append(button)
  return line
}

function searchField(words: string, find: (words: string) => Promise<void>): HTMLElement {
  const [root, label, input] = [element('p'), element('label', words), element('input')]
  Object.assign(input, { type: 'search', id: 'find-picture', autocomplete: 'off' })
  root.className = 'field'
  label.htmlFor = input.id
  root.append(label, input)
  let wait: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(() => void find(input.value), 150)
  })
  return root
}

function fileField(
  { place }: Sheet,
  words: string,
  bring: (files: Iterable<File>) => Promise<void>,
  isCamera = false,
): HTMLElement {
  const [label, input] = [element('label', words), element('input')]
  label.className = isCamera ? 'button camera' : 'button'
  Object.assign(input, { type: 'file', accept: place.dataset['accepted'] ?? 'image/*', multiple: !isCamera })
  if (isCamera) input.setAttribute('capture', 'environment')
  input.addEventListener('change', () => void bring([...(input.files ?? [])]))
  label.append(input)
  return label
}
