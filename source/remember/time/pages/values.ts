import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { organisationKinds } from '#ground/languages/messages/organisation-kinds.ts'
import { amountInWords } from '#remember/acts/amount-in-words.ts'
import { agreementsWords } from '#remember/messages/agreements.ts'
import { commitmentWords } from '#remember/messages/commitments.ts'
import { categoryWords } from '#remember/messages/document-categories.ts'
import { journalWords } from '#remember/messages/journal.ts'
import { memoryRecords } from '#remember/messages/memory-records.ts'
import { noteWords } from '#remember/messages/notes.ts'
import { postsWords } from '#remember/messages/posts.ts'
import { projectsWords } from '#remember/messages/projects.ts'
import { relationsWords } from '#remember/messages/relations.ts'
import { servicesWords } from '#remember/messages/services.ts'
import { themeInWords, themeLists } from '#remember/projects/acts/theme-in-words.ts'
import { vocabularies } from '#remember/projects/rules/codes.ts'
import type { Doc } from '../rules/changes.ts'

/** The words of the values of one column of one table, as their own pages tell them. */
const wordsOf = (locale: Locale): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  'organisation.kind': organisationKinds[locale],
  'relationship.kind': relationsWords[locale].kinds,
  'relationship_party.role': relationsWords[locale].roles,
  'agreement.kind': agreementsWords[locale].kinds,
  'agreement.renewal': agreementsWords[locale].renewals,
  'agreement_event.kind': agreementsWords[locale].event,
  'interaction.kind': journalWords[locale].kinds,
  'interaction_participant.side': journalWords[locale].sides,
  'commitment.owed_by': commitmentWords[locale].owed,
  'commitment.outcome': commitmentWords[locale].states,
  'note.kind': noteWords[locale].kinds,
  'network_seat.held_by': relationsWords[locale].seat.holders,
  'post.nature': postsWords[locale].natures,
  'responsibility.role': servicesWords[locale].roles,
  'activity.status': projectsWords[locale].statuses,
  'activity_party.role': projectsWords[locale].roles,
  'activity_money.kind': projectsWords[locale].moneyKinds,
  'memory_document.category': categoryWords[locale],
  'activity_class.vocabulary': themeLists(locale),
})

/** What a column of a table is called. */
export function columnName(locale: Locale, table: string, column: string): string {
  // What is owed in money is paid, and not done.
  if (table === 'fee' && column === 'due') return relationsWords[locale].fee.due
  const { columns } = memoryRecords[locale]
  return column in columns ? columns[column as keyof typeof columns] : column
}

const percent = (locale: Locale, share: number) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(`${share}e-2` as `${number}`)

/**
 * A value that stands for one of some words, as a reader knows it, money in its currency; null for any other.
 *
 * @param doc the whole row, where it is at hand: a code is told in the words of its list
 */
export function valueOfColumn(
  locale: Locale,
  table: string,
  column: string,
  value: unknown,
  doc: Doc | null = null,
): string | null {
  if (table === 'activity_class' && column === 'code' && typeof value === 'string') {
    // A code says something in its list alone.
    const vocabulary = vocabularies.find(known => known === doc?.vocabulary)
    return vocabulary ? themeInWords(locale, { vocabulary, code: value }) : null
  }
  if (column === 'country' && typeof value === 'string') return countryName(locale, value)
  // A year is no quantity: it is written without a space between its digits.
  if (column === 'year' && typeof value === 'number') return String(value)
  if (column === 'percentage' && typeof value === 'number') return percent(locale, value)
  if (column === 'amount' && Array.isArray(value)) {
    const [amount, currency] = value
    return amountInWords(locale, String(amount), String(currency))
  }
  const words = wordsOf(locale)[`${table}.${column}`]
  return typeof value === 'string' && words !== undefined && Object.hasOwn(words, value) ? (words[value] ?? null) : null
}
