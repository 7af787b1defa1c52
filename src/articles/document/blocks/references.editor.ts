import { Node } from '@tiptap/core'
import { addressIn, element, leafView, lineIn, named, numberIn, saidIn } from '../elements.editor.ts'
import { attribute, contentOf, groupOf, isAddress, isId, required } from '../schema.editor.ts'
import type { Surroundings } from '../surroundings.editor.ts'

const mostId = Number.MAX_SAFE_INTEGER

const readAlso = ({ words, titleOf, articleAt }: Surroundings) =>
  Node.create({
    name: 'readAlso',
    group: groupOf('readAlso'),
    content: contentOf('readAlso'),
    draggable: true,
    addAttributes: () => ({ article: required(isId) }),
    parseHTML: () => [
      {
        tag: 'p.read-also',
        priority: 60,
        getAttrs: (found) => {
          const path = addressIn(found.querySelector('a'), 'href')
          const article = numberIn(found, 'data-article', 1, mostId) ?? (path && articleAt?.(path))
          return article ? { article } : false
        },
      },
    ],
    renderHTML: ({ node: { attrs } }) => [
      'p',
      { class: 'read-also', 'data-article': String(attrs['article']) },
      words.readAlso,
    ],
    addNodeView: () =>
      leafView('read-also', ({ article }) => [
        element('span', {}, words.readAlso),
        named('b', titleOf(Number(article)), words.unknown),
      ]),
  })

const attribution = ({ words, nameOf, organisationNamed }: Surroundings) =>
  Node.create({
    name: 'attribution',
    group: groupOf('attribution'),
    content: contentOf('attribution'),
    draggable: true,
    addAttributes: () => ({
      role: required((value) => value === 'source' || value === 'via'),
      organisation: required(isId),
      url: attribute(isAddress()),
    }),
    parseHTML: () => [
      {
        tag: 'p.attribution',
        priority: 60,
        getAttrs: (found) => {
          const link = found.querySelector('a')
          const organisation = numberIn(found, 'data-organisation', 1, mostId) ?? organisationNamed?.(lineIn(link))
          if (organisation === undefined) return false
          const isVia = found.dataset['role'] === 'via' || lineIn(found).startsWith(words.via)
          return { role: isVia ? 'via' : 'source', organisation, url: addressIn(link, 'href') ?? null }
        },
      },
    ],
    renderHTML: ({ node: { attrs } }) => [
      'p',
      { class: 'attribution', 'data-organisation': String(attrs['organisation']), 'data-role': attrs['role'] },
      ...(attrs['url'] === null ? [] : [['a', { href: attrs['url'] }, attrs['url']]]),
    ],
    addNodeView: () =>
      leafView('attribution', ({ role, organisation, url }) => [
        element('span', {}, role === 'via' ? words.via : words.accordingTo),
        named('b', nameOf(Number(organisation)), words.unknown),
        element('small', {}, saidIn(url)),
      ]),
  })

export const references = (around: Surroundings) => [readAlso(around), attribution(around)]
