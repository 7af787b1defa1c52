import { Editor } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { type Document, documentExtensions, documentOf, type Surroundings, writable } from '#articles/editor'

/**
 * Makes the place a sheet to write on. Its form has the document in a field, which follows what is written, so that the
 * form alone is enough to keep it.
 *
 * @param place `data-sheet` names the field; `data-words`, `data-titles` and `data-names` say in JSON what blocks say and
 *   what those are called that they point to, by number; `data-placeholder` stands on an empty sheet; `data-markdown` is
 *   the address that reads Markdown
 * @throws RangeError when the field holds what no sheet can show; it is left as it is
 */
export function sheet(place: HTMLElement): Editor {
  const field = fieldOf(place)
  const editor = new Editor({
    element: place,
    // A page of the newsroom forbids styles that are not its own: they stand in sheet.css.
    injectCSS: false,
    extensions: [
      ...documentExtensions(surroundingsOf(place)),
      UndoRedo,
      Dropcursor.configure({ color: false, class: 'drop' }),
      Gapcursor,
      Placeholder.configure({ placeholder: place.dataset['placeholder'] ?? '' }),
    ],
    content: writable(JSON.parse(field.value) as Document), // oxlint-disable-line typescript/no-unsafe-type-assertion -- the program writes into the field what it keeps
    enableContentCheck: true,
    onContentError({ error }) {
      throw error
    },
    editorProps: { attributes: { 'aria-label': place.getAttribute('aria-label') ?? '', 'aria-multiline': 'true' } },
    onUpdate: () => (field.value = JSON.stringify(documentOf(editor.getJSON()))),
  })
  return editor
}

function fieldOf(place: HTMLElement): HTMLTextAreaElement {
  const field = document.getElementById(place.dataset['sheet'] ?? '')
  if (field instanceof HTMLTextAreaElement) return field
  throw new Error('A sheet names the field of its form that holds the document')
}

function surroundingsOf(place: HTMLElement): Surroundings {
  const { words = '{}', titles = '{}', names = '{}' } = place.dataset
  const [titleOf, nameOf] = [titles, names].map((known) => JSON.parse(known) as Record<string, string>) // oxlint-disable-line typescript/no-unsafe-type-assertion -- the page's own
  return {
    words: JSON.parse(words) as Surroundings['words'], // oxlint-disable-line typescript/no-unsafe-type-assertion -- the page's own
    titleOf: (article) => titleOf?.[article],
    nameOf: (organisation) => nameOf?.[organisation],
    ...(place.dataset['markdown'] !== undefined && { readMarkdown: readingAt(place.dataset['markdown']) }),
  }
}

/** Asks the program, so that Markdown is read everywhere as one dialect. */
const readingAt =
  (address: string) =>
  async (text: string): Promise<Document> => {
    const answer = await fetch(address, { method: 'POST', body: text, signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) throw new Error(`Markdown could not be read: ${answer.status}`)
    return (await answer.json()) as Document // oxlint-disable-line typescript/no-unsafe-type-assertion -- the program's own answer
  }
