export type { ImportFacts, ImportReport } from './wordpress/report.ts'
export { importWordPress } from './wordpress/import-wordpress.ts'
