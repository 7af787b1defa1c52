import { z } from 'zod'

const problem = z.object({ where: z.string(), what: z.string(), todo: z.string(), isPart: z.literal(true).optional() })

export const importReportSchema = z.object({
  /** Records of the file. */
  read: z.number(),
  /** Devices that are new here. */
  added: z.number(),
  /** Known devices of which it says something new. */
  changed: z.number(),
  /** Said already in an earlier run. */
  same: z.number(),
  /** Not kept, and why. */
  refused: z.array(problem),
  /** Kept, but for a part. */
  notes: z.array(problem),
})

/** What an import did. */
export type ImportReport = z.infer<typeof importReportSchema>
