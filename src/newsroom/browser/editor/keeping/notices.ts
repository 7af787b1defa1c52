import { block, element, link } from '../../elements.ts'

export interface Notice {
  words: string
  buttons?: readonly { words: string; press(): void }[]
  link?: { href: string; words: string }
}

/** The place above the sheet for what somebody must know. */
export interface NoticePlace {
  show(notice: Notice): void
  clear(): void
}

/** @param before what it stands above */
export function noticePlace(before: HTMLElement): NoticePlace {
  // Stands there from the beginning: what is put into it is read out.
  const place = element('div')
  place.setAttribute('role', 'status')
  before.before(place)
  return {
    show({ words, buttons = [], link: way }) {
      const notice = block('notice')
      notice.append(element('p', words))
      if (way) notice.append(linkTo(way.href, way.words))
      const row = element('p')
      row.append(...buttons.map(({ words: said, press }) => button(said, press)))
      if (buttons.length > 0) notice.append(row)
      const hadKeyboard = place.contains(document.activeElement)
      place.replaceChildren(notice)
      // Whoever pressed a button that is gone goes on with the next.
      if (hadKeyboard) place.querySelector('button')?.focus()
    },
    clear: () => place.replaceChildren(),
  }
}

function linkTo(href: string, words: string): HTMLAnchorElement {
  const way = link(href, words)
  way.target = '_blank'
  return way
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = element('button', words)
  made.type = 'button'
  made.addEventListener('click', press)
  return made
}
