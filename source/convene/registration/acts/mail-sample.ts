import { randomUUID } from 'node:crypto'
import { mailingMails } from '#convene/messages/mailing-mails.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import type { MailRecipient } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { OwnRegistration } from '../store/own.ts'
import type { SeminarToRegisterFor } from '../store/seminar.ts'

/** In which state a fictitious registration is shown. */
export type SampleOf = { state: RegistrationState; reason?: boolean }

/** Who stands for everybody in a preview. */
export const sampleRecipient = (locale: Locale): MailRecipient => {
  const { givenName, familyName } = mailingMails[locale].samplePerson
  return { id: '', givenName, familyName, email: 'person@example.org' }
}

/**
 * A registration that does not exist, of a person who does not either: what a mail says before anybody gets it. Its id is
 * new each time, so that nothing that is looked up by it is found.
 */
export function sampleRegistration(
  seminar: SeminarToRegisterFor,
  locale: Locale,
  to: MailRecipient,
  { state, reason = false }: SampleOf = { state: 'confirmed' },
): OwnRegistration {
  const id = randomUUID()
  const name = [to.givenName, to.familyName].filter(Boolean).join(' ')
  const { organisation } = mailingMails[locale].samplePerson
  return {
    id,
    seminarId: seminar.id,
    personId: randomUUID(),
    version: 1,
    origin: 'form',
    linkNumber: 1,
    category: 'staff',
    region: 'europe',
    country: 'FR',
    territoryId: null,
    territoryName: null,
    organisation,
    organisationId: null,
    organisationKey: '',
    role: null,
    languages: [],
    language: locale,
    state,
    stateSince: seminar.now,
    requestedAt: seminar.now,
    line: 1,
    priority: 0,
    offeredUntil: state === 'offered' ? seminar.now.add({ hours: 48 }) : null,
    reason: reason ? mailingMails[locale].sampleReason : null,
    usesReserved: false,
    delegationId: null,
    handedOnTo: null,
    invitationId: null,
    invitationLabel: null,
    invitationCode: null,
    hasAccount: false,
    name,
    email: to.email,
    given: [],
    answers: {
      givenName: to.givenName,
      familyName: to.familyName,
      email: to.email,
      category: 'staff',
      organisation,
      organisationId: null,
      territoryId: null,
      territoryName: null,
      country: 'FR',
      role: null,
      language: locale,
      languages: [],
      needs: null,
      answers: {},
    },
  }
}
