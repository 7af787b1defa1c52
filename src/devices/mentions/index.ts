export { findMentions, type FoundMention } from './find-mentions.ts'
export { openGazetteer } from './gazetteer.ts'
export { wellKnownMakers } from './well-known-makers.ts'
