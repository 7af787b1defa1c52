import type { Sheet } from '../sheet.ts'
import { autosave, type Holder, type Told } from './autosave.ts'
import { catchUp } from './catching-up.ts'
import { clock } from './clock.ts'
import { doorNotice } from './door.ts'
import { openDrawer } from './drawer.ts'
import { isSame, type Known } from './filled.ts'
import { heldNotice } from './holding.ts'
import { keeper } from './keeper.ts'
import { noticePlace } from './notices.ts'
import { onOccasions } from './occasions.ts'
import { paperOf, tokenTo } from './paper.ts'
import { offer } from './recovery.ts'
import { newToken, seatOfTab } from './seat.ts'
import { lineTo } from './sending.ts'
import { shutter } from './shutter.ts'
import { statusIn } from './status.ts'
import { factsIn, speechOf } from './words.ts'
import { showWrong } from './wrong-fields.ts'

/** Milliseconds between two words of "I am here"; a hold lasts three times as long. */
const heartbeat = 15_000

/**
 * Keeps what is written on a page: saves it as it is typed, puts away in the browser what is not saved, holds the article,
 * and joins what others have saved meanwhile.
 *
 * @param saved what the page was made of
 */
export async function keeping({ form, editor }: Sheet, saved: Known): Promise<void> {
  // Other scripts need not ask whether somebody means to leave: this one does.
  form.dataset['free'] = ''
  const [facts, article] = [factsIn(form), form.dataset['writing'] ?? '']
  const speech = speechOf(facts)
  const paper = paperOf(form, editor)
  const [heldPlace, doorPlace, keptPlace, mergedPlace] = [1, 2, 3, 4].map(() => noticePlace(form))
  if (!heldPlace || !doorPlace || !keptPlace || !mergedPlace) return
  const closed = shutter(paper)
  const whileClosed = <Result>(work: () => Promise<Result>) => closed.during('choosing', work)
  const drawer = openDrawer()
  let [isLeaving, isCatchingUp, isOffering] = [false, false, false]
  const line = lineTo(article, facts.account, seatOfTab())

  const saving = autosave({
    known: saved,
    read: () => paper.read(!isLeaving),
    send: (attempt) => line.save(attempt, isLeaving),
    keep: (attempt) => kept.keep(attempt),
    told,
    newKey: newToken,
    clock,
  })
  const kept = keeper({
    account: facts.account,
    article: Number(article),
    drawer,
    read: () => paper.read(),
    known: () => saving.known,
    attempt: () => saving.attempt,
  })
  const status = statusIn(form.querySelector<HTMLElement>('[data-saving]'), speech, facts.savedAt, kept.isKeeping)
  const door = doorNotice(doorPlace, speech, article)
  const held = heldNotice(heldPlace, speech, () => void hold(true))

  paper.onChange(() => {
    kept.changed()
    saving.changed()
  })
  onOccasions(form, {
    hidden: () => void leave(),
    gone: () => line.release(),
    back: () => void hold(false).then(() => saving.attempt && saving.now()),
    asked: () => void saving.now(),
    isAtRisk: kept.isAtRisk,
  })
  setInterval(() => void hold(false), heartbeat)
  await hold(false)

  async function leave(): Promise<void> {
    isLeaving = true
    void kept.keep(saving.attempt)
    await saving.now()
    isLeaving = false
  }

  function told(what: Told): void {
    status.told(what)
    if (what.outcome === 'behind') void comeUp()
    if (what.outcome === 'held') shut(what.by)
    if (what.outcome === 'saved') tokenTo(form, saving.known)
    if (what.outcome === 'refused') showWrong(form, what.fields ?? {})
    else if (what.outcome === 'saved' || what.outcome === 'same') showWrong(form, {})
    door(what.outcome)
  }

  async function hold(isTakingOver: boolean): Promise<void> {
    const answer = await line.hold(isTakingOver)
    door(answer.outcome)
    if (answer.outcome === 'held') shut(answer.by)
    if (answer.outcome !== 'yours' && answer.outcome !== 'held') return
    const isNewer = answer.version !== saving.known.version && !saving.isUnderWay && !saving.attempt
    // Whoever only reads sees what is saved, as long as nothing of their own stands there.
    const isInTheWay = answer.outcome === 'held' && !isSame(paper.read(), saving.known.filled)
    if (isNewer && !isInTheWay) await comeUp()
    if (answer.outcome === 'yours') await open()
  }

  function shut(by: Holder): void {
    saving.stop()
    closed.set('held', true)
    held.show(by, !isSame(paper.read(), saving.known.filled))
  }

  async function open(): Promise<void> {
    if (held.clear()) {
      closed.set('held', false)
      heldPlace?.show({ words: speech.say('opened') })
      saving.goOn()
    }
    if (isOffering || !keptPlace) return
    isOffering = true
    const left = await (await drawer).of(facts.account, Number(article))
    await offer(
      left.filter(({ id }) => id !== kept.id),
      { drawer: await drawer, paper, place: keptPlace, speech, whileClosed, keep: () => kept.keep(saving.attempt) },
    )
    isOffering = false
  }

  async function comeUp(): Promise<void> {
    // Whoever chooses at this moment is not disturbed: the next heartbeat finds it again.
    if (isCatchingUp || closed.has('choosing') || !mergedPlace) return
    isCatchingUp = true
    saving.stop()
    const isUp = await catchUp({ paper, saving, line, speech, place: mergedPlace, whileClosed })
    if (isUp) tokenTo(form, saving.known)
    isCatchingUp = false
    // Where the newsroom did not answer, the next save asks again.
    if (!closed.has('held')) saving.goOn()
  }
}
