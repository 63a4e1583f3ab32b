import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { organisationKinds } from '#ground/languages/messages/organisation-kinds.ts'
import { agreementsWords } from '#remember/messages/agreements.ts'
import { commitmentWords } from '#remember/messages/commitments.ts'
import { categoryWords } from '#remember/messages/document-categories.ts'
import { journalWords } from '#remember/messages/journal.ts'
import { noteWords } from '#remember/messages/notes.ts'
import { postsWords } from '#remember/messages/posts.ts'
import { projectsWords } from '#remember/messages/projects.ts'
import { relationsWords } from '#remember/messages/relations.ts'
import { servicesWords } from '#remember/messages/services.ts'

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
})

/** A value that stands for one of some words, as a reader knows it; null for any other. */
export function valueOfColumn(locale: Locale, table: string, column: string, value: unknown): string | null {
  if (column === 'country' && typeof value === 'string') return countryName(locale, value)
  const words = wordsOf(locale)[`${table}.${column}`]
  return typeof value === 'string' && words !== undefined && Object.hasOwn(words, value) ? (words[value] ?? null) : null
}
