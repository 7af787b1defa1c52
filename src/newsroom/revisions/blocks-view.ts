import {
  type BlockState,
  type ComparedBlock,
  type ComparedWords,
  type Document,
  referencesOfManuscript,
  viewComparison,
} from '#articles'
import { type Html, html, nothing } from '#platform/html.ts'
import type { Language } from '#platform/settings.ts'
import type { Visit } from '../route.ts'
import { piecesView } from './pieces-view.ts'

type Change = Exclude<BlockState, 'same'>

const stateWords = {
  changed: 'revisions.stateChanged',
  added: 'revisions.stateAdded',
  removed: 'revisions.stateRemoved',
  moved: 'revisions.stateMoved',
} as const satisfies Record<Change, string>

const saidWords = {
  alt: 'revisions.alt',
  caption: 'revisions.caption',
  credit: 'revisions.credit',
  title: 'revisions.embedTitle',
} as const satisfies Record<ComparedWords['of'], string>

/** The text as readers see it, with every change marked, named and led to. */
export async function blocksView(visit: Visit, lang: Language, blocks: readonly ComparedBlock[]): Promise<Html> {
  const { gawai, assets } = visit
  const references = await referencesOfManuscript(gawai, everythingOf(blocks))
  const context = { say: gawai.words.in(lang), references, origin: gawai.origin }
  const views = viewComparison(
    blocks.map(({ shown }) => shown),
    context,
  )
  const changes = blocks.filter(({ state }) => state !== 'same')
  const numbers = new Map(changes.map((block, index) => [block, index + 1]))
  return html`<link rel="stylesheet" href="${assets.address('preview.css')}" />
    <div class="preview story compared" lang="${lang}">
      ${blocks.map((block, index) => {
        const number = numbers.get(block)
        const view = views[index] ?? nothing
        return number === undefined ? view : changeView(visit, block, { view, number, of: changes.length })
      })}
    </div>`
}

/** What was there and what is there, for whatever they point to. */
const everythingOf = (blocks: readonly ComparedBlock[]): Document => ({
  type: 'doc',
  content: blocks.flatMap(({ old, now }) => [old, now].flatMap((side) => side?.block ?? [])),
})

function changeView(
  visit: Visit,
  block: ComparedBlock,
  { view, number, of }: { view: Html; number: number; of: number },
): Html {
  const { say, lang } = visit
  if (block.state === 'same') return view
  return html`<div class="change ${block.state}" id="change-${number}" tabindex="-1">
    <p class="change-name" lang="${lang}">
      <b>${labelsOf(visit, block, block.state).join(', ')}</b>
      ${number > 1 ? leadView(number - 1, say('revisions.before'), say('revisions.changeBefore')) : nothing}
      ${number < of ? leadView(number + 1, say('revisions.after'), say('revisions.changeAfter')) : nothing}
    </p>
    ${wholeView(block.state, view)} ${block.said.length === 0 ? nothing : saidView(visit, block.said)}
  </div> `
}

/** @param whole the same for who does not see beside what it stands */
const leadView = (number: number, words: string, whole: string): Html =>
  html`<a href="#change-${number}" aria-label="${whole}">${words}</a> `

const wholeView = (state: Change, view: Html): Html =>
  state === 'added'
    ? html`<ins class="whole">${view}</ins>`
    : state === 'removed'
      ? html`<del class="whole">${view}</del>`
      : view

const labelsOf = ({ say }: Visit, { isMoved, isReshaped }: ComparedBlock, state: Change): string[] => [
  say(stateWords[state]),
  ...(isMoved && state !== 'moved' ? [say('revisions.alsoMoved')] : []),
  ...(isReshaped ? [say('revisions.reshaped')] : []),
]

const saidView = ({ say, lang }: Visit, said: readonly ComparedWords[]): Html =>
  html`<dl class="facts" lang="${lang}">
    ${said.map(
      ({ of, pieces }) =>
        html`<div>
          <dt>${say(saidWords[of])}</dt>
          <dd>${piecesView(pieces)}</dd>
        </div> `,
    )}
  </dl>`
