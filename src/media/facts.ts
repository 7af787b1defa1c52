import { z } from 'zod'
import type { Gawai } from '#platform/gawai.ts'
import { type Developed, openDarkroom } from './darkroom.ts'
import { cleanSchema } from './darkroom-work.ts'
import { cropSchema } from './crop.ts'
import { focusSchema } from './focus.ts'
import { endingOf, formats } from './formats.ts'
import { factsName, storedName } from './names.ts'
import type { Turn } from './turns.ts'

/** What renditions need to know of a kept picture; lies beside it in the storage. */
const factsSchema = cleanSchema
  .omit({ bytes: true, ending: true })
  .extend({ file: z.string(), focus: focusSchema.optional(), crop: cropSchema.optional() })
export type Facts = z.infer<typeof factsSchema>

type Keeping = Pick<Gawai, 'storage' | 'use'>

/** Written last: where they are, the picture is whole. */
export async function keepFacts({ storage }: Pick<Gawai, 'storage'>, digest: string, facts: Facts): Promise<void> {
  await storage.put(factsName(digest), Buffer.from(JSON.stringify(facts)))
}

export async function keptFacts({ storage }: Pick<Gawai, 'storage'>, digest: string): Promise<Facts | undefined> {
  const bytes = await storage.get(factsName(digest))
  return bytes && factsSchema.parse(JSON.parse(Buffer.from(bytes).toString()))
}

/** The same for a picture that was kept when there were no facts: it is looked at once. Nothing: no such picture. */
export async function factsOf(gawai: Keeping, digest: string, turn: Turn): Promise<Developed<Facts> | undefined> {
  const facts = await keptFacts(gawai, digest)
  if (facts) return { print: facts }
  const file = await keptFile(gawai, digest)
  return file === undefined ? undefined : lookAt(gawai, { digest, file, turn })
}

/** The name of a kept picture. */
export async function keptFile({ storage }: Pick<Gawai, 'storage'>, digest: string): Promise<string | undefined> {
  for (const { ending } of formats) {
    const file = `${digest}.${ending}`
    if ((await storage.size(storedName(file))) !== undefined) return file
  }
  return undefined
}

async function lookAt(
  gawai: Keeping,
  { digest, file, turn }: { digest: string; file: string; turn: Turn },
): Promise<Developed<Facts> | undefined> {
  const bytes = await gawai.storage.get(storedName(file))
  if (!bytes) return undefined
  const work = { kind: 'clean', bytes, ending: endingOf(file) } as const
  const looked = await gawai.use(openDarkroom).develop(work, cleanSchema, turn)
  if ('trouble' in looked) return looked
  const { width, height, colour } = looked.print
  const facts = { file, width, height, colour }
  await keepFacts(gawai, digest, facts)
  return { print: facts }
}
