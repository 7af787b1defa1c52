import { element, link } from './elements.ts'

/** What the form says, in the person's language. */
export interface Words {
  cancel: string
  cancelled: string
  waiting: string
  added: string
  known: string
  failed: string
  undo: string
  show: string
  drop: string
}

/** What became of a file, as the newsroom tells it. */
interface Outcome {
  name: string
  href?: string
  isNew?: boolean
  undo?: string
  problem?: string
}

interface Place {
  form: HTMLFormElement
  list: HTMLElement
  words: Words
  /** Called when the newsroom has taken the file. */
  taken(): void
}

/** A line for a file: its name, how far it is, a way to stop it. @returns what sends it */
export function sending(file: File, { form, list, words, taken }: Place): () => Promise<void> {
  const line = element('li')
  const [name, state, bar, stop] = [
    element('strong', file.name),
    element('span', words.waiting),
    element('progress'),
    element('button', words.cancel),
  ]
  stop.setAttribute('type', 'button')
  line.append(name, ' ', state, ' ', bar, ' ', stop)
  list.append(line)
  const request = new XMLHttpRequest()
  let isCancelled = false
  stop.addEventListener('click', () => {
    isCancelled = true
    request.abort()
    end(words.cancelled, 'stopped')
  })
  const end = (said: string, how: string) => {
    const hadKeyboard = document.activeElement === stop
    bar.remove()
    stop.remove()
    state.textContent = said
    line.className = how
    if (!hadKeyboard) return
    line.tabIndex = -1
    line.focus()
  }
  const told = ({ problem, href, isNew, undo }: Outcome) => {
    end(problem ?? (isNew ? words.added : words.known), problem === undefined ? 'taken' : 'refused')
    if (problem === undefined) taken()
    if (href !== undefined) name.replaceWith(link(href, file.name))
    if (undo !== undefined) line.append(undoForm(undo, words.undo))
  }
  return () =>
    new Promise((resolve) => {
      if (isCancelled) return resolve()
      state.textContent = ''
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        bar.max = total
        bar.value = loaded
      })
      request.addEventListener('load', () => {
        const outcome = outcomeIn(request)
        if (outcome) told(outcome)
        else end(words.failed, 'refused')
      })
      request.addEventListener('error', () => end(words.failed, 'refused'))
      request.addEventListener('loadend', () => resolve())
      request.open('POST', form.action)
      request.setRequestHeader('accept', 'application/json')
      const fields = new FormData(form)
      fields.delete('picture')
      fields.append('picture', file)
      request.send(fields)
    })
}

function outcomeIn({ status, responseText }: XMLHttpRequest): Outcome | undefined {
  try {
    return status === 200 ? (JSON.parse(responseText) as Outcome[])[0] : undefined // oxlint-disable-line typescript/no-unsafe-type-assertion -- told by uploading.ts
  } catch {
    return undefined
  }
}

function undoForm(action: string, words: string): HTMLFormElement {
  const form = element('form')
  form.method = 'post'
  form.action = action
  const to = element('input')
  Object.assign(to, { type: 'hidden', name: 'to', value: location.pathname })
  const button = element('button', words)
  button.className = 'plain'
  form.append(to, button)
  return form
}
