import type { RegistrationCategory } from '#convene/store/tables.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { type AccessibilityNeed, accessibilityNeeds, type Diet, diets, type Needs } from '../rules/answers.ts'
import { localeOf } from './references.ts'
import '#convene/store/tables.ts'

/** What a person answered, as `answersSchema` gives it: what a form is filled from, and what a stale save meets. */
export type OwnAnswers = {
  givenName: string
  familyName: string
  email: string
  category: RegistrationCategory
  organisation: string
  organisationId: string | null
  territoryId: string | null
  /** A territory that we do not know, as it was typed. */
  territoryName: string | null
  country: string
  role: string | null
  language: Locale
  languages: string[]
  needs: Needs | null
  /** By the key of the question, those that are asked no more included. */
  answers: Record<string, unknown>
}

/**
 * Everything of one registration, as its own link, its mails and its organisers see it. Null when they do not, and when
 * its person was erased: there is nobody left whose page it could be.
 */
export async function readOwn(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    // Seen by organisers alone: of an invitation, a link knows that there is one.
    .leftJoin('invitation as i', 'i.id', 'r.invitation_id')
    .select([
      'r.id',
      'r.seminar_id as seminarId',
      'r.person_id as personId',
      'r.version',
      'r.origin',
      'r.link_number as linkNumber',
    ])
    .select([
      'r.category',
      'r.region',
      'r.country',
      'r.territory_id as territoryId',
      'r.territory_name as territoryName',
    ])
    .select(['r.organisation_name as organisation', 'r.organisation_id as organisationId'])
    .select(['r.organisation_key as organisationKey', 'r.role', 'r.languages', 'r.language'])
    .select(['r.state', 'r.state_since as stateSince', 'r.requested_at as requestedAt', 'r.line', 'r.priority'])
    .select(['r.offered_until as offeredUntil', 'r.reason', 'r.uses_reserved as usesReserved'])
    .select(['r.delegation_id as delegationId', 'r.handed_on_to as handedOnTo'])
    .select(['r.invitation_id as invitationId', 'i.label as invitationLabel', 'i.code as invitationCode'])
    .select(['p.given_name as givenName', 'p.family_name as familyName', 'p.email', 'p.has_account as hasAccount'])
    .where('r.id', '=', id)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { givenName, familyName, email, ...rest } = row
  const given = await answersGiven(tx, id)
  const needs = await tx
    .selectFrom('registration_need')
    .selectAll()
    .where('registration_id', '=', id)
    .executeTakeFirst()
  const answers: OwnAnswers = {
    givenName: givenName ?? '',
    familyName: familyName ?? '',
    email: email ?? '',
    category: row.category,
    organisation: row.organisation,
    organisationId: row.organisationId,
    territoryId: row.territoryId,
    territoryName: row.territoryName,
    country: row.country,
    role: row.role,
    language: localeOf(row.language),
    languages: row.languages,
    needs: needs
      ? {
          accessibility: needs.accessibility.filter(isAccessibilityNeed),
          diet: needs.diet.filter(isDiet),
          note: needs.note,
        }
      : null,
    answers: Object.fromEntries(given.map(({ key, value }) => [key, value])),
  }
  return { ...rest, name: [givenName, familyName].filter(Boolean).join(' '), email: email ?? '', given, answers }
}
export type OwnRegistration = NonNullable<Awaited<ReturnType<typeof readOwn>>>

const isAccessibilityNeed = (need: string): need is AccessibilityNeed =>
  (accessibilityNeeds as readonly string[]).includes(need)
const isDiet = (diet: string): diet is Diet => (diets as readonly string[]).includes(diet)

/** An answer to one of the organiser's questions, with the words of the question as it was asked. */
export type GivenAnswer = {
  questionId: string
  key: string
  value: unknown
  label: MultilingualText | undefined
  /** Key of an option → its words, for the options that were chosen among. */
  options: Map<string, MultilingualText | undefined>
}

async function answersGiven(tx: Tx, id: string): Promise<GivenAnswer[]> {
  const rows = await tx
    .selectFrom('registration_answer as a')
    .innerJoin('question as q', 'q.id', 'a.question_id')
    .select(['q.id as questionId', 'q.key', 'a.value'])
    .where('a.registration_id', '=', id)
    .orderBy('q.position')
    .orderBy('q.version')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ questionId }) => questionId)
  const options = await tx
    .selectFrom('question_option')
    .select(['id', 'key', 'question_id as questionId'])
    .where('question_id', 'in', ids)
    .orderBy('position')
    .execute()
  const texts = await textsOf(tx, [...ids, ...options.map(option => option.id)])
  return rows.map(row => ({
    ...row,
    label: texts.get(row.questionId)?.label,
    options: new Map(
      options
        .filter(({ questionId }) => questionId === row.questionId)
        .map(option => [option.key, texts.get(option.id)?.label]),
    ),
  }))
}

export type GivenConsent = {
  consentId: string
  key: string
  version: number
  required: boolean
  /** Whether newer words have taken its place. */
  superseded: boolean
  given: boolean
  at: Temporal.Instant
  statedBy: 'self' | 'delegate'
  text: MultilingualText | undefined
}

/** What a person agreed to and what not, in the very words they were shown. */
export async function consentsGiven(tx: Tx, registrationId: string): Promise<GivenConsent[]> {
  const rows = await tx
    .selectFrom('registration_consent as g')
    .innerJoin('consent as c', 'c.id', 'g.consent_id')
    .select(['c.id as consentId', 'c.key', 'c.version', 'c.required', 'c.superseded_at', 'g.given', 'g.at'])
    .select('g.stated_by as statedBy')
    .where('g.registration_id', '=', registrationId)
    .orderBy('c.position')
    .orderBy('c.version')
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.consentId),
  )
  return rows.map(({ superseded_at, ...row }) => ({
    ...row,
    superseded: superseded_at !== null,
    text: texts.get(row.consentId)?.text,
  }))
}
