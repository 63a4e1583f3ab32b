import type { MailState } from '#ground/database/tables.ts'
import type { House, Visit } from '#ground/house.ts'
import { moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type MailMessages, mail } from '#ground/languages/messages/mail.ts'
import type { StateKind } from '#ground/web/parts/places.tsx'
import { templateOf } from '../acts/compose.ts'
import { readReason } from '../rules/reason.ts'
import { readReturned } from '../rules/returned.ts'

export const wordsOf = (visit: Visit): MailMessages => mail[visit.locale]

export const kindOfState: Record<MailState, StateKind> = {
  to_send: 'waiting',
  sending: 'waiting',
  waiting_retry: 'waiting',
  sent: 'ok',
  failed: 'no',
  cancelled: 'neutral',
}

type Standing = {
  state: MailState
  bounced_at: Temporal.Instant | null
  delayed_at: Temporal.Instant | null
}

/** Where a mail stands, what came back after it was sent included. */
export function standing(t: MailMessages, mail: Standing): { kind: StateKind; words: string } {
  if (mail.bounced_at) return { kind: 'no', words: t.returned.cameBack }
  if (mail.delayed_at && mail.state === 'sent') return { kind: 'waiting', words: t.returned.delayed }
  return { kind: kindOfState[mail.state], words: t.states[mail.state] }
}

/** Whom a mail is for, in a line. */
export function recipient(
  t: MailMessages,
  person: { given_name: string | null; family_name: string | null; email: string | null },
): string {
  if (person.email === null) return t.list.erased
  const name = [person.given_name, person.family_name].filter(Boolean).join(' ')
  return name === '' ? person.email : `${name} <${person.email}>`
}

/** Why a mail did not leave, or why it came back: our words, then the server's own. */
export function reason(
  t: MailMessages,
  lastError: string | null,
  bounce: string | null = null,
): { words: string; detail: string } | null {
  if (bounce !== null) {
    const { kind, detail } = readReturned(bounce)
    return { words: t.returned.kinds[kind], detail }
  }
  if (lastError === null) return null
  const { kind, detail } = readReason(lastError)
  return { words: t.reasons[kind], detail }
}

/** What kind of mail it is: the name its room gave it, or the one it is kept under. */
export function nameOfTemplate(house: House, template: string, locale: Locale): string {
  const named: object = templateOf(house, template) ?? {}
  return 'name' in named && typeof named.name === 'function' ? String(named.name(locale)) : template
}

export const longUtc = (t: MailMessages, locale: Locale, instant: Temporal.Instant) =>
  t.one.utc(moment(locale, instant, 'UTC'))
