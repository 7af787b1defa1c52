import { z } from 'zod'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import './tables.ts'
import { isSpecification } from './specifications/registry.ts'

/** What a report may be about beside a specification. */
export const reportedAbout = ['other', 'prices', 'availability'] as const

/** What a reader says is wrong with a device's page. */
export const deviceReportSchema = z.object({
  about: z
    .string()
    .refine((word) => isSpecification(word) || reportedAbout.some((one) => one === word))
    .catch('other'),
  words: z.string().trim().min(5).max(2000),
  /** Where it can be looked up: an address. */
  evidence: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(1000)]),
  email: z.union([z.literal(''), z.email().max(254)]),
})
export type DeviceReport = z.infer<typeof deviceReportSchema>

/** Keeps what a reader says is wrong, for the editors. */
export async function reportDevice(unit: Unit, device: Id, report: DeviceReport): Promise<void> {
  await unit.tx
    .insertInto('device_report')
    .values({
      id: unit.newId(),
      device_id: device,
      about: report.about,
      words: report.words,
      evidence: report.evidence === '' ? null : report.evidence,
      email: report.email === '' ? null : report.email,
      at: unit.now,
      settled_at: null,
      settled_by: null,
    })
    .execute()
}
