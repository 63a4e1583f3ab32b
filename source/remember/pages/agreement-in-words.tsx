import type { Locale } from '#ground/languages/locales.ts'
import { State, type StateKind } from '#ground/web/parts/text.tsx'
import { dayOf, edtfInWords } from '../acts/edtf-in-words.ts'
import { agreementsWords } from '../messages/agreements.ts'
import { asKnownWords } from '../messages/as-known.ts'
import { unknownDate } from '../rules/edtf.ts'
import type { AgreementOn, AgreementState } from '../store/agreements.ts'

const kindOf: Record<AgreementState, StateKind> = {
  'not-yet': 'neutral',
  negotiated: 'waiting',
  approved: 'waiting',
  signed: 'waiting',
  'in-force': 'ok',
  suspended: 'waiting',
  denounced: 'waiting',
  expired: 'no',
  terminated: 'no',
}

/** How an agreement stands on the day: its state as a mark, since when, and until when it runs or ran. */
export function AgreementStanding({ locale, agreement }: { locale: Locale; agreement: AgreementOn }) {
  const { state } = agreement
  const kind = isUnclear(agreement) ? 'neutral' : kindOf[state]
  return (
    <p>
      <State kind={kind}>{stateInWords(locale, agreement)}</State> {sinceAndLifeInWords(locale, agreement).join(' ')}
    </p>
  )
}

/** The same on paper, with what is to be done next, in sentences that tell no day twice. */
export function agreementInSentences(locale: Locale, agreement: AgreementOn): string[] {
  const deadline = deadlineInWords(locale, agreement)
  // What ends or is to be renewed says itself when; of a notice the end is told beside it.
  const ends = deadline === null || agreement.todo === 'notice'
  return [
    `${stateInWords(locale, agreement)}.`,
    ...(isUnclear(agreement) ? sinceAndLifeInWords(locale, agreement) : lifeInWords(locale, agreement, { ends })),
    ...(deadline === null ? [] : [deadline]),
  ]
}

function stateInWords(locale: Locale, agreement: AgreementOn): string {
  const words = agreementsWords[locale]
  return isUnclear(agreement) ? words.endUnknown : words.states[agreement.state]
}

/**
 * Whether it was in force once and nobody knows its end: none is on record, and nothing says that it runs on without one. Unknown
 * is not open. The check `agreement-without-end` finds those same.
 */
const isUnclear = ({ state, endsOn, renewal }: AgreementOn): boolean =>
  state === 'in-force' && endsOn === null && (renewal === 'none' || renewal === 'express')

function sinceAndLifeInWords(locale: Locale, agreement: AgreementOn): string[] {
  const words = agreementsWords[locale]
  const life = lifeInWords(locale, agreement)
  const since = sinceInWords(locale, agreement)
  if (since === null) return life
  if (isUnclear(agreement)) return [words.unclear(since), ...lifeInWords(locale, agreement, { ends: false })]
  // What is over says when it ended: the day after would be the same told twice.
  const over = agreement.state === 'expired' || agreement.state === 'terminated'
  return over && agreement.endsOn !== null ? life : [`${since}.`, ...life]
}

/** Since when it stands as it does, as far as that is known: « depuis 1978 »; null when it does not say. */
function sinceInWords(locale: Locale, { since }: AgreementOn): string | null {
  if (since === null) return null
  return edtfInWords(locale, since === unknownDate ? '/..' : `${since}/..`)
}

/**
 * What is to be done next about an agreement, and until when, in a sentence, with another where that rests on a day of which less
 * is known; null when nothing is.
 */
export function deadlineInWords(locale: Locale, agreement: AgreementOn): string | null {
  const said = todoInWords(locale, agreement)
  if (said === null) return null
  const rests = agreement.restsOn.map(({ known, day }) =>
    asKnownWords[locale].calculated(dayOf(locale, day), edtfInWords(locale, known)),
  )
  return [said, ...new Set(rests)].join(' ')
}

function todoInWords(locale: Locale, agreement: AgreementOn): string | null {
  const { todo: words } = agreementsWords[locale]
  const { deadline, todo, endsOn, renewalMonths, state } = agreement
  if (deadline === null || todo === null) return null
  const day = dayOf(locale, deadline)
  if (todo === 'notice') return words.notice(day, renewalMonths ?? 0)
  if (todo === 'renew')
    return endsOn === null || endsOn === deadline ? words.renew(day) : words.renewBy(day, dayOf(locale, endsOn))
  return state === 'denounced' ? words.denounced(day) : words.end(day)
}

// Until when it runs or ran, where that is asked, and how often it was renewed.
function lifeInWords(locale: Locale, agreement: AgreementOn, asked: { ends: boolean } = { ends: true }): string[] {
  const words = agreementsWords[locale]
  const { state, endsOn, renewals, renewal } = agreement
  const over = state === 'expired' || state === 'terminated'
  const begun = over || state === 'in-force' || state === 'suspended' || state === 'denounced'
  const sentences: string[] = []
  if (asked.ends && endsOn !== null)
    sentences.push((over ? words.endedOn : words.endsOn)(edtfInWords(locale, `/${endAsKnown(agreement)}`)))
  else if (asked.ends && begun) sentences.push(renewal === 'indefinite' ? words.noEnd : words.endNotKnown)
  if (renewals > 0) sentences.push((renewal === 'tacit' ? words.renewedTacitly : words.renewed)(renewals))
  return sentences
}

/** The last day, EDTF: what is known of it, where it is a date that was told so. */
const endAsKnown = ({ endsOn, restsOn }: AgreementOn): string =>
  restsOn.find(({ day }) => day === endsOn)?.known ?? endsOn ?? ''
