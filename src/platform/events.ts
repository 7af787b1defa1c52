import type { Id } from './database/tables.ts'

/**
 * Every kind of event and what it carries. The slice that tells an event declares it beside its verb:
 * `declare module '#platform/events.ts' { interface Events { 'article.published': { article: Id } } }`.
 */
// oxlint-disable-next-line typescript/no-empty-interface -- filled by the slices
export interface Events {}

/** One thing that happened, as the verb tells it inside its write unit. */
export type GawaiEvent = { [Kind in keyof Events]: { kind: Kind } & Events[Kind] }[keyof Events] | { kind: never }

/** What follows from an event. It may run twice, so it must not mind. */
export type Reaction<Kind extends keyof Events> = (
  event: { kind: Kind } & Events[Kind],
  told: { id: Id },
) => Promise<void>
