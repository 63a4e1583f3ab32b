import type { Locale } from '#ground/languages/locales.ts'
import { foldName } from '../../registration/rules/fold.ts'
import { gaps, outsideHours, overlaps, subjectOf, timed, twoPlaces } from './checks-of-time.ts'
import { type CheckCode, type Finding, severities } from './findings.ts'
import type { Programme, ProgrammeSlot } from './programme.ts'
import { type RoleAnswer, stillOn } from './still-on.ts'
import { unknownFiles } from './unknown-files.ts'

/** How the texts of a programme stand: by language, their places in it (texts.ts), as `slots.part-1.title`. */
export type TextsToCheck = {
  /** Those that are wanted besides the source language. */
  languages: readonly Locale[]
  missing: Partial<Record<Locale, readonly string[]>>
  stale: Partial<Record<Locale, readonly string[]>>
}

/**
 * What is worth looking at in a programme, in the order of the timetable by the first slot of each, at last what is in no
 * slot; nothing of it forbids anything. Beside those of time (checks-of-time.ts):
 *
 * - `repeated-title`, one for each title, with every slot that bears it. Capitals, accents, spaces and punctuation make
 *   no difference. Registrations, breaks and meals may bear the same title twice.
 * - `no-moderator`, one for each part and workshop that no organisation and no person moderates or coordinates.
 * - `panel-unbalanced`, one for each slot whose seats for Latin America and for Europe differ in number, without those
 *   that were declined.
 * - `declined-still-on`, one for each person who declined a seat and is still to moderate or to speak (still-on.ts).
 * - `seat-unanswered`, one for each seat to which somebody was invited who has not answered.
 * - `part-unanswered`, one for each person and slot that they were asked to moderate or to speak in, when they have not
 *   answered: only as far as `answers` are given.
 * - `two-places`, one for each person and each two slots at the same time that they are on, in whichever rooms.
 * - `translation-missing` and `translation-stale`, one for each language, with every slot concerned: only when `texts` is
 *   given.
 */
export function checkProgramme(
  programme: Programme,
  texts?: TextsToCheck,
  answers: readonly RoleAnswer[] = [],
): Finding[] {
  const slots = timed(programme)
  const inOrder = slots.map(({ slot }) => slot)
  const places = new Map(inOrder.map(({ key }, index) => [key, index]))
  const place = ({ slots: [first] }: Finding) =>
    first === undefined ? places.size : (places.get(first) ?? places.size)
  const order = Object.keys(severities)
  return [
    ...overlaps(slots),
    ...twoPlaces(slots),
    ...gaps(slots, programme),
    ...outsideHours(slots, programme),
    ...withoutModerator(inOrder),
    ...unbalancedPanels(inOrder),
    ...stillOn(inOrder, answers).map(({ person, slots: on }) => ({
      ...common('declined-still-on', on, person),
      person,
    })),
    ...(texts ? untranslated(inOrder, texts) : []),
    ...repeatedTitles(inOrder, programme.source),
    ...unansweredSeats(inOrder),
    ...unansweredParts(inOrder, answers),
  ].toSorted((a, b) => place(a) - place(b) || order.indexOf(a.code) - order.indexOf(b.code))
}

/**
 * `part-declined`, one for each person and slot of a draft that they were to moderate or to speak in and have said no to.
 *
 * @param answers of those who moderate or speak, which stand beside the programme
 */
export function declinedParts(
  programme: Programme,
  answers: readonly { slot: string; person: string; state: string }[],
): Finding[] {
  return programme.slots.flatMap(({ key }) => {
    const declined = answers.filter(({ slot, state }) => slot === key && state === 'declined')
    return [...new Set(declined.map(({ person }) => person))].map(person => ({
      ...common('part-declined', [key], person),
      person,
    }))
  })
}

/**
 * `document-unknown`, one for each document of a slot that names a file which the seminar does not have.
 *
 * @param own ids of the files that it has
 */
export function unknownDocuments(programme: Programme, own: ReadonlySet<string>): Finding[] {
  return unknownFiles(programme.slots, own).map(document => ({
    ...common('document-unknown', [document.slot], document.url),
    document,
  }))
}

const common = <Code extends CheckCode>(
  code: Code,
  slots: readonly string[],
  ...judged: readonly (string | undefined)[]
) => ({ code, slots: [...slots], severity: severities[code], subject: subjectOf(slots, ...judged) })

function withoutModerator(slots: readonly ProgrammeSlot[]): Finding[] {
  return slots
    .filter(({ kind }) => kind === 'part' || kind === 'workshop')
    .filter(slot => slot.moderators.length + slot.moderatorPersons.length + slot.coordination.length === 0)
    .map(({ key }) => common('no-moderator', [key]))
}

function unbalancedPanels(slots: readonly ProgrammeSlot[]): Finding[] {
  return slots.flatMap(({ key, seats }) => {
    const of = (wanted: string) => seats.filter(({ region, state }) => region === wanted && state !== 'declined').length
    const latinAmerica = of('latin-america')
    const europe = of('europe')
    if (latinAmerica === europe) return []
    const numbers = `${latinAmerica}-${europe}`
    return [{ ...common('panel-unbalanced', [key], numbers), seats: { latinAmerica, europe } }]
  })
}

function unansweredSeats(slots: readonly ProgrammeSlot[]): Finding[] {
  return slots.flatMap(({ key, seats }) =>
    seats
      .filter(({ state }) => state === 'invited')
      // Whoever sits there next and does not answer either is somebody else.
      .map(seat => ({ ...common('seat-unanswered', [key], seat.key, seat.person ?? seat.organisation), seat })),
  )
}

function unansweredParts(slots: readonly ProgrammeSlot[], answers: readonly RoleAnswer[]): Finding[] {
  return slots.flatMap(({ key, moderatorPersons, speakers }) => {
    const asked = answers.filter(({ slot, state }) => slot === key && state === 'invited').map(({ person }) => person)
    return [...new Set([...moderatorPersons, ...speakers])]
      .filter(person => asked.includes(person))
      .map(person => ({ ...common('part-unanswered', [key], person), person }))
  })
}

const mayRepeat: readonly string[] = ['registration', 'break', 'meal']

function repeatedTitles(slots: readonly ProgrammeSlot[], source: Locale): Finding[] {
  const folded = (slot: ProgrammeSlot) => foldTitle(slot.title[source] ?? '')
  const titled = slots.filter(slot => !mayRepeat.includes(slot.kind) && folded(slot) !== '')
  return [...Map.groupBy(titled, folded).values()]
    .filter(alike => alike.length > 1)
    .map(alike =>
      common(
        'repeated-title',
        alike.map(({ key }) => key),
      ),
    )
}

/** A title as one remembers it. Signs such as + stay: “C” and “C++” are two subjects. */
const foldTitle = (title: string) =>
  foldName(title)
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()

function untranslated(slots: readonly ProgrammeSlot[], texts: TextsToCheck): Finding[] {
  return (['missing', 'stale'] as const).flatMap(how =>
    texts.languages.flatMap((language): Finding[] => {
      const lacking = texts[how][language] ?? []
      const slotOf = (text: string) => slots.find(({ key }) => text.startsWith(`slots.${key}.`))?.key
      const concerned = new Set(lacking.map(slotOf))
      const keys = slots.map(({ key }) => key).filter(key => concerned.has(key))
      const elsewhere = lacking.filter(text => slotOf(text) === undefined)
      if (lacking.length === 0) return []
      const found = common(`translation-${how}`, keys, language)
      return [{ ...found, subject: subjectOf([...keys, ...elsewhere], language), language, elsewhere }]
    }),
  )
}
