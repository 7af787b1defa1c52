import { Editor } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { type Document, documentExtensions, documentOf, type Surroundings, writable } from '#articles/editor'
import { keptInSight } from './laying.ts'
import { type Say, sayer, teller } from './say.ts'

/** An open sheet, and what its tools need of the page around it. */
export interface Sheet {
  editor: Editor
  place: HTMLElement
  form: HTMLFormElement
  say: Say
  /** Says it to whoever hears the page. */
  tell(words: string): void
  /** What those are called that blocks point to, by number. What is picked is added before it is inserted. */
  titles: Record<string, string>
  names: Record<string, string>
}

/**
 * Makes the place a sheet to write on, in the place of the field for Markdown. Its form sends the document under the name
 * of that field, as it is when it is sent.
 *
 * @param place `data-sheet` names the field; `data-words`, `data-titles` and `data-names` say in JSON what blocks say and
 *   what those are called that they point to, by number; `data-placeholder` stands on an empty sheet, which `data-label` names; `data-markdown` is
 *   the address that reads Markdown; `data-tools` the words of what stands around it
 * @throws RangeError when the field holds what no sheet can show; it is left as it is
 */
export function sheet(place: HTMLElement): Sheet {
  const field = fieldOf(place)
  const [titles, names] = [knownIn(place.dataset['titles']), knownIn(place.dataset['names'])]
  const [say, tell] = [sayer(place.dataset['tools'] ?? '{}'), teller()]
  const editor = new Editor({
    element: place,
    // A page of the newsroom forbids styles that are not its own: they stand in sheet.css.
    injectCSS: false,
    extensions: [
      ...documentExtensions({
        ...surroundingsOf(place),
        titleOf: (article) => titles[article],
        nameOf: (organisation) => names[organisation],
        onPicturesLeftOut: (sources) => tell(say('leftOut', { count: sources.length })),
        onTooMuch: () => tell(say('tooMuch')),
      }),
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
    editorProps: {
      attributes: { 'aria-label': place.dataset['label'] ?? '', 'aria-multiline': 'true' },
      ...keptInSight(formOf(field)),
    },
  })
  takeTheFloor(place, field)
  // Written out when the form is sent or read, not with every key: a long text takes its time.
  formOf(field).addEventListener('formdata', ({ formData }) =>
    formData.set(field.name, JSON.stringify(documentOf(editor.state.doc))),
  )
  return { editor, place, form: formOf(field), say, tell, titles, names }
}

/** From now on the form sends the document, and the field for Markdown is gone. */
function takeTheFloor(place: HTMLElement, field: HTMLTextAreaElement): void {
  field.disabled = false
  place.hidden = false
  field.form?.querySelector('.plain-text')?.remove()
}

function formOf({ form }: HTMLTextAreaElement): HTMLFormElement {
  if (form) return form
  throw new Error('A sheet stands in a form')
}

function fieldOf(place: HTMLElement): HTMLTextAreaElement {
  const field = document.getElementById(place.dataset['sheet'] ?? '')
  if (field instanceof HTMLTextAreaElement) return field
  throw new Error('A sheet names the field of its form that holds the document')
}

const knownIn = (names = '{}') => JSON.parse(names) as Record<string, string> // oxlint-disable-line typescript/no-unsafe-type-assertion -- the page's own

function surroundingsOf({ dataset }: HTMLElement): Pick<Surroundings, 'words' | 'readMarkdown'> {
  const { words = '{}', markdown } = dataset
  return {
    words: JSON.parse(words) as Surroundings['words'], // oxlint-disable-line typescript/no-unsafe-type-assertion -- the page's own
    ...(markdown !== undefined && { readMarkdown: readingAt(markdown) }),
  }
}

/** Asks the program, so that Markdown is read everywhere as one dialect. */
const readingAt =
  (address: string) =>
  async (text: string): Promise<Document> => {
    const body = new URLSearchParams({ text })
    const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) throw new Error(`Markdown could not be read: ${answer.status}`)
    return (await answer.json()) as Document // oxlint-disable-line typescript/no-unsafe-type-assertion -- the program's own answer
  }
