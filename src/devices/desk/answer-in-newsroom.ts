import { record } from '#people'
import type { Id } from '#platform/database/tables.ts'
import type { Unit } from '#platform/database/unit.ts'
import { type Answered, answerMention, undoAnswer } from '../mentions/answers.ts'
import type { ByEditor } from './by-editor.ts'

interface InNewsroom {
  article: Id
  /** How the article calls it. */
  words: string
  device: Id
  isRight: boolean
  by: ByEditor
}

/** `answerMention` in an editor's name. */
export async function answerInNewsroom(unit: Unit, { by, ...answer }: InNewsroom): Promise<Answered> {
  const answered = await answerMention(unit, { ...answer, by: by.person })
  const { article, words, device: from, isRight } = answer
  await record(unit, {
    by: by.account,
    action: isRight ? 'article.device-confirmed' : 'article.device-denied',
    object: `article:${article}`,
    details: { words, device: from },
  })
  return answered
}

/** `undoAnswer` in an editor's name. */
export async function undoAnswerInNewsroom(
  unit: Unit,
  { answered, by }: { answered: Answered; by: ByEditor },
): Promise<void> {
  await undoAnswer(unit, answered)
  const { article, device, form: words } = answered
  const details = { words, device }
  await record(unit, {
    by: by.account,
    action: 'article.device-reopened',
    object: `article:${article}`,
    details,
  })
}
