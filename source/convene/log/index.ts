import { logWords } from '#convene/messages/log.ts'
import { programmeChecks } from '#convene/messages/programme-checks.ts'
import { registration } from '#convene/messages/registration.ts'
import { lifeSteps } from '#convene/seminar/rules/life.ts'
import type { LogPart, LogTable, LogWords } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { historyWords } from '#ground/languages/messages/history.ts'
import { number } from '#ground/languages/say.ts'
import { eventsOfPlaces } from './pages/place-events.ts'

type Column = keyof (typeof logWords)['en']['columns']

/** Values that have words of their own; the others are told as they are. */
const words: Partial<Record<Column, (locale: Locale, value: unknown) => string>> = {
  visibility: (locale, value) => historyWords[locale].visibilities[Number(value)] ?? String(value),
  approval_for: (locale, value) =>
    (value as string[]).map(category => categoryIn(locale, category)).join(', ') || historyWords[locale].nothing,
}
const categoryIn = (locale: Locale, category: string) =>
  registration[locale].categoriesShort[category as keyof (typeof registration)['en']['categoriesShort']] ?? category

const column = (name: Column) => {
  const put = words[name]
  return { label: (locale: Locale) => logWords[locale].columns[name], ...(put ? { words: put } : {}) }
}

function table(
  name: keyof (typeof logWords)['en']['tables'],
  part: LogPart,
  columns: readonly Column[],
  knownBy?: string,
): LogTable {
  return {
    part,
    name: locale => logWords[locale].tables[name],
    columns: Object.fromEntries(columns.map(one => [one, column(one)])),
    ...(knownBy === undefined ? {} : { knownBy }),
  }
}

const tables: Readonly<Record<string, LogTable>> = {
  seminar: table('seminar', 'seminar', [
    'held_on',
    'hours_from',
    'hours_to',
    'time_zone',
    'venue_address',
    'venue_country',
    'languages',
    'floor_languages',
    'interpretation_languages',
    'registration_opens_at',
    'registration_closes_at',
    'registration_mandatory',
    'cancelled_at',
    'postponed_at',
    'reminder_days',
    'visibility',
  ]),
  seminar_access_line: table('seminar_access_line', 'seminar', []),
  seminar_organisation: table('seminar_organisation', 'seminar', ['role']),
  seminar_contact: table('seminar_contact', 'seminar', ['email', 'telephone'], 'email'),
  programme: table('programme', 'seminar', ['provisional']),
  slot: table('slot', 'seminar', ['starts_at', 'ends_at'], 'key'),
  slot_theme: table('slot_theme', 'seminar', []),
  slot_role: table('slot_role', 'seminar', ['role']),
  check_set_aside: {
    part: 'seminar',
    name: locale => programmeChecks[locale].inLog,
    // Set aside and brought back, never changed.
    columns: {},
    knownBy: 'reason',
  },
  consent: table('consent', 'seminar', ['required'], 'key'),
  quota: table('quota', 'seminar', ['capacity'], 'key'),
  admission: table('admission', 'seminar', [
    'approval_for',
    'per_organisation',
    'per_form',
    'promotion',
    'offer_hours',
    'promote_until',
    'change_until',
    'needs_days',
    'answers_days',
    'persons_days',
  ]),
  invitation: table('invitation', 'people', ['places', 'priority', 'reserved', 'valid_until', 'ended_at'], 'label'),
  question: table('question', 'seminar', ['required'], 'key'),
  question_option: table('question_option', 'seminar', [], 'key'),
  attendance_letter: table('attendance_letter', 'people', ['withdrawn_at'], 'number'),
  seminar_notice: table('seminar_notice', 'mails', ['told', 'moved_to']),
  mail_words: table('mail_words', 'mails', [], 'template'),
  mailing: table('mailing', 'mails', ['send_at', 'started_at', 'cancelled_at', 'recipients']),
}

/** How many, as it was noted; a dash for what was noted without a number. */
const times = (locale: Locale, detail: Record<string, unknown>) => {
  const count = Object.values(detail).find(value => typeof value === 'number')
  return typeof count === 'number' ? number(locale, count) : historyWords[locale].nothing
}

/** How the log of who did what tells of seminars. */
export const conveneLog: LogWords = {
  tables,
  events: eventsOfPlaces,
  noted: {
    ...Object.fromEntries(
      lifeSteps.map(step => [
        `life-${step}`,
        { part: 'seminar' as const, say: (locale: Locale) => logWords[locale].life[step] },
      ]),
    ),
    'registrations-exported': {
      part: 'people',
      say: (locale, detail) => logWords[locale].noted.registrationsExported(times(locale, detail)),
    },
    'needs-exported': {
      part: 'people',
      say: (locale, detail) => logWords[locale].noted.needsExported(times(locale, detail)),
    },
    'mailing-started': {
      part: 'mails',
      say: (locale, detail) => logWords[locale].noted.mailingStarted(times(locale, detail)),
    },
    'reminder-started': {
      part: 'mails',
      say: (locale, detail) => logWords[locale].noted.reminderStarted(times(locale, detail)),
    },
    'mailing-tested': { part: 'mails', say: locale => logWords[locale].noted.mailingTested },
    'registered-by-hand': { part: 'people', say: locale => logWords[locale].noted.byHand },
    'guest-list-imported': {
      part: 'people',
      say: (locale, detail) => logWords[locale].noted.guestsImported(times(locale, detail)),
    },
    'guest-list-undone': {
      part: 'people',
      say: (locale, detail) => logWords[locale].noted.guestsUndone(times(locale, detail)),
    },
    'invitations-sent': {
      part: 'people',
      say: (locale, detail) => logWords[locale].noted.invitationsSent(times(locale, detail)),
    },
    'invited-person-erased': { part: 'people', say: locale => logWords[locale].noted.invitedErased },
  },
}
