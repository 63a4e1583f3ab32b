import type { Tx } from '#ground/database/actor.ts'
import { list } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { dueWords } from '../../messages/due.ts'
import { memoryHome } from '../../messages/memory-home.ts'
import { dayIn } from '../../rules/edtf.ts'
import { type AgreementOn, agreementsOn } from '../../store/agreements.ts'
import { type ShownName, shownNamesOfRecords } from '../../store/names.ts'
import { concernedBy } from '../store/concerned.ts'
import { type Due, dueUntil } from '../store/due.ts'

/** What a line about a record is called: by the record, and by the relationship or partner that it is about. */
export type NamedWith = {
  name: ShownName
  /** Null where the name says it already, or where the reader may not know. */
  about: ShownName | null
}
/** What the day of a line is calculated from, in words; null where it is a day that somebody wrote down. */
export type Calculated = { calculated: string | null }
export type DueInWords = Due & NamedWith & Calculated & { what: string }

/** What is to be done, or what ends. */
export function whatIsDue(locale: Locale, { kind, year }: Pick<Due, 'kind' | 'year'>): string {
  const words = memoryHome[locale].due
  return kind === 'fee' || kind === 'dues' ? words[kind](year ?? 0) : words[kind]
}

/** The name of a record with whom it is about, for one line of a mail or a calendar. */
export const inOneLine = (locale: Locale, { name, about }: NamedWith): string =>
  about === null ? name.text : memoryHome[locale].of(name.text, about.text)

/** Some words as a sentence of their own. */
export const asSentence = (locale: Locale, words: string): string =>
  `${words.charAt(0).toLocaleUpperCase(locale)}${words.slice(1)}.`

/**
 * What records of a memory are called, with the relationship that each belongs to or, where that one has no name, with its
 * partner: the title of an agreement alone tells nobody whom to call. As far as the actor may know it.
 */
export async function namedWith<T extends { id: string }>(
  tx: Tx,
  space: string,
  locale: Locale,
  records: readonly T[],
): Promise<(T & NamedWith)[]> {
  const ids = records.map(({ id }) => id)
  const concerned = await concernedBy(tx, space, ids)
  const others = [...concerned.values()].flatMap(one => [one.relationship, one.partner]).filter(id => id !== null)
  const names = await shownNamesOfRecords(tx, space, [...ids, ...others], locale)
  const unnamed: ShownName = { text: memoryHome[locale].unnamed, language: locale }
  return records.map(record => {
    const whom = concerned.get(record.id)
    const known = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null)
    const own = names.get(record.id)
    // A relationship has its partner in its name; one without a name is called by its partner.
    if (whom?.relationship === record.id) return { ...record, name: own ?? known(whom.partner) ?? unnamed, about: null }
    const about = known(whom?.relationship) ?? known(whom?.partner)
    const isSaid = about !== null && own?.text.includes(about.text) === true
    return { ...record, name: own ?? unnamed, about: isSaid ? null : about }
  })
}

/**
 * Says of each day that is due what it is calculated from: a date of which less is known, renewals that came by themselves, the
 * end of a term before which notice is given. One query, however many they are.
 */
export async function withCalculated<T extends Due>(
  tx: Tx,
  locale: Locale,
  day: Temporal.PlainDate,
  due: readonly T[],
): Promise<(T & Calculated)[]> {
  const ids = due.filter(({ table }) => table === 'agreement').map(({ id }) => id)
  const agreements = new Map((await agreementsOn(tx, { ids }, day)).map(one => [one.id, one]))
  return due.map(one => ({ ...one, calculated: calculatedFrom(locale, one, agreements.get(one.id)) }))
}

function calculatedFrom(locale: Locale, due: Due, agreement: AgreementOn | undefined): string | null {
  const words = dueWords[locale]
  const known = (edtf: string) => words.known(edtfInWords(locale, edtf))
  const end = due.during?.split('/').at(-1) ?? ''
  const from = [
    ...(end === '' || end === '..' || dayIn(end) ? [] : [known(end)]),
    ...(agreement?.restsOn ?? []).map(one => known(one.known)),
  ]
  if (agreement?.renewal === 'tacit' && agreement.renewals > 0) from.push(words.renewals(agreement.renewals))
  // What is to be done before the end is counted back from it.
  if (agreement?.endsOn && agreement.endsOn !== due.day) from.push(words.termEnd(dayOf(locale, agreement.endsOn)))
  return from.length === 0 ? null : words.calculated(list(locale, [...new Set(from)]))
}

/** What is due up to a day, each with its words, the name of its record and whom it is about, as far as the actor may know it. */
export async function dueWithNames(
  tx: Tx,
  space: string,
  locale: Locale,
  day: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<DueInWords[]> {
  const due = await withCalculated(tx, locale, day, await dueUntil(tx, space, day.toString(), until.toString()))
  return (await namedWith(tx, space, locale, due)).map(one => ({ ...one, what: whatIsDue(locale, one) }))
}
