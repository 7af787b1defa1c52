import { z } from 'zod'

const facts = { token: z.string(), edition: z.number() }
const lineForm = z.discriminatedUnion('is', [
  z.object({ is: z.literal('ready'), pid: z.number() }),
  z.object({ is: z.literal('asked'), ...facts }),
  z.object({ is: z.literal('acknowledged'), ...facts, path: z.string() }),
])

/** What the publisher says: an article is known by its token, the same in title and slug. */
export type Line = z.infer<typeof lineForm>

export const readLine = (text: string): Line => lineForm.parse(JSON.parse(text))

export const titleOf = (token: string, edition: number): string => `Kabar ${token} edisi ${edition}`

/** Whether the article is handed over as a file, whole in one write, or as a draft that is then published. */
export const isFile = (token: string): boolean => token.startsWith('berkas-')

/** The file that the publisher hands over, so that it can be handed over again. */
export const fileOf = (token: string, edition: number): string => `---
title: ${titleOf(token, edition)}
slug: ${token}
section: Rubrik ${token.length % 3}
topics: [Topik ${token.at(-1)}, Uji]
writer: Wulan Sasmita
---
Satu kalimat.

Satu lagi.
`
