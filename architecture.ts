/**
 * Which slice may use which. Each line names only lines above it, so the house stands without cycles.
 * The linter makes its import rules from this table, and `test/architecture.test.ts` proves that they bite.
 */
export const uses = {
  platform: [],
  look: ['platform'],
  people: ['platform'],
  media: ['platform', 'look', 'people'],
  organisations: ['platform', 'people'],
  articles: ['platform', 'people', 'media', 'organisations'],
  devices: ['platform', 'people', 'media', 'organisations', 'articles'],
  interchange: ['platform', 'people', 'articles'],
  site: ['platform', 'look', 'people', 'media', 'organisations', 'articles', 'devices'],
  newsroom: ['platform', 'look', 'people', 'media', 'organisations', 'articles', 'devices'],
  commands: ['platform', 'people', 'media', 'organisations', 'articles', 'devices', 'interchange'],
} as const satisfies Record<string, readonly string[]>
