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

export function AgreementStateMark({ locale, state }: { locale: Locale; state: AgreementState }) {
  return <State kind={kindOf[state]}>{agreementsWords[locale].states[state]}</State>
}

/** Since when it stands as it does, as far as that is known: « depuis 1978 »; null when it does not say. */
export function sinceInWords(locale: Locale, { since }: AgreementOn): string | null {
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

/** How it stands, in sentences: until when it runs or ran, and how often it was renewed. */
export function lifeInWords(locale: Locale, agreement: AgreementOn): string[] {
  const words = agreementsWords[locale]
  const { state, endsOn, renewals, renewal } = agreement
  const over = state === 'expired' || state === 'terminated'
  const begun = over || state === 'in-force' || state === 'suspended' || state === 'denounced'
  const sentences: string[] = []
  if (endsOn !== null)
    sentences.push((over ? words.endedOn : words.endsOn)(edtfInWords(locale, `/${endAsKnown(agreement)}`)))
  else if (begun) sentences.push(words.noEnd)
  if (renewals > 0) sentences.push((renewal === 'tacit' ? words.renewedTacitly : words.renewed)(renewals))
  return sentences
}

/** The last day, EDTF: what is known of it, where it is a date that was told so. */
const endAsKnown = ({ endsOn, restsOn }: AgreementOn): string =>
  restsOn.find(({ day }) => day === endsOn)?.known ?? endsOn ?? ''
