import { block, element } from '../../elements.ts'
import type { Filled } from './filled.ts'
import { type Choice, chosen, type Merging } from './merge-filled.ts'
import type { Paper } from './paper.ts'
import { blocksView, fieldView, labelOf } from './shown.ts'
import type { Speech } from './words.ts'

/** One part of which somebody must choose. */
interface Part {
  name: string
  mine: HTMLElement
  theirs: HTMLElement
  choices: readonly Choice[]
}

export interface Choosing {
  paper: Paper
  speech: Speech
  lead: string
  /** Whose the other side is. */
  name: string
}

/**
 * Shows both sides of each part that two have changed. Nothing is chosen beforehand, and nothing of the article is
 * touched before the answer.
 */
export function letChoose(merging: Merging, { paper, speech, lead, name }: Choosing): Promise<Filled> {
  const { say } = speech
  const form = element('form')
  form.className = 'choosing'
  form.dataset['free'] = ''
  const title = element('h2', say('askTitle'))
  title.tabIndex = -1
  form.append(title, element('p', lead))
  const parts = partsOf(merging, paper, say)
  parts.forEach((part, index) => form.append(partView(part, index, { say, name })))
  const row = element('p')
  row.append(element('button', say('merge')))
  form.append(row)
  paper.form.before(form)
  title.focus()
  return new Promise((resolve) => {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const answers = new FormData(form)
      form.remove()
      resolve(
        chosen(
          merging,
          parts.map((_, index) => choiceIn(answers.get(`part-${index}`))),
        ),
      )
    })
  })
}

const choiceIn = (value: unknown): Choice => (value === 'mine' || value === 'theirs' ? value : 'both')

function partsOf({ askedFields, blocks }: Merging, { editor, form }: Paper, say: Speech['say']): Part[] {
  const fields = askedFields.map(({ name, mine, theirs }) => ({
    name: labelOf(form, name),
    mine: fieldView(form, name, mine),
    theirs: fieldView(form, name, theirs),
    choices: ['mine', 'theirs'] as const,
  }))
  const asked = blocks.filter((stretch) => stretch.kind === 'asked')
  const stretches = asked.map(({ mine, theirs }, index) => ({
    name: say('part', { number: index + 1 }),
    mine: blocksView(editor, mine, say),
    theirs: blocksView(editor, theirs, say),
    choices: ['mine', 'theirs', 'both'] as const,
  }))
  return [...fields, ...stretches]
}

function partView(
  { name: part, mine, theirs, choices }: Part,
  index: number,
  { say, name }: { say: Speech['say']; name: string },
) {
  const set = element('fieldset')
  const sides = block('sides')
  sides.append(sideView(say('mine'), mine), sideView(say('theirs', { name }), theirs))
  const words: Record<Choice, string> = {
    mine: say('takeMine'),
    theirs: say('takeTheirs', { name }),
    both: say('takeBoth'),
  }
  const list = element('ul')
  list.className = 'boxes'
  list.append(...choices.map((choice) => choiceView(`part-${index}`, choice, words[choice])))
  set.append(element('legend', part), sides, list)
  return set
}

function sideView(title: string, content: HTMLElement): HTMLElement {
  const side = block('side')
  side.append(element('h3', title), content)
  return side
}

function choiceView(name: string, value: Choice, words: string): HTMLElement {
  const [item, label, input] = [element('li'), element('label'), element('input')]
  Object.assign(input, { type: 'radio', name, value, required: true })
  label.append(input, words)
  item.append(label)
  return item
}
