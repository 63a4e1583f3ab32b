import { programmeAwaited } from '#convene/messages/programme-awaited.ts'
import { programmeDocuments } from '#convene/messages/programme-documents.ts'
import { programmePaperWords } from '#convene/messages/programme-paper.ts'
import type { House } from '#ground/house.ts'
import { hours, languageName, list, longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { wellSet } from '#ground/web/parts/text.tsx'
import { seminarMessages } from '../../messages/seminar.ts'
import { broken } from '../rules/long-words.ts'
import { type Paper, type PaperPanel, type PaperSlot, toldOf } from '../rules/paper.ts'
import type { ShownPerson } from '../rules/shown.ts'

/** A text as a template takes it: with its language, so that a screen reader changes its voice. */
export type Said = { text: string; language: Locale }
export type Shape = 'triangle' | 'disc' | 'square'

/** A text that somebody wrote, set as its language sets it; a word longer than a line may be broken. */
export const set = ({ text, language }: Said): Said => ({ text: broken(wellSet(text, language)), language })

/** The days of a programme, with the words around them. */
export function daysOnPaper(house: Pick<House, 'settings'>, paper: Paper, locale: Locale) {
  const m = programmePaperWords[locale]
  const several = paper.days.length > 1
  const firstHours = paper.days[0]?.hours
  return paper.days.map(day => ({
    heading: several ? { text: longDate(locale, Temporal.PlainDate.from(day.date)), language: locale } : null,
    // Those of the first day stand at the head of the paper.
    hours:
      day.hours && day.hours !== firstHours
        ? m.otherHours(hours(locale, time(day.hours.from), time(day.hours.to)))
        : null,
    slots: day.slots.map(slot => slotOnPaper(house, slot, locale)),
  }))
}

function slotOnPaper(house: Pick<House, 'settings'>, slot: PaperSlot, locale: Locale) {
  const m = programmePaperWords[locale]
  const p = parts[locale]
  const own = (text: string): Said => ({ text: broken(text), language: locale })
  const kicker = slot.part
    ? p.programme.part(slot.part)
    : slot.kind === 'introduction'
      ? p.programme.introduction
      : null
  const inLines = (people: readonly ShownPerson[], awaited: number) => [
    ...people.flatMap(person => inLine(person) ?? []),
    ...(awaited > 0 ? [programmeAwaited[locale].people(awaited)] : []),
  ]
  const moderators = [...slot.moderators, ...inLines(slot.moderatorPersons, slot.moderatorsAwaited)]
  const speakers = inLines(slot.speakers, slot.speakersAwaited)
  return {
    hours: hours(locale, time(slot.from), time(slot.to)),
    'ends-on': slot.endsOn && m.endsOn(longDate(locale, Temporal.PlainDate.from(slot.endsOn))),
    quiet: slot.quiet,
    kicker: kicker === null ? null : own(kicker),
    title: set(slot.title),
    provisional: slot.provisional ? p.text.pending : null,
    room: slot.room && own(m.room(slot.room.name.text)),
    themes: slot.themes.map(set),
    method: slot.method && paragraphs(slot.method),
    remarks: [...(slot.writtenIn ? [p.text.notYet(slot.writtenIn)] : []), ...(slot.stale ? [p.text.stale] : [])],
    by: [
      ...(slot.coordination.length > 0 ? [own(p.programme.coordination(list(locale, slot.coordination)))] : []),
      ...(moderators.length > 0 ? [own(p.programme.moderation(list(locale, moderators)))] : []),
      ...(speakers.length > 0 ? [own(m.with(list(locale, speakers)))] : []),
      ...(slot.spokenLanguages ? spokenIn(slot.spokenLanguages, locale).map(own) : []),
    ],
    panel: slot.panel.map(panel => panelOnPaper(panel, locale)),
    documents: slot.documents.map(({ title, url, isWithdrawn }) => ({
      title: set(title),
      ...(isWithdrawn
        ? { link: null, address: broken(programmeDocuments[locale].gone) }
        : addressOf(house, url, locale)),
    })),
  }
}

/** In which languages people speak, as sentences. */
export function spokenIn(
  { floor, interpretation }: { floor: readonly string[]; interpretation: readonly string[] },
  locale: Locale,
): string[] {
  const t = seminarMessages[locale].page
  const names = (codes: readonly string[]) =>
    list(
      locale,
      codes.map(code => languageName(locale, code)),
    )
  return [
    ...(floor.length > 0 ? [t.floor(names(floor))] : []),
    ...(interpretation.length > 0 ? [t.interpretation(names(interpretation))] : []),
  ]
}

const shapes: Record<PaperPanel['region'], Shape> = { 'latin-america': 'triangle', europe: 'disc', other: 'square' }
const regionWords = { 'latin-america': 'america', europe: 'europe', other: 'other' } as const

// The region is said in words; the shape beside it is an ornament.
function panelOnPaper({ region, seats, free }: PaperPanel, locale: Locale) {
  const { text } = parts[locale]
  return {
    shape: shapes[region],
    region: text.regions[regionWords[region]],
    seats: [
      ...seats.map(({ person, organisation, confirmed }) => ({
        text: broken((person && inLine(person)) ?? organisation ?? ''),
        language: locale,
        pending: confirmed ? null : text.pending,
      })),
      ...(free > 0 ? [{ text: programmePaperWords[locale].free(free), language: locale, pending: null }] : []),
    ],
  }
}

/** « Ana Duarte (Rio Claro) »; without a public name what they are: « maire (Rio Claro) ». Null when nothing can be told. */
function inLine(person: ShownPerson): string | null {
  const told = toldOf(person)
  if (!told) return null
  const first = told.name ?? told.role?.text ?? null
  if (first === null) return told.organisation
  return told.organisation === null ? first : `${first} (${told.organisation})`
}

export type Paragraphs = { paragraphs: string[]; language: Locale }
/** A text of several paragraphs, separated by blank lines; single line breaks stay. */
export function paragraphs(text: Said): Paragraphs {
  const { text: said, language } = set(text)
  return {
    paragraphs: said
      .split(/\n\s*\n/)
      .map(paragraph => paragraph.trim())
      .filter(paragraph => paragraph !== ''),
    language,
  }
}

/** Where a document is found: an address as it can be typed, and as a link. */
function addressOf(house: Pick<House, 'settings'>, url: string, locale: Locale) {
  const address = url.startsWith('/') ? publicAddress(house, `/${locale}${url}`) : url
  return { link: address, address: broken(address) }
}

const time = (text: string) => Temporal.PlainTime.from(text)
