import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'
import { readPeople, readProgrammeRows } from './programme-rows.ts'

/** Every row that the file of a seminar speaks of, without its words. */
export type SeminarRows = NonNullable<Awaited<ReturnType<typeof readSeminarRows>>>

/**
 * Reads them as the actor may see them, in a number of queries that does not depend on how much there is.
 *
 * @returns null when there is no such seminar, or none that the actor may see
 */
export async function readSeminarRows(tx: Tx, slug: string) {
  const seminar = await tx
    .selectFrom('seminar as s')
    .innerJoin('space as p', 'p.id', 's.id')
    .leftJoin('space as network', 'network.id', 's.network_id')
    .selectAll('s')
    .select(['p.slug', 'network.slug as network'])
    .where('p.kind', '=', 'seminar')
    .where('p.slug', '=', slug)
    .executeTakeFirst()
  if (!seminar) return null
  const { id } = seminar
  const programme = await readProgrammeRows(tx, id)
  return {
    seminar,
    accessLines: await tx
      .selectFrom('seminar_access_line')
      .select('id')
      .where('seminar_id', '=', id)
      .orderBy('position')
      .execute(),
    contacts: await tx
      .selectFrom('seminar_contact as c')
      .leftJoin('organisation as o', 'o.id', 'c.organisation_id')
      .select(['c.id', 'c.organisation_id', 'c.email', 'c.telephone', 'o.key as organisation'])
      .where('c.seminar_id', '=', id)
      .orderBy('c.position')
      .execute(),
    roles: await tx
      .selectFrom('seminar_organisation')
      .select(['organisation_id', 'role', 'position'])
      .where('seminar_id', '=', id)
      .orderBy('position')
      .orderBy('organisation_id')
      .execute(),
    programme,
    people: await readPeople(tx, id),
    organisations: await organisationsOf(tx, id),
    ...(await readRegistration(tx, id)),
  }
}

/** The organisations that the seminar names, by whatever: a role, a contact, a slot, a seat, a person. */
function organisationsOf(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'key', 'kind', 'short_name', 'country', 'website'])
    .where('key', 'is not', null)
    .where('id', 'in', query =>
      query
        .selectFrom('seminar_organisation')
        .select('organisation_id')
        .where('seminar_id', '=', seminarId)
        .union(
          query
            .selectFrom('seminar_contact')
            .select('organisation_id')
            .where('seminar_id', '=', seminarId)
            .where('organisation_id', 'is not', null)
            .$castTo<{ organisation_id: string }>(),
        )
        .union(query.selectFrom('slot_role').select('organisation_id').where('space_id', '=', seminarId))
        .union(
          query
            .selectFrom('slot_seat')
            .select('organisation_id')
            .where('space_id', '=', seminarId)
            .where('organisation_id', 'is not', null)
            .$castTo<{ organisation_id: string }>(),
        )
        .union(
          query
            .selectFrom('programme_person as pp')
            .innerJoin('person as p', 'p.id', 'pp.person_id')
            .select('pp.organisation_id')
            .where('pp.seminar_id', '=', seminarId)
            .where('p.erased_at', 'is', null)
            .where('pp.organisation_id', 'is not', null)
            .$castTo<{ organisation_id: string }>(),
        ),
    )
    .orderBy('key')
    .execute()
}

async function readRegistration(tx: Tx, seminarId: string) {
  const questions = await tx
    .selectFrom('question')
    .select(['id', 'key', 'kind', 'required', 'condition'])
    .where('seminar_id', '=', seminarId)
    .where('superseded_at', 'is', null)
    .orderBy('position')
    .execute()
  return {
    admission: await tx.selectFrom('admission').selectAll().where('seminar_id', '=', seminarId).executeTakeFirst(),
    quotas: await tx
      .selectFrom('quota as q')
      .leftJoin('space as t', 't.id', 'q.territory_id')
      .select(['q.id', 'q.key', 'q.capacity', 'q.categories', 'q.regions', 'q.territory_id', 't.slug as territory'])
      .where('q.seminar_id', '=', seminarId)
      .orderBy('q.position')
      .orderBy('q.key')
      .execute(),
    questions,
    options: await tx
      .selectFrom('question_option as o')
      .innerJoin('question as q', 'q.id', 'o.question_id')
      .select(['o.id', 'o.key', 'o.question_id'])
      .where('q.seminar_id', '=', seminarId)
      .where('q.superseded_at', 'is', null)
      .orderBy('o.position')
      .execute(),
    consents: await tx
      .selectFrom('consent')
      .select(['id', 'key', 'required'])
      .where('seminar_id', '=', seminarId)
      .where('superseded_at', 'is', null)
      .orderBy('position')
      .execute(),
  }
}
