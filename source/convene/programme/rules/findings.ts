import type { Locale } from '#ground/languages/locales.ts'
import type { ProgrammeSeat } from './programme.ts'
import type { UnknownFile } from './unknown-files.ts'

/** Every code of a finding, with how much it matters. None of them forbids anything. */
export const severities = {
  /** Nobody can be in both, or not everybody can be in the one that is for all. */
  overlap: 'error',
  /** A person cannot be in both. */
  'two-places': 'error',
  /** Participants are told nothing for a while. */
  gap: 'warning',
  /** Whoever believes the announced hours comes too late or leaves too early. */
  'outside-hours': 'warning',
  /** Nobody leads it. */
  'no-moderator': 'warning',
  /** Whoever is said to moderate or speak does not come. */
  'part-declined': 'warning',
  /** One of the two regions is heard more than the other. */
  'panel-unbalanced': 'warning',
  /** Somebody declined a seat, and the programme still names them to moderate or to speak. */
  'declined-still-on': 'warning',
  /** Whoever presses the link of a document finds nothing. */
  'document-unknown': 'warning',
  /** Readers of a language find words of another one. */
  'translation-missing': 'warning',
  /** Readers of a language find what the programme said before. */
  'translation-stale': 'warning',
  /** Readers cannot tell two slots apart; the organiser may want it so. */
  'repeated-title': 'notice',
  /** Somebody was asked to a seat and has not answered. */
  'seat-unanswered': 'notice',
  /** Somebody was asked to moderate or to speak and has not answered. */
  'part-unanswered': 'notice',
} as const
export type CheckCode = keyof typeof severities
export type Severity = (typeof severities)[CheckCode]

/** What anybody may be told of a programme: not how far the work on it is, nor what anybody has answered. */
export const publicCodes = [
  'overlap',
  'two-places',
  'gap',
  'outside-hours',
  'no-moderator',
  'panel-unbalanced',
  'repeated-title',
] as const satisfies readonly CheckCode[]

type Common = {
  /** Keys of the slots concerned, in the order of the timetable. */
  slots: string[]
  severity: Severity
  /**
   * The same as long as it is about the same: the slots with + between them, and after colons what else tells it apart (the
   * person, how many minutes, how many seats). By it a finding is known again that was set aside; what has become another
   * matter since is not.
   */
  subject: string
}
/** What was found, with what is needed to say it. */
export type Finding = Common &
  (
    | {
        code: 'overlap' /** Key of the room that both are in; null when one of them is in no room. */
        room: string | null
      }
    | {
        code: 'two-places' | 'part-declined' | 'part-unanswered' | 'declined-still-on' /** Key of the person. */
        person: string
      }
    | { code: 'gap' /** What is empty of the announced hours of a day: `YYYY-MM-DD`, `HH:MM`. */; span: DaySpan }
    | {
        code: 'outside-hours' /** The hours of the day it begins; null for a day without any. */
        announced: DaySpan | null
      }
    | { code: 'no-moderator' | 'repeated-title' }
    | {
        code: 'panel-unbalanced' /** Seats that nobody has declined. */
        seats: { latinAmerica: number; europe: number }
      }
    | { code: 'seat-unanswered'; seat: ProgrammeSeat }
    | { code: 'document-unknown'; document: UnknownFile }
    | {
        code: 'translation-missing' | 'translation-stale'
        language: Locale
        /** Texts of the programme that are in no slot, by their place in it: `name`, `rooms.hall.name`. */
        elsewhere: string[]
      }
  )
export type DaySpan = { day: string; from: string; to: string }
