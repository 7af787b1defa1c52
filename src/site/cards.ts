import type { ListedArticle } from '#articles'
import type { CardFacts } from '#look/cards.ts'
import { pictureView } from '#media'

/** Where a card's picture stands, which says how wide it is. */
type Stand = 'lead' | 'second' | 'block' | 'line'

const sizes: Record<Stand, string> = {
  lead: '(min-width: 75rem) 42rem, (min-width: 48rem) 60vw, 100vw',
  second: '(min-width: 75rem) 20rem, (min-width: 48rem) 35vw, 100vw',
  block: '(min-width: 75rem) 23rem, (min-width: 48rem) 45vw, 100vw',
  line: '(min-width: 54rem) 13rem, 24vw',
}

/** What a card shows of an article, its picture as it stands there. */
export function cardOf({ picture, ...article }: ListedArticle, stand: Stand): CardFacts {
  if (!picture) return article
  // The headline beside it says it all: read aloud, a picture's own words would only stand in the way.
  const shown = { ...picture, alt: '' }
  return {
    ...article,
    picture: pictureView(shown, { shape: '16x9', sizes: sizes[stand], isEager: stand === 'lead' }),
  }
}
