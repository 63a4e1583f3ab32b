import { withSeconds } from './file-moments.ts'
import { answersInOrder, olderInOrder } from './known-of-file.ts'
import type { FileSlot } from './programme-file.ts'
import { organisationRoles, type SeminarFile } from './seminar-file.ts'

/**
 * A file as it comes back once it is saved: what a file can say in two ways is said in one. Moments have their seconds; the
 * organisations that have a role come first, then those that a contact or a slot names, by key; one that nothing names
 * belongs to the network alone; a cancellation is said or not there. Days stand in their order; the day of a slot is said when
 * it is not the first, the day it ends when it is not the one it begins, the language of a person when it is not that of the
 * texts. Answers and places of texts stand in one order.
 */
export function asKept(file: SeminarFile): SeminarFile {
  const { opens, closes, promoteUntil, changeUntil } = file.registration
  const { cancelled, older, ...rest } = file
  const { answers } = file.programme
  return {
    ...rest,
    ...(cancelled ? { cancelled } : {}),
    ...(older ? { older: olderInOrder(older) } : {}),
    registration: {
      ...file.registration,
      ...(opens === undefined ? {} : { opens: withSeconds(opens) }),
      closes: withSeconds(closes),
      ...(promoteUntil === undefined ? {} : { promoteUntil: withSeconds(promoteUntil) }),
      ...(changeUntil === undefined ? {} : { changeUntil: withSeconds(changeUntil) }),
    },
    organisations: keptOrganisations(file),
    people: file.people.map(({ language, ...person }) =>
      language === undefined || language === file.source ? person : { ...person, language },
    ),
    programme: {
      ...file.programme,
      days: file.programme.days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      slots: file.programme.slots.map(slot => keptSlot(slot, file.date)),
      ...(answers ? { answers: answersInOrder(answers) } : {}),
    },
  }
}

function keptSlot({ day = '', until = '', ...slot }: FileSlot, firstDay: string): FileSlot {
  const begins = day || firstDay
  return {
    ...slot,
    ...(begins === firstDay ? {} : { day }),
    ...(until === '' || until === begins ? {} : { until }),
  }
}

function keptOrganisations({ organisations, contacts, people, programme }: SeminarFile): SeminarFile['organisations'] {
  const named = new Set([
    ...contacts.map(({ organisation }) => organisation),
    ...people.map(({ organisation }) => organisation),
    ...programme.slots.flatMap(({ moderators, coordination, seats }) => [
      ...moderators,
      ...coordination,
      ...seats.map(({ organisation }) => organisation),
    ]),
  ])
  const withRole = organisations.filter(({ roles }) => roles.length > 0)
  const onlyNamed = organisations.filter(({ key, roles }) => roles.length === 0 && named.has(key))
  const byKey = onlyNamed.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return [...withRole, ...byKey].map(organisation => ({
    ...organisation,
    roles: organisationRoles.filter(role => organisation.roles.includes(role)),
  }))
}
