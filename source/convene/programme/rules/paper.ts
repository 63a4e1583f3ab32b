import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import type { Names, Programme, ProgrammeSlot } from './programme.ts'
import { type ShownPerson, type ShownProgramme, type ShownSeat, type ShownSlot, shownIn } from './shown.ts'

// What of a programme goes on paper, and in which order. A sheet on a wall cannot be asked: what a page says by colour or
// by a link is said here in words.

/** Who sits for a region: those of whom something can be said, then how many seats nobody can be named for. */
export type PaperPanel = { region: ShownSeat['region']; seats: readonly PaperSeat[]; free: number }
export type PaperSeat = { person: ShownPerson | null; organisation: string | null; confirmed: boolean }
export type PaperSlot = Omit<ShownSlot, 'seats'> & {
  panel: readonly PaperPanel[]
  /** The day on which it ends, when it is another than the one on which it begins. */
  endsOn: string | null
  /** Nobody is listened to: it is set more lightly. */
  quiet: boolean
  /** The language of its texts, when it is not the reader's and not that of the whole programme. */
  writtenIn: Locale | null
  /** One of its texts is older than its original. */
  stale: boolean
}
/** With the hours as announced; null for a day that was not announced and on which something begins all the same. */
export type PaperDay = { date: string; hours: { from: string; to: string } | null; slots: readonly PaperSlot[] }
export type Paper = {
  name: Shown | null
  note: Shown | null
  provisional: boolean
  rooms: ShownProgramme['rooms']
  days: readonly PaperDay[]
  /** Whoever is on it, each once: first those with a name, by family name, then the others as they come. */
  people: readonly ShownPerson[]
  /** Slots that have documents. */
  documents: readonly PaperSlot[]
  /** The language of the whole programme, when none of its slots is in the reader's: said once, not at each slot. */
  writtenIn: Locale | null
}

const quiet: ReadonlySet<ProgrammeSlot['kind']> = new Set<ProgrammeSlot['kind']>([
  'registration',
  'welcome',
  'break',
  'meal',
  'closing',
])
const regionsInOrder = ['latin-america', 'europe', 'other'] as const

/** One page for a wall, or a booklet to take along. */
export type PaperForm = 'sheet' | 'booklet'

/**
 * A released programme as a reader of a language finds it on paper. A sheet has no methods and no documents.
 *
 * @param withdrawn ids of files that were taken back
 */
export function paperOf(
  programme: Programme,
  names: Names,
  locale: Locale,
  form: PaperForm,
  withdrawn?: ReadonlySet<string>,
): Paper {
  const shown = shownIn(programme, names, locale, withdrawn)
  const printed = shown.slots.map(({ seats, ...slot }) => ({
    ...slot,
    ...(form === 'sheet' ? { method: null, documents: [] } : {}),
    panel: panelOf(seats),
  }))
  const foreign = printed.map(slot => foreignIn(slot, locale))
  const [first = null] = foreign
  // What says it of the whole must hold for the whole: each of the titles is in that language.
  const isWhole = first !== null && printed.every(({ title }) => title.language === first)
  const whole = isWhole ? first : null
  const slots = printed.map((slot, index): PaperSlot => {
    const texts = textsOf(slot)
    return {
      ...slot,
      endsOn: slot.until === slot.day ? null : slot.until,
      quiet: quiet.has(slot.kind),
      writtenIn: whole === null ? (foreign[index] ?? null) : null,
      stale: texts.some(({ stale }) => stale),
    }
  })
  const { name, note, provisional, rooms } = shown
  return {
    ...{ name, note, provisional, rooms },
    days: daysOf(shown.days, slots),
    people: peopleOf(slots, names, locale),
    documents: slots.filter(({ documents }) => documents.length > 0),
    writtenIn: whole,
  }
}

/** What can be told of a person: the name that everybody may read, what they are, where from. Empty when nothing can. */
export function toldOf(
  person: ShownPerson,
): { name: string | null; role: Shown | null; organisation: string | null } | null {
  const { name, role, organisation } = person
  return name === null && role === null && organisation === null ? null : { name, role, organisation }
}

type Printed = Omit<ShownSlot, 'seats'> & { panel: readonly PaperPanel[] }

function peopleOn({ moderatorPersons, speakers, panel }: Printed): ShownPerson[] {
  return [
    ...moderatorPersons,
    ...speakers,
    ...panel.flatMap(({ seats }) => seats.flatMap(({ person }) => person ?? [])),
  ]
}

/** Every text that is read at a slot; a role is when it stands in the place of a name. */
function textsOf(slot: Printed): Shown[] {
  const { title, themes, method, room, documents } = slot
  const roles = peopleOn(slot).flatMap(({ name, role }) => (name === null && role ? role : []))
  const all = [title, ...themes, method, room?.name ?? null, ...documents.map(document => document.title), ...roles]
  return all.filter(text => text !== null)
}

function foreignIn(slot: Printed, locale: Locale): Locale | null {
  return textsOf(slot).find(({ language }) => language !== locale)?.language ?? null
}

function panelOf(seats: readonly ShownSeat[]): PaperPanel[] {
  return regionsInOrder.flatMap(region => {
    const those = seats.filter(seat => seat.region === region)
    if (those.length === 0) return []
    const told = those.flatMap(({ person, organisation, state }): PaperSeat[] => {
      const known = person && toldOf(person) ? person : null
      return known || organisation !== null ? [{ person: known, organisation, confirmed: state === 'confirmed' }] : []
    })
    return [{ region, seats: told, free: those.length - told.length }]
  })
}

function daysOf(announced: Programme['days'], slots: readonly PaperSlot[]): PaperDay[] {
  const dates = new Set([...announced.map(({ date }) => date), ...slots.map(({ day }) => day)])
  return [...dates].sort().map(date => {
    const day = announced.find(one => one.date === date)
    return {
      date,
      hours: day ? { from: day.from, to: day.to } : null,
      slots: slots.filter(slot => slot.day === date),
    }
  })
}

function peopleOf(slots: readonly PaperSlot[], names: Names, locale: Locale): ShownPerson[] {
  const all = slots.flatMap(peopleOn)
  const once = [...new Map(all.map(person => [person.key, person])).values()].filter(
    // A role or a few lines make a person of whom a list can tell; an organisation alone stands with the slot.
    ({ name, role, about }) => name !== null || role !== null || about !== null,
  )
  const sortedBy = ({ key }: ShownPerson) => {
    const { familyName = '', givenName = '' } = names.get(key) ?? {}
    return `${familyName} ${givenName}`.trim()
  }
  return [
    ...once.filter(({ name }) => name !== null).sort((a, b) => sortedBy(a).localeCompare(sortedBy(b), locale)),
    ...once.filter(({ name }) => name === null),
  ]
}
