import type { Holder } from './autosave.ts'
import type { NoticePlace } from './notices.ts'
import type { Speech } from './words.ts'

/** What a page says while somebody else writes. */
export interface HeldNotice {
  show(by: Holder, isUnsaved: boolean): void
  /** @returns whether somebody held it */
  clear(): boolean
}

export function heldNotice(place: NoticePlace, { say, time }: Speech, takeOver: () => void): HeldNotice {
  let shown = ''
  const ask = (by: Holder, isUnsaved: boolean) =>
    place.show({
      words: say('takeOverSure', { name: by.name }),
      buttons: [
        { words: say('takeOverYes'), press: takeOver },
        { words: say('cancel'), press: () => offer(by, isUnsaved) },
      ],
    })
  const offer = (by: Holder, isUnsaved: boolean) => {
    const held = say(by.isYou ? 'heldByYou' : 'held', { name: by.name, time: time(by.since) })
    place.show({
      words: isUnsaved ? `${held} ${say('lost')}` : held,
      // One's own other page is asked nothing.
      buttons: [{ words: say('takeOver'), press: by.isYou ? takeOver : () => ask(by, isUnsaved) }],
    })
  }
  return {
    show(by, isUnsaved) {
      const now = `${by.name} ${by.since} ${isUnsaved}`
      if (now !== shown) offer(by, isUnsaved)
      shown = now
    },
    clear() {
      const wasHeld = shown !== ''
      shown = ''
      if (wasHeld) place.clear()
      return wasHeld
    },
  }
}
