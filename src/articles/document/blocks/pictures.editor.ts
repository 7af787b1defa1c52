import { Node } from '@tiptap/core'
import { addressIn, element, leafView, lineIn, numberIn, saidIn } from '../elements.editor.ts'
import { attribute, contentOf, groupOf, hasForm, isAddress, isNumber, isWords, required } from '../schema.editor.ts'
import { captioned, captionOf, creditOf } from '../shared/caption.ts'
import { colourForm, longest, mostColumns, mostPixels } from '../shared/limits.ts'
import { isElsewhere, isPictureAddress } from '../shared/web-address.ts'
import type { Surroundings } from '../surroundings.editor.ts'

type Attributes = Readonly<Record<string, unknown>>

const words = isWords(longest.words)
const pixels = () => attribute(isNumber(1, mostPixels))

const image = (around: Surroundings) =>
  Node.create({
    name: 'image',
    group: groupOf('image'),
    content: contentOf('image'),
    draggable: true,
    addAttributes: () => ({
      src: required(isAddress(isPictureAddress)),
      alt: { ...required(words), default: '', isRequired: false },
      caption: attribute(words),
      credit: attribute(words),
      width: pixels(),
      height: pixels(),
      colour: attribute(hasForm(colourForm)),
    }),
    parseHTML: () => [
      { tag: 'figure', getAttrs: (found) => pictureIn(found.querySelector('img'), found) },
      { tag: 'img', getAttrs: (found) => pictureIn(found) },
    ],
    renderHTML: ({ node: { attrs } }) => [
      'figure',
      { class: 'picture' },
      [
        'img',
        {
          src: attrs['src'],
          alt: attrs['alt'],
          width: attrs['width'],
          height: attrs['height'],
          'data-colour': attrs['colour'],
        },
      ],
      ['figcaption', ['span', attrs['caption'] ?? ''], ['span', { class: 'credit' }, attrs['credit'] ?? '']],
    ],
    addNodeView: () => leafView('picture', (attrs) => [shown(attrs, around), below(attrs)]),
  })

function pictureIn(found: Element | null, figure?: Element): Record<string, unknown> | false {
  const src = addressIn(found, 'src')
  if (!found || src === undefined || !isPictureAddress(src)) return false
  const colour = found.getAttribute('data-colour') ?? ''
  return {
    src,
    alt: (found.getAttribute('alt') ?? '').slice(0, longest.words),
    width: numberIn(found, 'width', 1, mostPixels) ?? null,
    height: numberIn(found, 'height', 1, mostPixels) ?? null,
    colour: colourForm.test(colour) ? colour : null,
    ...captionIn(figure?.querySelector('figcaption')),
  }
}

/** Our own markup says which words are the credit; elsewhere it stands in the line. */
function captionIn(found: Element | null | undefined) {
  if (!found) return {}
  const credit = found.querySelector('.credit')
  if (!credit) return captionOf(lineIn(found))
  const name = lineIn(credit)
  const line = lineIn(found)
  return captioned(line.endsWith(name) ? line.slice(0, line.length - name.length) : line, creditOf(name))
}

function shown({ src, alt }: Attributes, { words: say, pictureAt }: Surroundings): HTMLElement {
  const address = saidIn(src) ?? ''
  if (isElsewhere(address)) return element('p', { class: 'elsewhere' }, `${say.pictureElsewhere}: ${address}`)
  return element('img', { src: pictureAt?.(address) ?? address, alt: saidIn(alt) ?? say.picture, draggable: 'false' })
}

function below({ caption, credit }: Attributes): HTMLElement {
  const name = saidIn(credit)
  return element('figcaption', {}, saidIn(caption), name && element('span', { class: 'credit' }, ` ${name}`))
}

const gallery = Node.create({
  name: 'gallery',
  group: groupOf('gallery'),
  content: contentOf('gallery'),
  isolating: true,
  draggable: true,
  addAttributes: () => ({ columns: attribute(isNumber(1, mostColumns)), caption: attribute(words) }),
  parseHTML: () => [
    {
      tag: 'figure.gallery',
      priority: 60,
      getAttrs: (found) => ({
        caption: saidIn(lineIn(found.querySelector(':scope > figcaption')).slice(0, longest.words)) ?? null,
        columns: numberIn(found, 'data-columns', 1, mostColumns) ?? null,
      }),
      contentElement: (found) => found.querySelector<HTMLElement>(':scope > .pictures') ?? found,
    },
    { tag: 'figcaption', ignore: true },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'figure',
    { class: 'gallery', 'data-columns': attrs['columns'] },
    ['div', { class: 'pictures' }, 0],
    ['figcaption', { contenteditable: 'false' }, attrs['caption'] ?? ''],
  ],
})

export const pictures = (around: Surroundings) => [image(around), gallery]
