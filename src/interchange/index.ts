export { importWordPress } from './wordpress/import-wordpress.ts'
