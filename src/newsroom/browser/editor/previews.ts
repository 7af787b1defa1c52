import { slugOf } from '#platform/slug.ts'
import { element, link } from '../elements.ts'
import { picks } from './picks.ts'
import type { Sheet } from './sheet.ts'

/** About as many letters as search engines and cards show of each. */
const mostShown = { title: 60, description: 160 } as const
const patience = 600

/** What a search engine and a shared link will say, where each is too long, and whether somebody wrote the same already. */
export function previews(sheet: Sheet): void {
  const { form, say } = sheet
  const place = form.querySelector<HTMLElement>('[data-previews]')
  if (!place) return
  const valueOf = (name: string) =>
    form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)?.value.trim() ?? ''
  const [search, card, lengths, alike] = [element('div'), element('div'), element('ul'), element('div')]
  search.className = 'preview-search'
  card.className = 'preview-card'
  alike.setAttribute('role', 'status')
  place.append(element('p', say('inSearch')), search, element('p', say('whenShared')), card, lengths, alike)

  const draw = () => {
    const headline = valueOf('title')
    const title = valueOf('seoTitle') || headline || say('noTitle')
    const written = valueOf('seoDescription') || valueOf('summary')
    const description = written || openingOf(sheet)
    search.replaceChildren(
      element('small', `${location.host} › ${valueOf('slug') || slugOf(headline)}`),
      element('strong', title),
      element('p', description),
    )
    card.replaceChildren(
      element('small', location.hostname),
      element('strong', headline || say('noTitle')),
      element('p', description),
    )
    lengths.replaceChildren(lengthLine(sheet, 'title', title), lengthLine(sheet, 'description', written))
  }
  let asked = ''
  const compare = async () => {
    const headline = valueOf('title')
    if (headline === asked) return
    asked = headline
    const found = headline === '' ? [] : await picks(sheet, 'lookalikes', headline)
    if (asked !== headline) return
    const links = found.map(({ name, href = '' }) => Object.assign(link(href, name), { target: '_blank' }))
    alike.replaceChildren(...(found.length === 0 ? [] : [element('p', say('lookalikes')), ...links]))
  }
  let wait: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', ({ target }) => {
    // The sheet tells its changes itself.
    if (target instanceof Node && sheet.place.contains(target)) return
    draw()
    clearTimeout(wait)
    wait = setTimeout(() => void compare(), patience)
  })
  let rest: ReturnType<typeof setTimeout> | undefined
  sheet.editor.on('update', () => {
    clearTimeout(rest)
    rest = setTimeout(draw, patience)
  })
  place.hidden = false
  draw()
  void compare()
}

function lengthLine({ say }: Sheet, what: keyof typeof mostShown, text: string): HTMLElement {
  const { length } = text
  const key = length > mostShown[what] ? 'tooLong' : 'length'
  const line = element('li', say(key, { what: say(what), count: length, most: mostShown[what] }))
  line.className = key
  return line
}

/** What readers are shown when nobody has written a description: as much of the first paragraph as there is room for. */
function openingOf({ editor }: Sheet): string {
  const blocks = editor.state.doc.children
  const first = blocks.find(({ type, textContent }) => type.name === 'paragraph' && textContent.trim() !== '')
  const text = first?.textContent.trim() ?? ''
  const most = mostShown.description
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`
}
