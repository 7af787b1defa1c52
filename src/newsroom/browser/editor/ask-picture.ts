import { element, link } from '../elements.ts'
import { ask, askedField } from './asking.ts'
import { keepPick } from './picks.ts'
import { changeBlock } from './inserting.ts'
import type { Sheet } from './sheet.ts'

/** What is said of the chosen picture in this article; it is cropped in the library, for all articles at once. */
export function askPicture(sheet: Sheet, now: Readonly<Record<string, unknown>>): void {
  const { editor, say } = sheet
  const said = (name: string) => (typeof now[name] === 'string' ? now[name] : '')
  const alt = askedField(say('alt'), said('alt'), { kind: 'textarea', hint: say('altHint') })
  const caption = askedField(say('caption'), said('caption'), { kind: 'textarea' })
  const credit = askedField(say('credit'), said('credit'))
  const crop = element('p')
  void cropPlace(sheet, said('src')).then((href) => {
    if (href === undefined) return
    const way = link(href, say('crop'))
    Object.assign(way, { target: '_blank', rel: 'noopener' })
    crop.append(way)
  })
  ask(sheet, {
    title: say('picture'),
    body: [alt.root, caption.root, credit.root, crop],
    done: say('apply'),
    onDone() {
      const orNothing = (text: string) => (text.trim() === '' ? null : text.trim())
      changeBlock(editor, 'image', {
        alt: alt.field.value.trim(),
        caption: orNothing(caption.field.value),
        credit: orNothing(credit.field.value),
      })
      return undefined
    },
  })
}

async function cropPlace(sheet: Sheet, src: string): Promise<string | undefined> {
  const [, file] = /^\/media\/([0-9a-f]{32}\.\w+)$/.exec(src) ?? []
  if (file === undefined) return undefined
  return (await keepPick(sheet, 'pictures', { file }))[0]?.href
}
