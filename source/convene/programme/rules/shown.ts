import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import type { FileWords } from '../../seminar/rules/file-values.ts'
import { fileIn } from './file-address.ts'
import { momentsOf, type Names, type Programme, type ProgrammeSeat, type ProgrammeSlot } from './programme.ts'
import { sure } from './released.ts'

/** Who is on a slot, as a reader of one language is told. */
export type ShownPerson = {
  key: string
  /** Null for somebody whose name is not public, or who was erased. */
  name: string | null
  role: Shown | null
  about: Shown | null
  /** Short name, else name. */
  organisation: string | null
}
export type ShownSeat = Pick<ProgrammeSeat, 'key' | 'region' | 'state'> & {
  organisation: string | null
  person: ShownPerson | null
}
export type ShownSlot = Pick<ProgrammeSlot, 'key' | 'kind' | 'day' | 'from' | 'until' | 'to' | 'provisional'> & {
  part: string | null
  room: { key: string; name: Shown } | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  title: Shown
  themes: readonly Shown[]
  method: Shown | null
  moderators: readonly string[]
  coordination: readonly string[]
  moderatorPersons: readonly ShownPerson[]
  speakers: readonly ShownPerson[]
  /** How many besides were asked to moderate, and to speak, and have not answered: who they are is nobody's business. */
  moderatorsAwaited: number
  speakersAwaited: number
  seats: readonly ShownSeat[]
  documents: readonly {
    title: Shown
    url: string
    /** Of a file of this installation. */
    fileId: string | null
    /** The file was taken back: there is nothing at its address any more. */
    isWithdrawn: boolean
  }[]
  /** Null: as in the whole seminar. */
  spokenLanguages: { floor: readonly string[]; interpretation: readonly string[] } | null
}
/** A programme as a reader of one language gets it. */
export type ShownProgramme = {
  provisional: boolean
  timeZone: string
  name: Shown | null
  note: Shown | null
  days: Programme['days']
  rooms: readonly { key: string; name: Shown; capacity: number | null }[]
  slots: readonly ShownSlot[]
}

/**
 * A programme in a reader's language, or else, text by text, in the one it was written in. Names are those that the
 * reader may read; whoever has none is told by role and organisation.
 *
 * @param withdrawn ids of files that were taken back: what names them says so
 */
export function shownIn(
  programme: Programme,
  names: Names,
  locale: Locale,
  withdrawn: ReadonlySet<string> = new Set(),
): ShownProgramme {
  const older = new Set(programme.older[locale] ?? [])
  const say = (words: FileWords | undefined, path: string): Shown | null => {
    const language = words?.[locale] === undefined ? programme.source : locale
    const text = words?.[language]
    if (text === undefined) return null
    const isTranslated = language !== programme.source
    return { text, language, stale: isTranslated && older.has(path), state: isTranslated ? 'reviewed' : 'source' }
  }
  const certain = (words: FileWords | undefined, path: string, otherwise: string): Shown =>
    say(words, path) ?? { text: otherwise, language: programme.source, stale: false, state: 'source' }
  const organisation = (key: string | undefined): string | null => {
    const found = programme.organisations.find(one => one.key === key)
    if (!found) return null
    return (
      found.short ??
      say(found.name, `organisations.${found.key}.name`)?.text ??
      Object.values(found.name)[0] ??
      found.key
    )
  }
  const organisations = (keys: readonly string[]) => keys.flatMap(key => organisation(key) ?? [])
  const person = (key: string): ShownPerson => {
    const found = programme.people.find(one => one.key === key)
    const name = names.get(key)
    return {
      key,
      name: name ? `${name.givenName} ${name.familyName}` : null,
      role: say(found?.role, `people.${key}.role`),
      // Lines about somebody may well name them: they go with the name.
      about: name ? say(found?.about, `people.${key}.about`) : null,
      organisation: organisation(found?.organisation),
    }
  }
  const room = (key: string | undefined) => {
    const found = programme.rooms.find(one => one.key === key)
    return found ? { key: found.key, name: certain(found.name, `rooms.${found.key}.name`, found.key) } : null
  }
  const slot = (one: ProgrammeSlot): ShownSlot => {
    const path = `slots.${one.key}`
    const { key, kind, day, from, until, to, provisional } = one
    return {
      ...{ key, kind, day, from, until, to, provisional },
      part: one.part ?? null,
      room: room(one.room),
      ...momentsOf(one, programme.timeZone),
      title: certain(one.title, `${path}.title`, one.key),
      themes: one.themes.flatMap((theme, index) => say(theme, `${path}.themes.${index}`) ?? []),
      method: say(one.method, `${path}.method`),
      moderators: organisations(one.moderators),
      coordination: organisations(one.coordination),
      moderatorPersons: sure(one.moderatorPersons, one.moderatorsAwaited).map(person),
      speakers: sure(one.speakers, one.speakersAwaited).map(person),
      moderatorsAwaited: one.moderatorsAwaited?.length ?? 0,
      speakersAwaited: one.speakersAwaited?.length ?? 0,
      // Whoever said no has no seat any more.
      seats: one.seats
        .filter(({ state }) => state !== 'declined')
        .map(seat => {
          const sits = seat.person && seat.state === 'confirmed' ? person(seat.person) : null
          const of = organisation(seat.organisation)
          // Of whoever was erased since, or is not named, there may be nothing left to say: the seat is to be filled.
          const isEmpty = of === null && !(sits?.name || sits?.role || sits?.organisation)
          return {
            ...{ key: seat.key, region: seat.region },
            state: seat.state === 'confirmed' && isEmpty ? ('open' as const) : seat.state,
            organisation: of,
            person: isEmpty ? null : sits,
          }
        }),
      documents: one.documents.map(({ title, url }, index) => ({
        title: certain(title, `${path}.documents.${index}.title`, url),
        url,
        fileId: fileIn(url),
        isWithdrawn: withdrawn.has(fileIn(url) ?? ''),
      })),
      spokenLanguages: one.spoken_languages ?? null,
    }
  }
  return {
    provisional: programme.provisional,
    timeZone: programme.timeZone,
    name: say(programme.name, 'name'),
    note: say(programme.note, 'note'),
    days: programme.days,
    rooms: programme.rooms.map(({ key, name, capacity }) => ({
      key,
      name: certain(name, `rooms.${key}.name`, key),
      capacity: capacity ?? null,
    })),
    slots: programme.slots.map(slot),
  }
}
