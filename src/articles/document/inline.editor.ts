import { InputRule, Mark, markInputRule, Node } from '@tiptap/core'
import { addressIn } from './elements.editor.ts'
import { isAddress, required } from './schema.editor.ts'
import { type SimpleMark, simpleMarks } from './shared/marks.ts'
import { webAddress } from './shared/web-address.ts'

interface Habits {
  /** Elements that mean the same as our own. */
  also?: readonly string[]
  keys: string
  /** What one types for it in Markdown; the last group is the words. */
  typed?: readonly RegExp[]
}

const habits: Record<SimpleMark, Habits> = {
  bold: {
    also: ['b'],
    keys: 'Mod-b',
    typed: [/(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/, /(?:^|\s)(__(?!\s)([^_]+)(?<!\s)__)$/],
  },
  italic: {
    also: ['i', 'cite', 'dfn', 'var'],
    keys: 'Mod-i',
    typed: [/(?:^|\s)(\*(?![\s*])([^*]+)(?<!\s)\*)$/, /(?:^|\s)(_(?![\s_])([^_]+)(?<!\s)_)$/],
  },
  underline: { also: ['ins'], keys: 'Mod-u' },
  strike: {
    also: ['del', 'strike'],
    keys: 'Mod-Shift-s',
    typed: [/(?:^|\s)(~~(?!\s)([^~]+)(?<!\s)~~)$/],
  },
  highlight: { keys: 'Mod-Shift-h', typed: [/(?:^|\s)(==(?!\s)([^=]+)(?<!\s)==)$/] },
  subscript: { keys: 'Mod-,' },
  superscript: { keys: 'Mod-.' },
  code: { also: ['kbd', 'samp', 'tt'], keys: 'Mod-e', typed: [/(?<!`)(`([^`]+)`)$/] },
}

const simpleMark = (name: SimpleMark, { also = [], keys, typed = [] }: Habits) =>
  Mark.create({
    name,
    code: name === 'code',
    parseHTML: () => [simpleMarks[name], ...also].map((tag) => ({ tag })),
    renderHTML: () => [simpleMarks[name], 0],
    addKeyboardShortcuts() {
      return { [keys]: () => this.editor.commands.toggleMark(this.name) }
    },
    addInputRules() {
      return typed.map((find) => markInputRule({ find, type: this.type }))
    },
  })

const marks = Object.entries(habits).map(([name, habit]) => simpleMark(name as SimpleMark, habit)) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the keys of the table above

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Makes what is selected, or the link around the cursor, lead there. Does nothing when it is no address. */
      setLink: (written: string) => ReturnType
      unsetLink: () => ReturnType
    }
  }
}

const link = Mark.create({
  name: 'link',
  // Around all other marks, as pages show it.
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: required(isAddress()) }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (found) => {
        const href = addressIn(found, 'href')
        return href === undefined ? false : { href }
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: String(mark.attrs['href']), rel: 'noopener' }, 0],
  addCommands() {
    return {
      setLink:
        (written) =>
        ({ chain }) => {
          const href = webAddress(written)
          return href !== undefined && chain().extendMarkRange(this.name).setMark(this.name, { href }).run()
        },
      unsetLink:
        () =>
        ({ chain }) =>
          chain().extendMarkRange(this.name).unsetMark(this.name).run(),
    }
  },
  addInputRules() {
    const linked = (words: string, written: string) => {
      const href = webAddress(written)
      return href === undefined ? undefined : this.editor.schema.text(words, [this.type.create({ href })])
    }
    return [
      new InputRule({
        find: /\[([^[\]]+)\]\(([^()\s]+)\)$/,
        handler({ state: { tr }, range, match: [, words = '', written = ''] }) {
          const text = linked(words, written)
          if (text) tr.replaceWith(range.from, range.to, text)
        },
      }),
      new InputRule({
        find: /(?<=^|\s)(https?:\/\/\S+[^\s.,;:!?)])\s$/,
        handler({ state: { tr, schema }, range, match: [, written = ''] }) {
          const text = linked(written, written)
          if (text) tr.replaceWith(range.from, range.to, [text, schema.text(' ')])
        },
      }),
    ]
  },
})

const hardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const broken = () =>
      this.editor.commands.first(({ commands }) => [
        () => commands.exitCode(),
        () => commands.insertContent({ type: this.name }),
      ])
    return { 'Shift-Enter': broken, 'Mod-Enter': broken }
  },
})

const text = Node.create({ name: 'text', group: 'inline' })

/** What lines are made of. */
export const inline = [text, hardBreak, link, ...marks]
