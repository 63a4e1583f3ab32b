import { z } from 'zod'
import { deskChange } from '#convene/messages/desk-change.ts'
import { deskListWords } from '#convene/messages/desk-list.ts'
import { deskOne } from '#convene/messages/desk-one.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { lifeWords } from '#convene/messages/life.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Flash } from '#ground/web/flash.ts'
import type { Approved } from '../../acts/approve-registrations.ts'
import type { SeenStates } from '../../acts/at-the-gate.ts'
import type { EndedOne, Ending } from '../../acts/end-registrations.ts'
import { holdsPlace, type RegistrationState } from '../../rules/states.ts'

export const mostReason = 1000
/** The reason goes into the mail: whoever is refused is told why, whoever is cancelled may be. */
export const reasonSchemas = {
  refuse: z.object({ reason: z.string().trim().min(1, 'reasonMissing').max(mostReason, 'reasonTooLong') }),
  cancel: z.object({ reason: z.string().trim().max(mostReason, 'reasonTooLong') }),
}

const countBy = (outcomes: readonly { outcome: string }[]) => (wanted: string) =>
  outcomes.filter(({ outcome }) => outcome === wanted).length

/** One message for all that came out well, one for what did not: whole sentences, side by side. */
function flashes(tone: Flash['tone'], told: readonly (readonly [number, (people: number) => string])[]): Flash[] {
  const sentences = told.flatMap(([people, say]) => (people === 0 ? [] : [say(people)]))
  return sentences.length === 0 ? [] : [{ tone, text: sentences.join(' ') }]
}

/** What came of approving people. */
export function approvedInWords(locale: Locale, approved: readonly Approved[]): Flash[] {
  const words = deskPeople[locale].done
  const count = countBy(approved)
  return [
    ...flashes('done', [
      [count('confirmed'), words.approved],
      [count('waiting'), words.approvedWaiting],
    ]),
    ...flashes('problem', [
      [count('not-requested'), words.notRequested],
      [count('too-late'), words.tooLate],
      [count('over'), deskOne[locale].overLeft],
      [count('resting'), lifeWords[locale].approvalRests],
      [count('not-found'), words.gone],
    ]),
  ]
}

/** Nothing is asked any more about people of a seminar that is over: nothing could follow. */
export const overInWords = (locale: Locale, people: number): Flash => ({
  tone: 'problem',
  text: deskOne[locale].overLeft(people),
})

/** What refusing or cancelling these people means, before it is done: of places only when one of them has one. */
export function endingText(locale: Locale, ending: Ending, people: readonly { state: RegistrationState }[]): string {
  const words = deskPeople[locale].ending
  if (!people.some(({ state }) => holdsPlace(state))) return deskOne[locale].noPlaceLost[ending]
  return ending === 'refuse' ? words.refuseText : words.cancelText
}

/**
 * What came of refusing or cancelling people.
 *
 * @param meanwhile sentences about those whom somebody else decided about; without them only their number is told
 * @param was the state in which they were seen: a confirmed one that cannot be refused is told apart from one that ended
 */
export function endedInWords(
  locale: Locale,
  ending: Ending,
  outcomes: readonly EndedOne[],
  { meanwhile, was }: { meanwhile?: Flash[]; was?: SeenStates } = {},
): Flash[] {
  const words = deskPeople[locale].done
  const count = countBy(outcomes)
  const hasPlace = outcomes.filter(one => one.outcome === 'not-possible' && was?.get(one.id) === 'confirmed').length
  return [
    ...flashes('done', [[count('ended'), ending === 'refuse' ? words.refused : words.cancelled]]),
    ...flashes('problem', [
      [ending === 'refuse' ? hasPlace : 0, deskListWords[locale].hasPlace],
      [count('not-possible') - (ending === 'refuse' ? hasPlace : 0), words.ended],
      [count('over'), deskOne[locale].overLeft],
      [count('not-found'), words.gone],
      [meanwhile ? 0 : count('meanwhile'), deskChange[locale].meanwhileMore],
    ]),
    ...(meanwhile ?? []),
  ]
}
