export { type Address, addressSubject, currentPath, findAddress, redirectPath } from './address.ts'
export { checkPublications } from './check-publications.ts'
export { newArticle, pairArticles } from './article.ts'
export type { Content } from './content.ts'
export { type DirectoryEntry, directoryKeys, directoryPage } from './directory.ts'
export {
  type Block,
  type Document,
  embedsOf,
  feedHtml,
  frameHosts,
  galleryOf,
  type HtmlElement,
  type Node,
  readHtml,
  readMarkdown,
  sanitise,
  type Segment,
  textOf,
  viewDocument,
} from './document/index.ts'
export { listsInUse, standingPages } from './directory-lists.ts'
export { inSection, inTopic, isPlace, latest, type LeadPicture, type ListedArticle, type ListPage } from './lists.ts'
export { slugsLike } from './near.ts'
export { languagePrefix, permalinkPattern, sectionBase, topicBase } from './permalink.ts'
export { publish, publishRevision } from './publish.ts'
export { publishFile } from './publish-file.ts'
export { isRetracted, type PublishedArticle, publishedArticle } from './reading.ts'
export { publishedSince, type RecentArticle } from './recent.ts'
export { revise } from './revision.ts'
export { publishScheduled, schedule, scheduleRevision, unschedule } from './schedule.ts'
export { keepSection, sectionTree } from './section.ts'
export {
  articleSubject,
  latestSubject,
  olderSubject,
  sectionSubject,
  shellSubject,
  sitemapSubject,
  topicSubject,
} from './subjects.ts'
export { findTopic, keepTopic } from './topic.ts'
export { unpublish } from './unpublish.ts'
export { mostTexts, wholeTexts, type WholeText } from './whole-texts.ts'
