import type { NoticePlace } from './notices.ts'
import type { Speech } from './words.ts'

/** What a page says of the newsroom's door, by what the newsroom last answered: nothing as long as it lets somebody in. */
export function doorNotice(place: NoticePlace, { say }: Speech, article: string): (outcome: string) => void {
  const link = { href: `/newsroom/articles/${article}/`, words: say('signIn') }
  return (outcome) => {
    if (outcome === 'signedOut' || outcome === 'otherAccount') place.show({ words: say(outcome), link })
    else if (outcome === 'saved' || outcome === 'yours') place.clear()
  }
}
