export { type Address, addressSubject, currentPath, findAddress, redirectPath } from './address.ts'
export { monthsWithArticles, periodNamed } from './archive.ts'
export { changeTopic, topicWordsSchema } from './change-topic.ts'
export { moveLongLists } from './list-moves.ts'
export { mergeOrganisations, organisationMergeSchema, splitOrganisations } from './merge-organisations.ts'
export { mergeTopics, topicMergeSchema } from './merge-topics.ts'
export { splitTopics } from './split-topics.ts'
export { topicInEach, topicsPage } from './topics-list.ts'
export { type ArticleLine, type ArticleState, articleStates } from './article-line.ts'
export { articlesPage } from './articles-list.ts'
export { addSection, changeSection, removeSection, sectionWordsSchema } from './change-section.ts'
export { followPictures } from './changed-pictures.ts'
export { followWords } from './described-pictures.ts'
export { checkPublications } from './check-publications.ts'
export { developPictures } from './develop-pictures.ts'
export { articleOfSlug } from './made-before.ts'
export { newArticle, pairArticles } from './article.ts'
export type { Content } from './content.ts'
export { type DirectoryEntry, directoryKeys, directoryPage, isInDirectory } from './directory.ts'
export {
  type Block,
  type Document,
  embedsOf,
  feedHtml,
  frameHosts,
  galleryOf,
  type HtmlElement,
  markdownOf,
  type Node,
  parseDocument,
  type Picture,
  readHtml,
  readMarkdown,
  sanitise,
  type Segment,
  textOf,
  viewComparison,
  viewDocument,
  wordsIn,
} from './document/index.ts'
export { idsInUse, isInUse, type ListInUse, listsInUse } from './lists-in-use.ts'
export { findPictureUses } from './find-picture-uses.ts'
export { findWords, wordsOf } from './find-words.ts'
export { arrangeFront, frontArticles } from './front.ts'
export { type ListedArticle, listedColumns, publicationsOf } from './listed-article.ts'
export { inList, inPeriod, latest, type ListPage, pageOf } from './lists.ts'
export { countUsers, forgottenIn, usesOfPicture } from './picture-uses.ts'
export { isPlace, isPlaceIn, isPlaceKey, placeOf } from './place-key.ts'
export { arrangeMenu, headSections, type Menu, type MenuItem, menuItems, menuItemSchema, menuSchema } from './menus.ts'
export { type NamedSection, namedSections } from './named-sections.ts'
export { slugsLike } from './near.ts'
export { pathOfPair, publishedIn } from './other-language.ts'
export { permalinkExample } from './permalink-example.ts'
export { languagePrefix, permalinkPattern, sectionBase, topicBase } from './permalink.ts'
export { publish, publishRevision } from './publish.ts'
export { publishFile } from './publish-file.ts'
export { type PublishedArticle, publishedArticle, retractedAt } from './published-article.ts'
export { publishedSince, type RecentArticle } from './recent.ts'
export { readRevision, revise } from './revision.ts'
export { articleAtDesk, type DeskArticle, deskInTurn, sectionsAbove } from './writing/at-desk.ts'
export { correctArticle, correctionKinds, type NewCorrection, takeBackCorrection } from './writing/correction.ts'
export { type Correction, correctionsOf, correctionsPage } from './writing/corrections.ts'
export { beginArticle } from './writing/begin.ts'
export { type Held, holdArticle, releaseArticle } from './writing/edit-lock.ts'
export { type Saved, saveManuscript } from './writing/manuscript.ts'
export { changesBetween } from './writing/changes.ts'
export { checkFactsOf } from './writing/check-facts.ts'
export { type Check, type CheckFacts, checklistOf, type Finding, type Remedy } from './writing/checklist.ts'
export { handedOf, handOver, restoreHanding, sendBack } from './writing/handing.ts'
export { type Mention, mentionsOf, seeMentions } from './writing/mentions.ts'
export { namesOfPeople, referencesOfManuscript, writtenOf } from './writing/named.ts'
export { quoteOf } from './writing/note-place.ts'
export { type Note, notesOf, type NoteThread } from './writing/note-threads.ts'
export { addNote, answerNote, removeNote, restoreNote, settleNote } from './writing/notes.ts'
export { ownedBy, type Ownership, ownershipsOf } from './writing/owned.ts'
export {
  endPreviewLink,
  forgetPreviewLinks,
  type ListedPreviewLink,
  makePreviewLink,
  previewLinksOf,
  previewWords,
  restorePreviewLink,
} from './writing/preview-link.ts'
export { openPreviewToken, previewToken } from './writing/preview-token.ts'
export { previewedArticle } from './writing/previewed.ts'
export { sentBackTo, type Waiting, waitingFor } from './writing/waiting.ts'
export { compactRevisions } from './writing/compact.ts'
export {
  type BlockState,
  type ComparedBlock,
  type ComparedWords,
  compareDocuments,
  countStates,
} from './writing/comparison/compare-documents.ts'
export { type ComparedFact, compareFacts } from './writing/comparison/compare-facts.ts'
export type { Piece } from './writing/comparison/words.ts'
export { keepAs, keepAsBefore } from './writing/keep.ts'
export { type Restored, restoreRevision } from './writing/restore.ts'
export { type RevisionLine, revisionLine, revisionsPage } from './writing/revisions.ts'
export { keepTypedText, readTypedText, type TypedText } from './writing/typed-text.ts'
export { contentOf, kindOf, type Written, type WrittenSource } from './written.ts'
export { signOff } from './sign-off.ts'
export { publishScheduled, schedule, scheduleRevision, unschedule, unscheduleWithin } from './schedule.ts'
export { keepSection, nameSection, sectionOfSlug } from './section.ts'
export { findSection, rootSections, type Section, sectionTree } from './section-tree.ts'
export { orderSections, placeSections, placeSectionsBySize } from './section-order.ts'
export {
  archiveSubject,
  articleSubject,
  correctionsSubject,
  latestSubject,
  listSubject,
  olderSubject,
  sectionsSubject,
  shellSubject,
  sitemapSubject,
} from './subjects.ts'
export { footPages, standingPages } from './standing-pages.ts'
export { type CorrectionKind, type ListKind, type MenuKind, menuKinds } from './tables.ts'
export { findTopic, keepTopic, nameTopic, topicOfSlug } from './topic.ts'
export { unpublish, unpublishWithin } from './unpublish.ts'
export { mostTexts, wholeTexts, type WholeText } from './whole-texts.ts'
