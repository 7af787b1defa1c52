import { Node } from '@tiptap/core'
import { element, leafView, saidIn } from '../elements.editor.ts'
import { contentOf, groupOf, isWords, required } from '../schema.editor.ts'
import { longest } from '../shared/limits.ts'
import type { Surroundings } from '../surroundings.editor.ts'

/** Markup that no block can express, shown as it is written: only the program sanitises it. */
export const rawHtml = ({ words }: Surroundings) =>
  Node.create({
    name: 'rawHtml',
    group: groupOf('rawHtml'),
    content: contentOf('rawHtml'),
    draggable: true,
    addAttributes: () => ({ html: required(isWords(longest.rawHtml)) }),
    parseHTML: () => [
      {
        tag: 'div.raw',
        priority: 60,
        getAttrs: (found) => {
          const html = found.dataset['html'] ?? found.innerHTML.trim()
          return html === '' || html.length > longest.rawHtml ? false : { html }
        },
      },
    ],
    renderHTML: ({ node: { attrs } }) => ['div', { class: 'raw', 'data-html': attrs['html'] }],
    addNodeView: () =>
      leafView('raw', ({ html }) => [
        element('span', {}, words.rawHtml),
        element('pre', {}, element('code', {}, saidIn(html))),
      ]),
  })
