import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { documentRows, documentsFrom, typedOfDocuments } from './document-form.ts'
import { dataFrom, type Field, inLanguage, linesIn, type Path, type Typed, textOf, typedOf } from './fields.ts'
import { type Shape, shapeOf } from './joined.ts'
import { languagesOf } from './parts.ts'

// A slot of the draft as the fields of its form, and back. Its panel has a form of its own.

export type Slot = SeminarFile['programme']['slots'][number]
type Programmed = Pick<SeminarFile, 'source' | 'languages' | 'date' | 'hours' | 'programme'>

/** The day of the seminar as the form says it: it stays the first day when the seminar is moved meanwhile. */
export const firstDay = 'first'

const several = (...path: Path): Field => ({ kind: 'several', path, optional: true })

const spokenFields: readonly Field[] = [
  several('spoken_languages', 'floor'),
  several('spoken_languages', 'interpretation'),
]

/** What a slot says by itself, as any field of a file does. */
const plainFields: readonly Field[] = [
  { kind: 'one', of: 'choices', path: ['kind'] },
  { kind: 'line', path: ['part'], optional: true },
  { kind: 'words', path: ['title'] },
  { kind: 'time', path: ['from'] },
  { kind: 'time', path: ['to'] },
  { kind: 'one', of: 'choices', path: ['room'], optional: true },
  { kind: 'yes', path: ['provisional'] },
  { kind: 'lines', path: ['themes'] },
  { kind: 'words', path: ['method'], long: true, optional: true },
  several('moderators'),
  several('moderatorPersons'),
  several('speakers'),
  several('coordination'),
]

/** Every field of the form in the order of the page, but for the documents. */
export const slotFields: readonly Field[] = [
  ...plainFields.slice(0, 3),
  { kind: 'one', of: 'choices', path: ['day'] },
  ...plainFields.slice(3, 5),
  { kind: 'one', of: 'choices', path: ['until'] },
  ...plainFields.slice(5),
  ...spokenFields,
]

export const shapeOfSlot: Shape = shapeOf(slotFields, { lists: ['documents'] })

/** Some of them, by their names. */
export const fieldsNamed = (...names: string[]): readonly Field[] =>
  slotFields.filter(({ path }) => names.includes(path.join('.')))

export const slotOf = (file: Pick<SeminarFile, 'programme'>, key: string | null): Slot | undefined =>
  file.programme.slots.find(slot => slot.key === key)

/** The days of a programme, the first one first, each with its announced hours. */
export function daysOf(file: Programmed): { date: string; from: string; to: string }[] {
  return [
    { date: file.date, ...file.hours },
    ...file.programme.days
      .map(({ date, hours }) => ({ date, ...hours }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  ]
}

/** What the form of a slot shows. */
export function typedOfSlot(file: Programmed, slot: Slot): Record<string, string> {
  const languages = languagesOf(file)
  const day = slot.day ?? file.date
  return {
    ...typedOf([...plainFields, ...spokenFields], slot, languages),
    day: day === file.date ? firstDay : day,
    until: slot.until !== undefined && slot.until !== day ? 'next' : 'same',
    ...typedOfDocuments(slot.documents, languages),
  }
}

/**
 * What the form of a new slot begins with: it follows the last one of its day, or begins with the day's announced hours.
 *
 * @param day one of the days of the programme; the first one for anything else
 */
export function beginningOfSlot(file: Programmed, day: string | null): Typed {
  const days = daysOf(file)
  const asked = days.find(({ date }) => date === day) ?? days[0]
  const ends = file.programme.slots
    .filter(slot => (slot.day ?? file.date) === asked?.date && (slot.until ?? asked?.date) === asked?.date)
    .map(({ to }) => to)
    .toSorted()
  return {
    day: asked?.date === file.date ? firstDay : (asked?.date ?? firstDay),
    from: ends.at(-1) ?? asked?.from ?? '',
    until: 'same',
    provisional: 'no',
  }
}

/**
 * The slot as a form says it, without its key. Nothing is checked here: the checks of the file refuse what is wrong at its
 * path. What the form did not show stays as it is, the panel among it.
 *
 * @param before as it stands; nothing for a new one
 */
export function slotFrom(file: Programmed, before: Slot | undefined, typed: Typed): Partial<Slot> {
  const { source } = file
  const said: Partial<Slot> = dataFrom([...plainFields, ...spokenFields], before ?? {}, typed, source)
  const { day: _, until: __, spoken_languages: spoken, documents: ___, ...rest } = said
  const day = dayFrom(file, before, typed)
  const until = textOf(typed, 'until') === 'next' ? dayAfter(day ?? file.date) : undefined
  const asSeminar = !spoken || (spoken.floor.length === 0 && spoken.interpretation.length === 0)
  // A file may say that nothing is spoken: that stays as it is.
  const own = asSeminar ? silent(before) : spoken
  return {
    ...rest,
    ...(day === undefined ? {} : { day }),
    ...(until === undefined ? {} : { until }),
    ...(own ? { spoken_languages: own } : {}),
    documents: documentsFrom(before?.documents ?? [], typed, source),
  }
}

function silent(before: Slot | undefined): Slot['spoken_languages'] {
  const was = before?.spoken_languages
  return was && was.floor.length === 0 && was.interpretation.length === 0 ? was : undefined
}

/** Left out for the day of the seminar. A programme of one day does not ask. */
function dayFrom(file: Programmed, before: Slot | undefined, typed: Typed): string | undefined {
  const day = textOf(typed, 'day')
  if (day === '') return before?.day
  return day === firstDay || day === file.date ? undefined : day
}

function dayAfter(day: string): string | undefined {
  try {
    return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  } catch {
    // A day that is none is told at its own field.
    return undefined
  }
}

/** The file with a slot in the place of the one of that key; at the end when there is none. */
export function withSlot(file: SeminarFile, key: string | null, slot: unknown): SeminarFile {
  const { slots } = file.programme
  const at = slots.findIndex(one => one.key === key)
  const next = at === -1 ? [...slots, slot as Slot] : slots.with(at, slot as Slot)
  return { ...file, programme: { ...file.programme, slots: next } }
}

export function withoutSlot(file: SeminarFile, key: string): SeminarFile {
  const slots = file.programme.slots.filter(slot => slot.key !== key)
  return { ...file, programme: { ...file.programme, slots } }
}

/** What the form of a slot shows, of which its version is: that slot alone, and not its panel. */
export const shownOfSlot = (key: string | null) => (file: SeminarFile) => {
  const slot = slotOf(file, key)
  return [file.source, [...file.languages].sort(), slot ? { ...slot, seats: null } : null]
}

/** What goes when a slot is removed: its panel too. */
export const wholeSlot = (key: string) => (file: SeminarFile) => [slotOf(file, key) ?? null]

/** The form with an empty line more among the sub-themes, or one document more. */
export function withOneMore(what: 'add' | 'add-document', typed: Typed, languages: readonly Locale[]): Typed {
  const rows = what === 'add' ? linesIn(['themes'], typed) : documentRows(typed)
  const next = Math.max(-1, ...rows) + 1
  const path = what === 'add' ? ['themes', next] : ['documents', next, 'title']
  return {
    ...typed,
    ...Object.fromEntries(languages.map(language => [inLanguage(path, language), ''])),
    ...(what === 'add' ? {} : { [`documents.${next}.url`]: '' }),
  }
}
