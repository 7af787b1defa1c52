import type { Sheet } from './sheet.ts'

/** What can be picked, as `picks.ts` of the newsroom tells it. */
export interface Pick {
  id: number
  name: string
  more?: string
  href?: string
  picture?: PictureFacts
  thumbnail?: string
}

export interface PictureFacts {
  src: string
  alt: string
  width: number
  height: number
  colour: string
  credit?: string
}

type Kind = 'articles' | 'organisations' | 'topics' | 'people' | 'pictures' | 'lookalikes'

const longest = 10_000

/** Finds by the first letters of words; nothing when the newsroom does not answer, and it is said. */
export function picks(sheet: Sheet, kind: Kind, words: string): Promise<Pick[]> {
  return answered(sheet, `${kind}/?${new URLSearchParams({ words }).toString()}`, {})
}

/** Brings about what is to be picked. */
export const keepPick = (sheet: Sheet, kind: Kind, fields: Record<string, string>): Promise<Pick[]> =>
  answered(sheet, `${kind}/`, { method: 'POST', body: new URLSearchParams(fields) })

async function answered({ place, tell, say }: Sheet, below: string, asked: RequestInit): Promise<Pick[]> {
  try {
    const address = `${place.dataset['picks'] ?? ''}${below}`
    const answer = await fetch(address, { ...asked, signal: AbortSignal.timeout(longest) })
    if (answer.ok) return (await answer.json()) as Pick[] // oxlint-disable-line typescript/no-unsafe-type-assertion -- the program's own answer
  } catch {
    // The network is gone: as when it refuses.
  }
  tell(say('failed'))
  return []
}
