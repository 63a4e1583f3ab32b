import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../../../source/ground/database/actor.ts'
import type { Visibility } from '../../../source/ground/database/tables.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import '../../../source/remember/store/tables.ts'

/** Ids of one record of each kind, by the part of the address in which they are shown. */
export type Memory = Readonly<
  Record<
    | 'relationships'
    | 'agreements'
    | 'actors'
    | 'contacts'
    | 'posts'
    | 'terms'
    | 'journal'
    | 'projects'
    | 'decisions'
    | 'documents'
    | 'notes'
    | 'commitments'
    | 'appointments'
    | 'services',
    string
  >
>

/** Writes one record of each kind into the memory of a space, by SQL: what pages and attacks are tried on. */
export async function makeMemory(tx: Tx, space: string, visibility: Visibility = 0): Promise<Memory> {
  const base = { space_id: space, visibility }
  const id = { id: '' }
  const one = <T extends { id: string }>(row: T | undefined) => (row ?? id).id
  const text = (table: string, record: string, field: string, body: string) =>
    writeTexts(tx, [{ table, id: record, field, source: 'fr', bodies: { fr: body } }])

  const actor = one(
    await tx
      .insertInto('organisation')
      .values({
        ...base,
        key: null,
        short_name: null,
        kind: 'local-government',
        country: 'UY',
        territory_id: null,
        website: null,
        remembered: true,
      })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('organisation', actor, 'name', 'Ciudad de Puerto Almendro')
  const service = one(
    await tx
      .insertInto('organisation')
      .values({
        ...base,
        key: null,
        short_name: null,
        kind: 'service',
        country: null,
        territory_id: null,
        website: null,
        remembered: true,
      })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('organisation', service, 'name', 'Direction de l’eau')
  const person = one(
    await tx
      .insertInto('person')
      .values({
        given_name: 'Inés',
        family_name: 'Almeida',
        email: 'ines@example.org',
        telephone: '+598 2 000',
        language: 'es',
      })
      .returning('id')
      .executeTakeFirst(),
  )
  const contact = one(
    await tx
      .insertInto('contact')
      .values({ ...base, person_id: person, organisation_id: actor, public_office: true })
      .returning('id')
      .executeTakeFirst(),
  )
  const term = one(
    await tx
      .insertInto('term')
      .values({ ...base, during: '2008/2014' })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('term', term, 'name', 'Mandat 2008-2014')
  const post = one(
    await tx
      .insertInto('post')
      .values({ ...base, nature: 'political' })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('post', post, 'title', 'Adjointe à l’international')
  const appointment = one(
    await tx
      .insertInto('appointment')
      .values({ post_id: post, contact_id: contact, term_id: term, during: '2008/2014' })
      .returning('id')
      .executeTakeFirst(),
  )
  const relationship = one(
    await tx
      .insertInto('relationship')
      .values({ ...base, kind: 'cooperation', during: '2009/..' })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('relationship', relationship, 'name', 'Coopération avec Puerto Almendro')
  await text('relationship', relationship, 'sensitivity', 'Ne pas évoquer le stade')
  await tx.insertInto('relationship_party').values({ relationship_id: relationship, organisation_id: actor }).execute()
  const responsibility = one(
    await tx
      .insertInto('responsibility')
      .values({ ...base, organisation_id: service, role: 'leads', relationship_id: relationship })
      .returning('id')
      .executeTakeFirst(),
  )
  const agreement = one(
    await tx
      .insertInto('agreement')
      .values({
        relationship_id: relationship,
        kind: 'convention',
        first_end: '2025-08-28',
        renewal: 'tacit',
        renewal_months: 12,
        notice_months: 2,
      })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('agreement', agreement, 'title', 'Convention sur l’eau')
  await tx
    .insertInto('agreement_event')
    .values({ agreement_id: agreement, kind: 'signed', on_day: '2015-08-29' })
    .execute()
  const interaction = one(
    await tx
      .insertInto('interaction')
      .values({ ...base, kind: 'mission', during: '2017-11', title: 'Mission technique', language: 'fr' })
      .returning('id')
      .executeTakeFirst(),
  )
  await tx
    .insertInto('interaction_participant')
    .values({ interaction_id: interaction, contact_id: contact, side: 'partner' })
    .execute()
  const commitment = one(
    await tx
      .insertInto('commitment')
      .values({
        ...base,
        interaction_id: interaction,
        relationship_id: relationship,
        owed_by: 'us',
        what: 'Envoyer le rapport',
        language: 'fr',
        due: '2018-01-31',
      })
      .returning('id')
      .executeTakeFirst(),
  )
  const activity = one(
    await tx
      .insertInto('activity')
      .values({
        ...base,
        status: '2',
        planned_start: '2016-01-01',
        planned_end: '2018-12-31',
        relationship_id: relationship,
      })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('activity', activity, 'title', 'Eau pour les quartiers hauts')
  const decision = one(
    await tx
      .insertInto('decision')
      .values({ ...base, number: `2015-112-${visibility}`, decided_on: '2015-06-25' })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('decision', decision, 'object', 'Approbation de la convention')
  await tx.insertInto('activity_party').values({ activity_id: activity, organisation_id: actor, role: '4' }).execute()
  await tx.insertInto('activity_place').values({ activity_id: activity, country: 'UY' }).execute()
  await tx.insertInto('activity_class').values({ activity_id: activity, vocabulary: 'sector', code: '14030' }).execute()
  await tx
    .insertInto('activity_money')
    .values({ activity_id: activity, kind: 'budget', value: '120000.00', currency: 'EUR', value_date: '2016-01-01' })
    .execute()
  await tx
    .insertInto('fee')
    .values({ relationship_id: relationship, year: 2018, amount: '1500.00', currency: 'EUR', due: '2018-03-31' })
    .execute()
  const seat = one(
    await tx
      .insertInto('network_seat')
      .values({ relationship_id: relationship, held_by: 'person', contact_id: contact, during: '2016/..' })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('network_seat', seat, 'body', 'Bureau')
  const document = one(
    await tx
      .insertInto('memory_document')
      .values({ ...base, category: 'A09', language: 'fr' })
      .returning('id')
      .executeTakeFirst(),
  )
  await text('memory_document', document, 'title', 'Convention signée')
  const note = one(
    await tx
      .insertInto('note')
      .values({ ...base, kind: 'oral-memory', body: 'Tout a commencé par une lettre.', language: 'fr' })
      .returning('id')
      .executeTakeFirst(),
  )
  await tx
    .insertInto('about')
    .values([
      { record_table: 'interaction', record_id: interaction, about_table: 'relationship', about_id: relationship },
      { record_table: 'note', record_id: note, about_table: 'relationship', about_id: relationship },
      { record_table: 'memory_document', record_id: document, about_table: 'agreement', about_id: agreement },
    ])
    .execute()
  return {
    relationships: relationship,
    agreements: agreement,
    actors: actor,
    contacts: contact,
    posts: post,
    terms: term,
    journal: interaction,
    commitments: commitment,
    projects: activity,
    decisions: decision,
    documents: document,
    notes: note,
    appointments: appointment,
    services: responsibility,
  }
}

/** What hangs beside the records of a memory: a number in a register, a file of the document with its words, an import. */
export type Papers = Readonly<{ identifier: string; file: string; version: string; batch: string }>

/** Writes them for one memory, by SQL. The file has a line and no bytes on the disk: whoever reads them puts them there. */
export async function makePapers(tx: Tx, space: string, memory: Memory, visibility: Visibility = 0): Promise<Papers> {
  const identifier = await tx
    .insertInto('identifier')
    .values({
      record_table: 'organisation',
      record_id: memory.actors,
      scheme: 'XM-DAC',
      value: `12000-${memory.actors}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const content = `Article premier, ${memory.documents}`
  const file = await tx
    .insertInto('file')
    .values({
      space_id: space,
      visibility,
      record_id: memory.documents,
      name: 'convention.txt',
      media_type: 'text/plain',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const version = await tx
    .insertInto('document_version')
    .values({ document_id: memory.documents, number: 1, file_id: file.id, extraction: 'done' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('document_text').values({ id: version.id, body: 'Article premier : l’eau' }).execute()
  const hash = randomBytes(32).toString('hex')
  await tx
    .insertInto('import_mapping')
    .values({ space_id: space, headers_hash: hash, kind: 'actors', columns: '{"0":"name"}' })
    .execute()
  const batch = await tx
    .insertInto('import_batch')
    .values({ space_id: space, name: 'partenaires.csv', sha256: hash, kind: 'actors', way: 'both', created: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('import_row')
    .values({
      batch_id: batch.id,
      line: 2,
      record_table: 'organisation',
      record_id: memory.actors,
      version_after: 1,
      space_id: space,
      visibility: 0,
    })
    .execute()
  return { identifier: identifier.id, file: file.id, version: version.id, batch: batch.id }
}
