import { dropping } from './dropping.ts'
import { element, link } from './elements.ts'
import { sending, type Words } from './sending.ts'

const atOnce = 2

/** Makes the page a place to drop and paste pictures; each file is sent by itself and says how far it is. */
export function uploads(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset['upload'] ?? '{}') as Words // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by upload-form.ts
  const list = element('ul')
  list.className = 'sending'
  list.setAttribute('aria-live', 'polite')
  form.append(list)
  form.querySelector('button')?.remove()
  const waiting: (() => Promise<void>)[] = []
  let underWay = 0
  let taken = 0

  const next = async () => {
    const send = underWay < atOnce ? waiting.shift() : undefined
    if (!send) return
    underWay += 1
    await send()
    underWay -= 1
    if (underWay === 0 && waiting.length === 0 && taken > 0) showLink(form, list, words)
    void next()
  }
  const bring = (files: Iterable<File>) => {
    for (const file of files) {
      waiting.push(sending(file, { form, list, words, taken: () => (taken += 1) }))
      void next()
    }
  }
  form.addEventListener('submit', (event) => {
    // The forms in the lines take what was uploaded back.
    if (event.target === form) event.preventDefault()
  })
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.files) return
    bring([...target.files])
    target.value = ''
  })
  document.addEventListener('paste', ({ clipboardData }) => bring(clipboardData?.files ?? []))
  dropping(words.drop, bring)
}

function showLink(form: HTMLFormElement, list: HTMLElement, words: Words): void {
  form.querySelector('.show-them')?.remove()
  const to = form.querySelector<HTMLInputElement>('input[name=to]')?.value ?? location.pathname
  const place = element('p')
  place.className = 'show-them on'
  place.append(link(to, words.show))
  list.after(place)
}
