import type { Tx } from '#ground/database/actor.ts'
import { looksLikeAnother } from '../rules/another-person.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'

/**
 * Takes those off the programme in whose place a file names somebody else by the same key: their name, address and words go,
 * from the versions that were released too, and their link opens nothing. `saveProgrammePeople` then adds the others.
 *
 * @returns the file with the seats open for which the former ones were asked by mail, and without their answers: nobody asked the
 *   others
 */
export async function replacePeople(tx: Tx, seminarId: string, file: SeminarFile): Promise<SeminarFile> {
  if (file.people.length === 0) return file
  const rows = await tx
    .selectFrom('programme_person as pp')
    .innerJoin('person as p', 'p.id', 'pp.person_id')
    .select(({ exists, selectFrom }) => [
      'pp.id',
      'pp.key',
      'p.given_name',
      'p.family_name',
      'p.email',
      exists(selectFrom('panel_invitation as i').whereRef('i.programme_person_id', '=', 'pp.id').select('i.id')).as(
        'asked',
      ),
    ])
    .where('pp.seminar_id', '=', seminarId)
    .where('p.erased_at', 'is', null)
    .execute()
  const named = new Map(file.people.map(person => [person.key, person]))
  const replaced = rows.filter(({ key, given_name, family_name, email }) => {
    const now = named.get(key)
    const before = { givenName: given_name ?? '', familyName: family_name ?? '', ...(email ? { email } : {}) }
    return now !== undefined && looksLikeAnother(before, now)
  })
  if (replaced.length === 0) return file
  await tx
    .deleteFrom('programme_person')
    .where(
      'id',
      'in',
      replaced.map(({ id }) => id),
    )
    .execute()
  const asked = new Set(replaced.filter(row => row.asked).map(({ key }) => key))
  const slots = file.programme.slots.map(slot => ({
    ...slot,
    seats: slot.seats.map(seat =>
      seat.person !== undefined && asked.has(seat.person) ? { ...seat, state: 'open' as const } : seat,
    ),
  }))
  const answers = file.programme.answers?.filter(({ person }) => !asked.has(person))
  return { ...file, programme: { ...file.programme, slots, ...(answers ? { answers } : {}) } }
}
