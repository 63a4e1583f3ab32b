import { cityOfZone, hour, hours, languageName, list, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Shown } from '#ground/languages/text.ts'
import { programmeAwaited } from '../../messages/programme-awaited.ts'
import { programmeChanges } from '../../messages/programme-changes.ts'
import { programmeDocuments } from '../../messages/programme-documents.ts'
import type { FileWords } from '../../seminar/rules/file-values.ts'
import {
  type ChangedSlot,
  changesBetween,
  type MovedSlot,
  type ProgrammeField,
  type ProgrammeFieldChange,
  readersChanges,
  type SlotField,
} from '../rules/changes.ts'
import { isNewerOriginal, withNewOriginals } from '../rules/originals.ts'
import type { Names, Programme } from '../rules/programme.ts'
import { peopleSeen } from '../rules/released.ts'
import { type ShownPerson, type ShownProgramme, type ShownSeat, type ShownSlot, shownIn } from '../rules/shown.ts'
import { partNamed } from './part-named.ts'

/** A text of one side, in the reader's language or in the one it was written in. */
export type Said = {
  text: string
  language: Locale
  href?: string
  /** In the reader's language: why it leads nowhere. */
  gone?: string
  /** The original of a text whose translation is still the one before. */
  isNewerOriginal?: true
}
/** Who moderates is one line, and so is who speaks: with how many of them are to be confirmed. */
type LineField = Exclude<SlotField, 'moderatorsAwaited' | 'speakersAwaited'>
const lineOf = (field: SlotField): LineField =>
  field === 'moderatorsAwaited' ? 'moderatorPersons' : field === 'speakersAwaited' ? 'speakers' : field

/** What a field said and says; an empty side says nothing. */
export type ChangedLine = {
  field: LineField | Exclude<ProgrammeField, 'note' | 'source' | 'older'> | 'time' | 'room'
  before: readonly Said[]
  after: readonly Said[]
}
export type ToldSlot = { key: string; title: Said; when: string; room: Said | null; lines: readonly ChangedLine[] }

/** The changes between two versions, as a reader of one language is told of them. */
export type ChangesInWords = {
  whole: readonly ChangedLine[]
  cancelled: readonly ToldSlot[]
  moved: readonly ToldSlot[]
  new: readonly ToldSlot[]
  changed: readonly ToldSlot[]
  /** Only their words are different. */
  words: { whole: readonly ChangedLine[]; slots: readonly ToldSlot[] }
  /** Nothing of it all is to be seen in the reader's language. */
  isEmpty: boolean
}

/**
 * Puts the changes from one version to a later one into words: hours as announced at the venue, texts in the reader's
 * language. What reads the same on both sides is left out (a translation into a language that is not the reader's, a seat
 * whose state is nobody's business), and so are persons who are not named. A new title whose translation is still the one
 * before is said in the language it was written in.
 *
 * @param withdrawn ids of files that were taken back
 */
export function changesInWords(
  before: Programme,
  after: Programme,
  names: Names,
  locale: Locale,
  withdrawn?: ReadonlySet<string>,
): ChangesInWords {
  const told = readersChanges(changesBetween(before, after), after.source)
  const [was, is] = [shownIn(before, names, locale, withdrawn), shownIn(after, names, locale, withdrawn)]
  const say = sayingIn(locale, daysOf(was, is).size > 1)
  const whole = (changes: readonly ProgrammeFieldChange[]) => different(changes.flatMap(wholeLine))
  const sides = ofTwo(before, after, names, locale)
  function wholeLine({ field }: ProgrammeFieldChange): ChangedLine[] {
    if (field === 'note' || field === 'source' || field === 'older') return []
    if (field === 'organisations' || field === 'people') return [sides[field]()]
    const side = (shown: ShownProgramme, programme: Programme) => say.whole(field, shown, programme)
    return [{ field, before: side(was, before), after: side(is, after) }]
  }
  const slotOf = ({ slots }: ShownProgramme, key: string) => slots.find(slot => slot.key === key)
  const toldAs = (from: ShownProgramme, key: string, lines: readonly ChangedLine[] = []): ToldSlot[] => {
    const slot = slotOf(from, key)
    if (!slot) return []
    const { text, language } = slot.title
    const title = { text: partNamed(slot.part, text, language), language }
    return [{ key, title, when: say.when(slot), room: roomOf(slot), lines }]
  }
  const withLines = (key: string, line: (former: ShownSlot, slot: ShownSlot) => ChangedLine[]): ToldSlot[] => {
    const [former, slot] = [slotOf(was, key), slotOf(is, key)]
    const lines = former && slot ? different(line(former, slot)) : []
    return lines.length > 0 ? toldAs(is, key, lines) : []
  }
  const changed = ({ key, fields }: ChangedSlot) =>
    withLines(key, (former, slot) => {
      const now = withNewOriginals(key, [before, former], [after, slot])
      const lines = new Set(fields.map(({ field }) => lineOf(field)))
      return [...lines].map(field => ({ field, before: say.field(field, former), after: say.field(field, now) }))
    })
  const moved = ({ key }: MovedSlot) =>
    withLines(key, (former, slot) => [
      { field: 'time', before: [say.own(say.when(former))], after: [say.own(say.when(slot))] },
      {
        field: 'room',
        before: [roomOf(former)].flatMap(one => one ?? []),
        after: [roomOf(slot)].flatMap(one => one ?? []),
      },
    ])
  const groups = {
    whole: [...whole(told.attendance), ...whole(told.content)],
    cancelled: told.cancelled.flatMap(({ key }) => toldAs(was, key)),
    moved: told.moved.flatMap(moved),
    new: told.new.flatMap(({ key }) => toldAs(is, key)),
    changed: told.changed.flatMap(changed),
    words: { whole: whole(told.words.programme), slots: told.words.slots.flatMap(changed) },
  }
  const { words, ...loud } = groups
  return { ...groups, isEmpty: [...Object.values(loud), words.whole, words.slots].every(({ length }) => length === 0) }
}

/** How the sides of a change are said in a language. */
function sayingIn(locale: Locale, isSeveralDays: boolean) {
  const t = programmeChanges[locale]
  const p = parts[locale]
  const own = (text: string): Said => ({ text, language: locale })
  const ownIf = (text: string | null) => (text ? [own(text)] : [])
  const time = (text: string) => Temporal.PlainTime.from(text)
  const day = (text: string) => longDate(locale, Temporal.PlainDate.from(text))
  const namesOf = (names: readonly string[]) => (names.length > 0 ? [own(list(locale, names))] : [])
  const languages = (codes: readonly string[]) =>
    list(
      locale,
      codes.map(code => languageName(locale, code)),
    )

  function when({ day: begins, until, from, to }: ShownSlot): string {
    if (until !== begins)
      return t.values.untilNextDay(
        t.values.onDay(day(begins), hour(locale, time(from))),
        t.values.onDay(day(until), hour(locale, time(to))),
      )
    const said = hours(locale, time(from), time(to))
    return isSeveralDays ? t.values.onDay(day(begins), said) : said
  }
  const person = ({ name, role, organisation }: ShownPerson): Said => {
    if (name) return own([name, organisation].filter(Boolean).join(', '))
    return role ? bare(role) : own(organisation ?? t.values.somebody)
  }
  const seat = ({ region, person: sits, organisation, state }: ShownSeat): Said => {
    const place = p.text.regions[region === 'latin-america' ? 'america' : region]
    const who = sits?.name ?? organisation ?? null
    const said = who ? t.values.seat(place, who) : place
    return own(state === 'confirmed' ? said : t.values.seatToConfirm(said))
  }
  const awaited = (count: number) => ownIf(count > 0 ? programmeAwaited[locale].people(count) : null)
  function field(name: LineField, slot: ShownSlot): Said[] {
    switch (name) {
      case 'kind':
        return [own(t.kinds[slot.kind])]
      case 'part':
        return ownIf(slot.part && p.programme.part(slot.part))
      case 'provisional':
        return [own(slot.provisional ? t.values.toConfirm : t.values.confirmed)]
      case 'title':
        return [content(slot.title)]
      case 'themes':
        return slot.themes.map(content)
      case 'method':
        return slot.method ? [content(slot.method)] : []
      case 'moderators':
        return namesOf(slot.moderators)
      case 'coordination':
        return namesOf(slot.coordination)
      case 'moderatorPersons':
        return [...slot.moderatorPersons.map(person), ...awaited(slot.moderatorsAwaited)]
      case 'speakers':
        return [...slot.speakers.map(person), ...awaited(slot.speakersAwaited)]
      case 'seats':
        return slot.seats.map(seat)
      case 'documents':
        return slot.documents.map(({ title, url, isWithdrawn }) => ({
          ...content(title),
          ...(isWithdrawn
            ? { gone: programmeDocuments[locale].gone }
            : { href: url.startsWith('/') ? `/${locale}${url}` : url }),
        }))
      case 'spoken_languages': {
        const spoken = slot.spokenLanguages
        if (!spoken) return [own(t.values.asWhole)]
        return [
          ...ownIf(spoken.floor.length > 0 ? t.values.floor(languages(spoken.floor)) : null),
          ...ownIf(spoken.interpretation.length > 0 ? t.values.interpretation(languages(spoken.interpretation)) : null),
        ]
      }
    }
  }
  function whole(
    name: 'timeZone' | 'days' | 'rooms' | 'provisional' | 'name' | 'languages',
    shown: ShownProgramme,
    programme: Programme,
  ): Said[] {
    switch (name) {
      case 'timeZone':
        return [own(t.values.zone(cityOfZone(locale, shown.timeZone), shown.timeZone))]
      case 'days':
        return shown.days.map(({ date, from, to }) =>
          own(t.values.onDay(day(date), hours(locale, time(from), time(to)))),
        )
      case 'rooms':
        return shown.rooms.map(room => bare(room.name))
      case 'provisional':
        return [own(shown.provisional ? t.values.provisional : t.values.final)]
      case 'name':
        return shown.name ? [bare(shown.name)] : []
      case 'languages':
        return [own(languages(programme.languages))]
    }
  }
  return { own, when, field, whole }
}

/** What is only told of those whom both versions show: how they are called, and what is said about them. */
function ofTwo(before: Programme, after: Programme, names: Names, locale: Locale) {
  const texts = ({ source }: Programme, words: FileWords | undefined): Said[] => {
    const language = words?.[locale] === undefined ? source : locale
    const text = words?.[language]
    return text === undefined ? [] : [{ text, language }]
  }
  const inBoth = <T extends { key: string }>(
    was: readonly T[],
    is: readonly T[],
    said: (of: Programme, one: T) => Said[],
  ) => {
    const pairs = is.flatMap(one => {
      const former = was.find(({ key }) => key === one.key)
      return former ? [{ before: said(before, former), after: said(after, one) }] : []
    })
    const other = pairs.filter(pair => !reads(pair.before, pair.after))
    return { before: other.flatMap(pair => pair.before), after: other.flatMap(pair => pair.after) }
  }
  const nameOf = (programme: Programme, one: Programme['organisations'][number]): Said[] =>
    texts(programme, one.name).map(name => ({ ...name, text: [one.short, name.text].filter(Boolean).join(' – ') }))
  return {
    organisations: (): ChangedLine => ({
      field: 'organisations',
      ...inBoth(before.organisations, after.organisations, nameOf),
    }),
    people: (): ChangedLine => ({
      field: 'people',
      ...inBoth(peopleSeen(before), peopleSeen(after), (programme, one) => {
        const name = names.get(one.key)
        if (!name) return []
        const organisation = programme.organisations.find(({ key }) => key === one.organisation)
        const said = [
          ...texts(programme, one.role),
          ...(organisation ? nameOf(programme, organisation) : []),
          ...texts(programme, one.about),
        ]
        return [{ text: `${name.givenName} ${name.familyName}`, language: locale }, ...said]
      }),
    }),
  }
}

/** The words and their language: what is out of date has its remark elsewhere. */
const bare = ({ text, language }: Said): Said => ({ text, language })
/** The same of what is spoken of, where an original may be newer than its translation. */
const content = (shown: Shown): Said => ({
  ...bare(shown),
  ...(isNewerOriginal(shown) ? { isNewerOriginal: true } : {}),
})
const roomOf = ({ room }: ShownSlot): Said | null => (room ? bare(room.name) : null)
const daysOf = (...programmes: ShownProgramme[]) =>
  new Set(programmes.flatMap(({ slots, days }) => [...slots.map(slot => slot.day), ...days.map(({ date }) => date)]))

const reads = (one: readonly Said[], other: readonly Said[]) => JSON.stringify(one) === JSON.stringify(other)
const different = (lines: readonly ChangedLine[]) => lines.filter(({ before, after }) => !reads(before, after))
