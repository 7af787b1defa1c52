import type { Autosave } from './autosave.ts'
import { letChoose } from './choosing.ts'
import { type Filled, isSame } from './filled.ts'
import { chosen, mergeFilled, mustAsk } from './merge-filled.ts'
import type { NoticePlace } from './notices.ts'
import type { Paper } from './paper.ts'
import type { Line, Newer } from './sending.ts'
import type { Speech } from './words.ts'

export interface CatchingUp {
  paper: Paper
  saving: Autosave
  line: Line
  speech: Speech
  place: NoticePlace
  whileClosed<Result>(work: () => Promise<Result>): Promise<Result>
}

/**
 * Brings the page to what the newsroom has by now, with what was typed here. What both have changed is asked; until then
 * neither is touched.
 *
 * @returns whether the newsroom answered
 */
export async function catchUp(parts: CatchingUp): Promise<boolean> {
  const { paper, saving, line } = parts
  const newer = await line.newer()
  if (typeof newer !== 'object') return false
  const { filled } = saving.known
  const mine = paper.read()
  if (isSame(mine, filled)) paper.write(newer.filled)
  else paper.write(await joined(parts, newer, mine))
  saving.known = newer
  return true
}

async function joined({ paper, saving, speech, place, whileClosed }: CatchingUp, newer: Newer, mine: Filled) {
  const { say, time } = speech
  const name = newer.savedBy ?? say('somebody')
  const merging = mergeFilled({ base: saving.known.filled, mine, theirs: newer.filled })
  const filled = mustAsk(merging)
    ? await whileClosed(() => letChoose(merging, { paper, speech, lead: say('askLead', { name }), name }))
    : chosen(merging, [])
  place.show({ words: say('merged', { name, time: time(newer.savedAt) }) })
  return filled
}
