/** What the form says, in the person's language. */
interface Words {
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

const atOnce = 2

/** Makes the page a place to drop and paste pictures; each file is sent by itself and says how far it is. */
export function uploads(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset['upload'] ?? '{}') as Words // oxlint-disable-line typescript/no-unsafe-type-assertion -- written by upload-form.ts
  const list = document.createElement('ul')
  list.className = 'sending'
  list.setAttribute('aria-live', 'polite')
  form.append(list)
  form.querySelector('button')?.remove()
  const waiting: (() => Promise<void>)[] = []
  let under = 0
  let taken = 0

  const next = async () => {
    const send = under < atOnce ? waiting.shift() : undefined
    if (!send) return
    under += 1
    await send()
    under -= 1
    if (under === 0 && waiting.length === 0 && taken > 0) showLink(form, list, words)
    void next()
  }
  const bring = (files: Iterable<File>) => {
    for (const file of files) {
      waiting.push(row(form, list, words, file, () => (taken += 1)))
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

/** The whole page takes what is dropped; it says so while something is dragged over it. */
function dropping(words: string, bring: (files: Iterable<File>) => void): void {
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
  const sign = document.createElement('p')
  sign.className = 'drop-sign'
  sign.textContent = words
  sign.hidden = true
  document.body.append(sign)
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    sign.hidden = false
  })
  document.addEventListener('dragleave', ({ relatedTarget }) => (sign.hidden = relatedTarget === null || sign.hidden))
  document.addEventListener('drop', (event) => {
    sign.hidden = true
    if (!holdsFiles(event)) return
    event.preventDefault()
    bring(event.dataTransfer?.files ?? [])
  })
}

/** A line for a file: its name, how far it is, a way to stop it. @returns what sends it */
function row(
  form: HTMLFormElement,
  list: HTMLElement,
  words: Words,
  file: File,
  taken: () => void,
): () => Promise<void> {
  const line = document.createElement('li')
  const [name, state, bar, stop] = [
    el('strong', file.name),
    el('span', words.waiting),
    el('progress'),
    el('button', words.cancel),
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

function showLink(form: HTMLFormElement, list: HTMLElement, words: Words): void {
  form.querySelector('.show-them')?.remove()
  const to = form.querySelector<HTMLInputElement>('input[name=to]')?.value ?? location.pathname
  const place = el('p')
  place.className = 'show-them on'
  place.append(link(to, words.show))
  list.after(place)
}

function undoForm(action: string, words: string): HTMLFormElement {
  const form = el('form')
  form.method = 'post'
  form.action = action
  const to = el('input')
  Object.assign(to, { type: 'hidden', name: 'to', value: location.pathname })
  const button = el('button', words)
  button.className = 'plain'
  form.append(to, button)
  return form
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = el('a', words)
  made.href = href
  return made
}

function el<Name extends keyof HTMLElementTagNameMap>(name: Name, words = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = words
  return made
}
