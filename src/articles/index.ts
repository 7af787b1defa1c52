export { type Address, addressSubject, currentPath, findAddress, moveTo, redirectPath } from './address.ts'
export { checkPublications } from './check-publications.ts'
export { type NewArticle, newArticle, pairArticles } from './article.ts'
export type { ArticleKind, BylineRole, Content, SourceRole } from './content.ts'
export { type DirectoryEntry, directoryKeys, directoryPage } from './directory.ts'
export * from './document/index.ts'
export { inSection, inTopic, isListKey, latest, type ListedArticle, type ListPage } from './lists.ts'
export { slugsLike } from './near.ts'
export { languagePrefix, permalinkPattern, sectionBase, topicBase } from './permalink.ts'
export { type Publication, publish, publishRevision } from './publish.ts'
export { publishFile, type PublishedFile } from './publish-file.ts'
export { isRetracted, type PublishedArticle, publishedArticle } from './reading.ts'
export { revise } from './revision.ts'
export { publishScheduled, schedule, scheduleRevision, unschedule } from './schedule.ts'
export { keepSection, type NewSection, type Section, sectionTree } from './section.ts'
export { signOff } from './sign-off.ts'
export {
  articleSubject,
  latestSubject,
  olderSubject,
  sectionSubject,
  shellSubject,
  sitemapSubject,
  topicSubject,
} from './subjects.ts'
export { findTopic, keepTopic, type NewTopic, type Topic } from './topic.ts'
export { unpublish } from './unpublish.ts'
