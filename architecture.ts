/**
 * Which slice may use which. Each line names only lines above it, so the house stands without cycles.
 * The linter makes its import rules from this table, and `test/architecture.test.ts` proves that they bite.
 */
export const uses = {
  platform: [],
  look: ['platform'],
  people: ['platform', 'look'],
  organisations: ['platform', 'look'],
  articles: ['platform', 'look', 'people', 'organisations'],
  interchange: ['platform', 'people', 'organisations', 'articles'],
  site: ['platform', 'look', 'people', 'organisations', 'articles', 'interchange'],
  commands: ['platform', 'look', 'people', 'organisations', 'articles', 'interchange', 'site'],
} as const satisfies Record<string, readonly string[]>

export type Slice = keyof typeof uses
