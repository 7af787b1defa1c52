import { z } from 'zod'
import type { Gawai } from '#platform/gawai.ts'
import { language } from '#platform/settings.ts'
import { siteKey } from '#platform/site-key.ts'

/** The job in which it is looked up whose address that is. */
export const askedKind = 'subscription-asked'

const askedForm = z.object({
  address: z.string(),
  lang: language,
  /** What is to be followed, and how it is called in `lang`; without it somebody wants the list of what they follow. */
  wish: z.object({ subject: z.string(), name: z.string() }).optional(),
})

/** What somebody has typed at the site: an address that need not be theirs. */
export type Asked = z.output<typeof askedForm>

const sealedForm = z.object({ sealed: z.string() })

const keyOf = ({ storage }: Pick<Gawai, 'storage'>) => siteKey(storage, 'subscription asked')

/**
 * Takes down what somebody asks for, sealed, and looks nothing up: what is done here is the same for every address, and
 * so is the time that it takes.
 */
export async function takeDown(gawai: Pick<Gawai, 'storage' | 'write' | 'jobs'>, asked: Asked): Promise<void> {
  const sealed = (await keyOf(gawai)).seal(JSON.stringify(asked))
  await gawai.write((unit) => gawai.jobs.add(unit, { kind: askedKind, payload: { sealed } }))
}

/** What was taken down. @throws when it was sealed with another key */
export async function openAsked(gawai: Pick<Gawai, 'storage'>, payload: unknown): Promise<Asked> {
  const key = await keyOf(gawai)
  return askedForm.parse(JSON.parse(key.open(sealedForm.parse(payload).sealed)))
}
