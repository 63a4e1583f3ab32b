import type { Locale } from '#ground/languages/locales.ts'
import { State, type StateKind } from '#ground/web/parts/text.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import type { AgreementOn, AgreementState } from '../../store/agreements.ts'

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

/** What is to be done next about an agreement, and until when, in a sentence; null when nothing is. */
export function deadlineInWords(locale: Locale, agreement: AgreementOn): string | null {
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
  if (endsOn !== null) sentences.push((over ? words.endedOn : words.endsOn)(dayOf(locale, endsOn)))
  else if (begun) sentences.push(words.noEnd)
  if (renewals > 0) sentences.push((renewal === 'tacit' ? words.renewedTacitly : words.renewed)(renewals))
  return sentences
}
