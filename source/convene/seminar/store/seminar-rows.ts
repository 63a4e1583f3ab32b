import type { Tx } from '#ground/database/actor.ts'
import '#convene/store/tables.ts'

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
  const programme = await readProgramme(tx, id)
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
    organisations: await organisationsOf(tx, id),
    ...(await readRegistration(tx, id)),
  }
}

async function readProgramme(tx: Tx, seminarId: string) {
  const programme = await tx
    .selectFrom('programme')
    .select(['id', 'provisional'])
    .where('seminar_id', '=', seminarId)
    // The same programme as on the page of the seminar.
    .orderBy('released_at', query => query.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  if (!programme) return null
  const slots = await tx
    .selectFrom('slot')
    .select(['id', 'key', 'kind', 'part', 'starts_at', 'ends_at'])
    .where('programme_id', '=', programme.id)
    .orderBy('position')
    .orderBy('starts_at')
    .execute()
  const themes = await tx
    .selectFrom('slot_theme as t')
    .innerJoin('slot', 'slot.id', 't.slot_id')
    .select(['t.id', 't.slot_id'])
    .where('slot.programme_id', '=', programme.id)
    .orderBy('t.position')
    .execute()
  const roles = await tx
    .selectFrom('slot_role as r')
    .innerJoin('slot', 'slot.id', 'r.slot_id')
    .select(['r.slot_id', 'r.organisation_id', 'r.role'])
    .where('slot.programme_id', '=', programme.id)
    .orderBy('r.position')
    .execute()
  return { ...programme, slots, themes, roles }
}

/** The organisations that the seminar names, by whatever: a role, a contact, a slot. */
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
        .union(query.selectFrom('slot_role').select('organisation_id').where('space_id', '=', seminarId)),
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
