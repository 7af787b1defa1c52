import { z } from 'zod'
import { deskSources, keepProvenance, provenanceKinds, provenanceWords } from '#devices'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type Html, html } from '#platform/html.ts'
import { Invalid } from '#platform/refusals.ts'
import { choice, field, type Option } from '../forms/fields-view.ts'
import { idField } from '../forms/form.ts'
import type { Visit } from '../route.ts'

/** Who says what a form holds: somebody who is known, or a new one. */
export const sourceForm = {
  from: z.union([z.literal(''), idField]),
  sourceKind: z.enum(provenanceKinds),
  sourceName: z.string().trim().max(200),
  sourceUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
}
export type SourceForm = z.output<z.ZodObject<typeof sourceForm>>

/** @param device whose sources stand there to be chosen */
export async function sourceFields(visit: Visit, device: number): Promise<Html> {
  const { say, gawai } = visit
  const known = (await deskSources(gawai, device)).map(({ id, kind, name, url }): Option => ({
    value: String(id),
    words: [name, say(provenanceWords[kind]), url].filter((part) => part !== '').join(' · '),
  }))
  return html`<fieldset>
    <legend>${say('devicesDesk.whoSays')}</legend>
    ${choice(visit, { name: 'from', options: [{ value: '', words: say('devicesDesk.newSource') }, ...known] })}
    ${newSourceFields(visit)}
  </fieldset>`
}

/** For one that is not known yet. */
export const newSourceFields = (visit: Visit): Html => {
  const kinds = provenanceKinds.map((value) => ({ value, words: visit.say(provenanceWords[value]) }))
  return html`${choice(visit, { name: 'sourceKind', options: kinds })}
  ${field(visit, { name: 'sourceName', most: 200, isOptional: true, hint: visit.say('devicesDesk.sourceNameWords') })}
  ${field(visit, { name: 'sourceUrl', type: 'url', most: 500, isOptional: true })}`
}

/** The source that a form names. @throws Invalid at its name when it names none */
export async function sourceIn(
  unit: Unit,
  { say }: Visit,
  { from, sourceKind, sourceName, sourceUrl }: SourceForm,
): Promise<Id> {
  if (from !== '') {
    const row = await unit.tx.selectFrom('provenance').select('id').where('id', '=', from).executeTakeFirst()
    if (row) return row.id
  }
  if (sourceName === '')
    throw new Invalid('Say who says so', { key: 'devicesDesk.noSource' }, { sourceName: say('devicesDesk.noSource') })
  return keepProvenance(unit, { kind: sourceKind, name: sourceName, url: sourceUrl })
}
