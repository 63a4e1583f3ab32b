import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { type TextStates, textKeysOf } from './text-states.ts'

export const itemNames = [
  'day',
  'capacity',
  'closes',
  'organiser',
  'contact',
  'consent',
  'presentation',
  'programme',
  'translated',
] as const
export type ItemName = (typeof itemNames)[number]

export type ChecklistItem = {
  name: ItemName
  /** `missing`: without it the seminar is not announced. `advised`: it may be, and the page shows what is not there. */
  state: 'done' | 'missing' | 'advised'
  /** For `translated`: how many texts of all languages. */
  count?: { missing: number; stale: number }
}

/**
 * What is there and what is missing before people can register.
 *
 * A capacity of 0 is what a new seminar begins with: nobody has said yet how many places there are. Nobody is asked for
 * their name before they were told what becomes of it (Regulation (EU) 2016/679, article 13; Lei 13.709/2018, article 9),
 * nor without an address to write to: so the consent and the contact are not advice.
 *
 * @param now business time
 */
export function checklistOf(file: SeminarFile, states: TextStates, now: Temporal.Instant): ChecklistItem[] {
  const zoned = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(file.time_zone).toInstant()
  const isLater = (instant: Temporal.Instant) => Temporal.Instant.compare(now, instant) < 0
  const { registration } = file
  const count = countTexts(file, states)
  const needed: [ItemName, boolean][] = [
    ['day', isLater(zoned(`${file.date}T${file.hours.to}`))],
    ['capacity', registration.capacity > 0],
    ['closes', isLater(zoned(registration.closes))],
    ['organiser', file.organisations.some(({ roles }) => roles.includes('organiser'))],
    ['contact', file.contacts.length > 0],
    ['consent', registration.consents.some(({ required }) => required)],
  ]
  const advised: [ItemName, boolean][] = [
    ['presentation', file.presentation !== undefined],
    ['programme', file.programme.slots.length > 0],
    ['translated', count.missing === 0 && count.stale === 0],
  ]
  return [
    ...needed.map(([name, done]): ChecklistItem => ({ name, state: done ? 'done' : 'missing' })),
    ...advised.map(
      ([name, done]): ChecklistItem => ({
        name,
        state: done ? 'done' : 'advised',
        ...(name === 'translated' ? { count } : {}),
      }),
    ),
  ]
}

/** Whether nothing is missing that must be there. */
export const canBeAnnounced = (items: readonly ChecklistItem[]) => items.every(({ state }) => state !== 'missing')

function countTexts(file: SeminarFile, states: TextStates) {
  const all = textKeysOf(file).flatMap(({ key }) => file.languages.map(locale => states(key, locale)))
  const of = (wanted: string) => all.filter(state => state === wanted).length
  return { missing: of('missing'), stale: of('stale') }
}
