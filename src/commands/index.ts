export { run } from './run.ts'
export type { OpenSite, Site } from './command.ts'
