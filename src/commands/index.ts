export { run } from './run.ts'
export type { OpenSite } from './command.ts'
