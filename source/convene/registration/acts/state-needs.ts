import type { House } from '#ground/house.ts'
import { queueMails } from '#ground/mail/store/queue.ts'
import type { Needs } from '../rules/answers.ts'
import { type AnswerCode, checkAnswers } from '../rules/questions.ts'
import { can } from '../rules/states.ts'
import { type OwnAnswers, readOwn } from '../store/own.ts'
import { currentQuestions } from '../store/questions.ts'
import { raiseVersion, replaceAnswers } from '../store/write-changes.ts'
import { writeNeeds } from '../store/write-registrations.ts'
import {
  type By,
  isChangedByLink,
  isCorrected,
  mailTo,
  type OneAtTheGate,
  onRegistration,
  type Remember,
} from './at-the-gate.ts'
import { isSameAnswers } from './same-answers.ts'

export type NeedsStated =
  /** `mailed`: whether the person is written to, which they are when anything is other than it was. */
  | { outcome: 'stated'; mailed: boolean }
  /** Somebody saved meanwhile: what is there now. */
  | { outcome: 'stale'; now: OwnAnswers; version: number }
  | { outcome: 'too-late' | 'ended' }
  /** By the key of the question. */
  | { outcome: 'refused'; why: 'answers'; answers: Record<string, AnswerCode> }

/**
 * States what somebody needs, and their answers to the organisers' questions: whoever has a living registration, until the
 * seminar begins, also when answers that decide about places stay as they are. Somebody to whom a place was handed after
 * the deadline has no other way to say it.
 *
 * @param given.version of the registration when the form was filled
 * @throws Refusal as `onRegistration`
 */
export function stateNeeds(
  house: House,
  by: By,
  id: string,
  given: { version: number; needs: Needs; answers: Readonly<Record<string, unknown>> },
  { remember }: { remember?: Remember<NeedsStated> } = {},
): Promise<NeedsStated> {
  return onRegistration<NeedsStated>(house, by, id, remember, async at => {
    const { tx, seminar, registered, own } = at
    const outcome = whyNot(at)
    if (outcome !== null) return { result: { outcome }, done: false }
    const before = await readOwn(tx, id)
    if (before === null) return { result: { outcome: 'ended' }, done: false }
    const { version } = registered
    if (given.version !== version) return { result: { outcome: 'stale', now: before.answers, version }, done: false }
    const questions = await currentQuestions(tx, seminar.id)
    const checked = checkAnswers(questions, given.answers, { category: registered.category })
    if (!checked.ok) return { result: { outcome: 'refused', why: 'answers', answers: checked.errors }, done: false }
    await raiseVersion(tx, id)
    await replaceAnswers(tx, id, questions, checked.answers)
    await writeNeeds(tx, [{ registrationId: id, needs: given.needs }])
    const after = await readOwn(tx, id)
    const mailed = after === null || !isSameAnswers(after.answers, before.answers)
    if (mailed) await queueMails(tx, [mailTo(registered, 'registration-changed', { by: own ? 'self' : 'organiser' })])
    return { result: { outcome: 'stated', mailed }, done: true }
  })
}

function whyNot({ hall, registered, own }: OneAtTheGate): 'ended' | 'too-late' | null {
  if (!can('change', registered.state)) return 'ended'
  const begun = Temporal.Instant.compare(hall.now, hall.admission.startsAt) >= 0
  const may = own ? isChangedByLink : isCorrected
  return (own && begun) || !may(hall) ? 'too-late' : null
}
