export { answeredSchema, answerMention, type Answered, type NewAnswer, undoAnswer } from './answers.ts'
export { articlesOfDevice } from './articles-of-device.ts'
export {
  type ArticleMentions,
  type DeviceOfArticle,
  devicesOfArticle,
  mentionsOfArticle,
} from './devices-of-article.ts'
export { followMentions } from './follow-mentions.ts'
export {
  type Settled,
  settledSchema,
  settleUnknown,
  undoSettling,
  type UnknownDevice,
  unknownDevices,
  type UnknownPage,
} from './unknown-devices.ts'
