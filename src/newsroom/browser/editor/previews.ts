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
    const description = valueOf('seoDescription') || valueOf('summary')
    search.replaceChildren(
      element('small', addressOf(place, valueOf('slug'))),
      element('strong', title),
      element('p', description),
    )
    card.replaceChildren(
      element('small', location.hostname),
      element('strong', headline || say('noTitle')),
      element('p', description),
    )
    lengths.replaceChildren(lengthLine(sheet, 'title', title), lengthLine(sheet, 'description', description))
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
    // What is typed on the sheet changes nothing of it.
    if (target instanceof Node && sheet.place.contains(target)) return
    draw()
    clearTimeout(wait)
    wait = setTimeout(() => void compare(), patience)
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

/** Without a slug of its own the address is made of the headline when it is saved. */
const addressOf = ({ dataset }: HTMLElement, slug: string): string =>
  `${location.host} › ${slug === '' ? (dataset['previews'] ?? '') : slug}`
