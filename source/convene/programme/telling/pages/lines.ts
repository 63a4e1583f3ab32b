import { programmeChanges } from '#convene/messages/programme-changes.ts'
import { programmeTell } from '#convene/messages/programme-tell.ts'
import type { ChangedLine, ChangesInWords, Said, ToldSlot } from '#convene/programme/acts/changes-in-words.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'

/** What a change list is narrowed to, and which of its slots are the reader's own. */
export type Readers = {
  /** The slots of somebody on the programme; null for a registrant, who is told of all of them and of the whole. */
  slots: ReadonlySet<string> | null
  /** Marked as theirs. */
  own: ReadonlySet<string>
}

/** The same changes without corrections and translations, and only those of some slots when it says so. */
export function loudOnly(changes: ChangesInWords, slots: ReadonlySet<string> | null): ChangesInWords {
  const mine = (all: readonly ToldSlot[]) => (slots === null ? all : all.filter(({ key }) => slots.has(key)))
  const groups = {
    whole: slots === null ? changes.whole : [],
    cancelled: mine(changes.cancelled),
    moved: mine(changes.moved),
    new: mine(changes.new),
    changed: mine(changes.changed),
  }
  const isEmpty = Object.values(groups).every(({ length }) => length === 0)
  return { ...groups, words: { whole: [], slots: [] }, isEmpty }
}

/**
 * Changes as paragraphs of a mail: one for each group, one line for what is new or gone, and what it is now with what it was
 * before for the rest. A text that does not exist in the reader's language is followed by the name of the one it is in.
 */
export function changeParagraphs(changes: ChangesInWords, locale: Locale, { slots, own }: Readers): string[] {
  const t = programmeChanges[locale]
  const w = programmeTell[locale].mails
  const { whole, cancelled, moved, new: added, changed } = loudOnly(changes, slots)
  const said = ({ text, language }: Said) =>
    language === locale ? text : w.inLanguage(text, languageName(locale, language))
  const side = (all: readonly Said[]) => (all.length > 0 ? all.map(said).join(' · ') : t.values.nothing)
  const line = ({ field, before, after }: ChangedLine) => w.line(t.fields[field], w.change(side(after), side(before)))
  const title = (slot: ToldSlot) => `– ${own.has(slot.key) ? w.onIt(said(slot.title)) : said(slot.title)}`
  const place = ({ when, room }: ToldSlot) => [when, ...(room ? [said(room)] : [])].join(', ')
  const withPlace = (slot: ToldSlot) => w.line(title(slot), place(slot))
  const group = (heading: string, lines: readonly string[]) =>
    lines.length > 0 ? [[heading, ...lines].join('\n')] : []
  return [
    ...group(
      t.groups.whole,
      whole.map(one => `– ${line(one)}`),
    ),
    ...group(t.groups.cancelled(cancelled.length), cancelled.map(withPlace)),
    ...group(
      t.groups.moved(moved.length),
      moved.flatMap(slot => [title(slot), ...slot.lines.map(line)]),
    ),
    ...group(t.groups.new(added.length), added.map(withPlace)),
    ...group(
      t.groups.changed(changed.length),
      changed.flatMap(slot => [withPlace(slot), ...slot.lines.map(line)]),
    ),
  ]
}
