import { Node, nodeInputRule, textblockTypeInputRule } from '@tiptap/core'
import { CodeBlock } from '@tiptap/extension-code-block'
import { attribute, contentOf, groupOf, hasForm, required } from '../schema.editor.ts'
import { headingLevels, languageForm } from '../shared/limits.ts'

const paragraph = Node.create({
  name: 'paragraph',
  // First of its group: what the editor makes when it must make something.
  priority: 1000,
  group: groupOf('paragraph'),
  content: contentOf('paragraph'),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode(this.name) }
  },
})

/** The title of the page is its only heading of the first level. */
const levelOf: Record<string, number> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }

const heading = Node.create({
  name: 'heading',
  group: groupOf('heading'),
  content: contentOf('heading'),
  defining: true,
  addAttributes: () => ({ level: { ...required(isLevel), default: 2, isRequired: false } }),
  parseHTML: () => Object.entries(levelOf).map(([tag, level]) => ({ tag, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs['level']}`, 0],
  addKeyboardShortcuts() {
    return Object.fromEntries(
      headingLevels.map((level) => [
        `Mod-Alt-${level}`,
        () => this.editor.commands.toggleNode(this.name, 'paragraph', { level }),
      ]),
    )
  },
  addInputRules() {
    return headingLevels.map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^(#{${level === 2 ? '1,2' : level}})\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    )
  },
})

function isLevel(value: unknown): boolean {
  return headingLevels.some((level) => level === value)
}

const codeBlock = CodeBlock.extend({
  group: groupOf('codeBlock'),
  content: contentOf('codeBlock'),
  addAttributes: () => ({ language: attribute(hasForm(languageForm)) }),
  parseHTML: () => [
    { tag: 'pre', preserveWhitespace: 'full', getAttrs: (found) => ({ language: languageIn(found) ?? null }) },
  ],
  renderHTML: ({ node }) => ['pre', ['code', { 'data-language': node.attrs['language'] }, 0]],
})

function languageIn(found: HTMLElement): string | undefined {
  const code = found.querySelector('code')
  const named = /\b(?:language|lang|brush)[-:]\s*([\w+#-]+)/.exec(`${found.className} ${code?.className ?? ''}`)?.[1]
  const language = code?.dataset['language'] ?? named
  return language !== undefined && languageForm.test(language) ? language : undefined
}

const horizontalRule = Node.create({
  name: 'horizontalRule',
  group: groupOf('horizontalRule'),
  content: contentOf('horizontalRule'),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|—-|\*\*\*\s|___\s)$/, type: this.type })]
  },
})

export const textBlocks = [paragraph, heading, codeBlock, horizontalRule]
