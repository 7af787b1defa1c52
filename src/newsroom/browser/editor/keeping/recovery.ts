import { letChoose } from './choosing.ts'
import type { Drawer, Kept } from './drawer.ts'
import { differenceOf, type Filled, isSame } from './filled.ts'
import { chosen, mergeFilled, type Merging, mustAsk } from './merge-filled.ts'
import type { NoticePlace } from './notices.ts'
import type { Paper } from './paper.ts'
import type { Speech } from './words.ts'

export interface Recovering {
  drawer: Drawer
  paper: Paper
  place: NoticePlace
  speech: Speech
  /** Puts away what stands on the page now, before the older is dropped. */
  keep(): Promise<void>
  /** While somebody chooses, nothing is saved and nothing else typed. */
  whileClosed<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Offers what is left of pages that ended before they could save, one after the other, newest first. */
export async function offer(left: readonly Kept[], recovering: Recovering): Promise<void> {
  for (const kept of left) {
    if (mergingOf(kept, recovering.paper.read()) === undefined) await recovering.drawer.drop(kept.id)
    else await offerOne(kept, recovering)
  }
}

/** @returns undefined when all of it stands on the page already */
function mergingOf({ base, typed, sent }: Kept, now: Filled): Merging | undefined {
  const mine = read(typed)
  // The answer was lost, the words were not.
  const isArrived = sent !== undefined && isSame(read(sent), now)
  const merging = mergeFilled({ base: isArrived ? now : read(base), mine, theirs: now })
  return !mustAsk(merging) && isSame(chosen(merging, []), now) ? undefined : merging
}

const read = (text: string): Filled => JSON.parse(text) as Filled // oxlint-disable-line typescript/no-unsafe-type-assertion -- only `keep` writes it

/** @returns when it was taken or thrown away */
function offerOne(kept: Kept, recovering: Recovering): Promise<void> {
  const { drawer, paper, place, speech } = recovering
  const { say } = speech
  const difference = speech.difference(differenceOf(read(kept.typed), paper.read()))
  return new Promise((resolve) => {
    const offerIt = () =>
      place.show({
        words: say('kept', { time: speech.time(kept.at), difference }),
        buttons: [
          { words: say('restore'), press: () => void restore() },
          { words: say('discard'), press: () => void discard() },
        ],
      })
    const done = (words: string, undo: () => Promise<void>) => {
      place.show({ words, buttons: [{ words: say('undo'), press: () => void undo() }] })
      resolve()
    }
    async function restore(): Promise<void> {
      const before = paper.read()
      place.clear()
      const restored = await resultOf(kept, recovering)
      paper.write(restored)
      await recovering.keep()
      await drawer.drop(kept.id)
      done(say('restored'), async () => {
        await drawer.put(kept)
        paper.write(without(restored, before, paper.read()))
        offerIt()
      })
    }
    async function discard(): Promise<void> {
      await drawer.drop(kept.id)
      done(say('discarded'), async () => {
        await drawer.put(kept)
        offerIt()
      })
    }
    offerIt()
  })
}

/** Takes back what was restored; what was typed since stays. */
function without(restored: Filled, before: Filled, now: Filled): Filled {
  const merging = mergeFilled({ base: restored, mine: before, theirs: now })
  return chosen(
    merging,
    [...merging.askedFields, ...merging.blocks].map(() => 'theirs'),
  )
}

async function resultOf(kept: Kept, { paper, speech, whileClosed }: Recovering): Promise<Filled> {
  const merging = mergingOf(kept, paper.read())
  if (!merging) return paper.read()
  if (!mustAsk(merging)) return chosen(merging, [])
  const { say } = speech
  return whileClosed(() => letChoose(merging, { paper, speech, lead: say('askKept'), name: say('article') }))
}
