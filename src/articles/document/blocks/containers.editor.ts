import { Node, wrappingInputRule } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import type { ResolvedPos } from '@tiptap/pm/model'
import { addressIn, numberIn } from '../elements.editor.ts'
import { attribute, contentOf, groupOf, isAddress, isNumber } from '../schema.editor.ts'
import { mostStart } from '../shared/limits.ts'
import type { Surroundings } from '../surroundings.editor.ts'

const item = 'listItem'

const bulletList = Node.create({
  name: 'bulletList',
  // Tiptap's commands know lists by this group.
  group: `${groupOf('bulletList')} list`,
  content: contentOf('bulletList'),
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-8': () => this.editor.commands.toggleList(this.name, item) }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*([-+*•])\s$/, type: this.type })]
  },
})

const orderedList = Node.create({
  name: 'orderedList',
  group: `${groupOf('orderedList')} list`,
  content: contentOf('orderedList'),
  addAttributes: () => ({ start: attribute(isNumber(0, mostStart), { default: 1 }) }),
  parseHTML: () => [{ tag: 'ol', getAttrs: (found) => ({ start: numberIn(found, 'start', 0, mostStart) ?? 1 }) }],
  renderHTML: ({ node: { attrs } }) => ['ol', attrs['start'] === 1 ? {} : { start: String(attrs['start']) }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList(this.name, item) }
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,5})[.)]\s$/,
        type: this.type,
        getAttributes: ([, number]) => ({ start: Number(number) }),
        joinPredicate: ([, number], before) => before.childCount + Number(before.attrs['start']) === Number(number),
      }),
    ]
  },
})

const listItem = Node.create({
  name: item,
  content: contentOf('listItem'),
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

const listKeys = ListKeymap.configure({
  listTypes: [{ itemName: item, wrapperNames: ['bulletList', 'orderedList', 'keyPoints'] }],
})

const blockquote = Node.create({
  name: 'blockquote',
  group: groupOf('blockquote'),
  content: contentOf('blockquote'),
  defining: true,
  addAttributes: () => ({ cite: attribute(isAddress()) }),
  parseHTML: () => [{ tag: 'blockquote', getAttrs: (found) => ({ cite: addressIn(found, 'cite') ?? null }) }],
  renderHTML: ({ node }) => ['blockquote', { cite: node.attrs['cite'] }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap(this.name) }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
})

const keyPoints = ({ words }: Surroundings) =>
  Node.create({
    name: 'keyPoints',
    group: `${groupOf('keyPoints')} list`,
    content: contentOf('keyPoints'),
    defining: true,
    // Before a list item's own keys.
    priority: 200,
    parseHTML: () => [
      { tag: 'aside.key-points', contentElement: (found) => found.querySelector('ul, ol') ?? found, priority: 60 },
    ],
    renderHTML: () => [
      'aside',
      { class: 'key-points' },
      ['h2', { contenteditable: 'false' }, words.keyPoints],
      ['ul', 0],
    ],
    addKeyboardShortcuts() {
      // A point below a point would be a box of key points inside another.
      return { Tab: ({ editor }) => isPoint(editor.state.selection.$from) }
    },
  })

const isPoint = (at: ResolvedPos): boolean =>
  at.depth >= 3 && at.node(-1).type.name === item && at.node(-2).type.name === 'keyPoints'

export const containers = (around: Surroundings) => [
  bulletList,
  orderedList,
  listItem,
  listKeys,
  blockquote,
  keyPoints(around),
]
