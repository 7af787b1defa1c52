import type { z } from 'zod'
import { meUndoes } from './account/me.ts'
import { pictureUndoes } from './media/undoes.ts'
import { menuUndoes } from './menus/menus.ts'
import { organisationUndoes } from './organisations/one-organisation.ts'
import { personUndoes } from './people/one-person.ts'
import { secondFactorUndoes } from './people/second-factor.ts'
import { sectionUndoes } from './sections/one-section.ts'
import { sectionOrderUndoes } from './sections/sections.ts'
import { lookUndoes } from './settings/look.ts'
import { settingsUndoes } from './settings/site.ts'
import { mergingUndoes } from './topics/merging.ts'
import { topicUndoes } from './topics/one-topic.ts'

/** How each thing that is done in the newsroom is taken back, by kind. */
export const undoes = {
  ...meUndoes,
  ...personUndoes,
  ...secondFactorUndoes,
  ...pictureUndoes,
  ...settingsUndoes,
  ...lookUndoes,
  ...menuUndoes,
  ...sectionUndoes,
  ...sectionOrderUndoes,
  ...topicUndoes,
  ...mergingUndoes,
  ...organisationUndoes,
}
type Undoes = typeof undoes

/** How a thing that was done is taken back: its kind, and what that needs. */
export type UndoStep = {
  [Kind in keyof Undoes]: { kind: Kind; payload: z.input<Undoes[Kind]['payload']> }
}[keyof Undoes]
