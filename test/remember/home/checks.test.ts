import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as, job, type Tx } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { type CheckCode, checkCodes, thresholdOf } from '../../../source/remember/home/rules/checks.ts'
import { find } from '../../../source/remember/home/store/find.ts'
import '../../../source/remember/store/tables.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'

// Each rule on a record that has what it looks for and on one that has not.
let database: TestDatabase
const day = '2018-06-04'
beforeAll(async () => {
  database = await freshDatabase()
  await database.setClock(`${day}T10:00:00Z`)
})
afterAll(() => database.close())

type Kit = Awaited<ReturnType<typeof kitFor>>
async function kitFor(tx: Tx) {
  const space = await tx
    .insertInto('space')
    .values({
      kind: 'territory',
      slug: `t-${Math.random().toString(36).slice(2)}`,
      parent_id: '00000000-0000-4000-8000-000000000001',
      visibility: 2,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const root = { space_id: space.id, visibility: 2 as const }
  const text = (table: string, id: string, field: string, bodies: Record<string, string>) =>
    writeTexts(tx, [{ table, id, field, source: 'fr', bodies }])
  const organisation = async (name = 'Ville', more: Record<string, unknown> = {}) => {
    const { id } = await tx
      .insertInto('organisation')
      .values({
        ...root,
        key: null,
        short_name: null,
        kind: 'local-government',
        country: null,
        territory_id: null,
        website: null,
        remembered: true,
        ...more,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await text('organisation', id, 'name', { fr: name })
    return id
  }
  const contact = async (more: Record<string, unknown> = {}) => {
    const person = await tx
      .insertInto('person')
      .values({ given_name: 'A', family_name: 'B', email: null, language: 'fr' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const row = { ...root, person_id: person.id, ...more }
    return (await tx.insertInto('contact').values(row).returning('id').executeTakeFirstOrThrow()).id
  }
  const relationship = async (during = '2000/..', more: Record<string, unknown> = {}) =>
    (
      await tx
        .insertInto('relationship')
        .values({ ...root, kind: 'cooperation', during, ...more })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const agreement = async (relation: string, terms: Record<string, unknown>, signed: string) => {
    const { id } = await tx
      .insertInto('agreement')
      .values({ relationship_id: relation, kind: 'convention', ...terms })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('agreement_event').values({ agreement_id: id, kind: 'signed', on_day: signed }).execute()
    return id
  }
  const met = async (
    during: string,
    about: string | null,
    who: { contact_id?: string; side?: 'own' | 'partner' }[],
  ) => {
    const { id } = await tx
      .insertInto('interaction')
      .values({ ...root, kind: 'call', during, title: 'Appel', language: 'fr' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const one of who)
      await tx
        .insertInto('interaction_participant')
        .values({ interaction_id: id, ...one })
        .execute()
    if (about) {
      await tx
        .insertInto('about')
        .values({ record_table: 'interaction', record_id: id, about_table: 'relationship', about_id: about })
        .execute()
    }
  }
  const post = async (more: Record<string, unknown> = {}) =>
    (
      await tx
        .insertInto('post')
        .values({ ...root, nature: 'technical', ...more })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const held = (id: string, by: string, during: string, more: Record<string, unknown> = {}) =>
    tx
      .insertInto('appointment')
      .values({ post_id: id, contact_id: by, during, ...more })
      .execute()
  const project = async (more: Record<string, unknown> = {}) =>
    (
      await tx
        .insertInto('activity')
        .values({ ...root, status: '2', ...more })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const commitment = async (more: Record<string, unknown>) =>
    (
      await tx
        .insertInto('commitment')
        .values({ ...root, owed_by: 'us', what: 'Envoyer', language: 'fr', ...more })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const document = async (more: Record<string, unknown> = {}) =>
    (
      await tx
        .insertInto('memory_document')
        .values({ ...root, category: 'A09', ...more })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const leads = async (relation: string, during: string | null) =>
    tx
      .insertInto('responsibility')
      .values({
        ...root,
        organisation_id: await organisation('Service'),
        role: 'leads',
        relationship_id: relation,
        during,
      })
      .execute()
  return {
    tx,
    root,
    space: space.id,
    text,
    organisation,
    contact,
    relationship,
    agreement,
    met,
    post,
    held,
    project,
    commitment,
    document,
    leads,
  }
}

/** Makes two records: the one that the rule is to find as it is shipped, and one that it is to leave alone. */
type Case = { make: (kit: Kit) => Promise<{ has: string; hasNot: string }> }
const cases: Record<CheckCode, Case> = {
  'relationship-dormant': {
    make: async kit => {
      const [has, hasNot] = [await kit.relationship(), await kit.relationship()]
      await kit.met('2015-06-03', has, [{ contact_id: await kit.contact() }])
      // Among ourselves: no contact of theirs.
      await kit.met('2018-01', has, [{ contact_id: await kit.contact(), side: 'own' }])
      await kit.met('2015-06-04', hasNot, [])
      await kit.relationship('1990/2010')
      // None on record: that is another rule's.
      await kit.relationship('2000/..')
      return { has, hasNot }
    },
  },
  'relationship-without-contact': {
    make: async kit => {
      const [has, hasNot] = [await kit.relationship(), await kit.relationship()]
      await kit.met('2018-01', has, [{ contact_id: await kit.contact(), side: 'own' }])
      await kit.met('1999', hasNot, [])
      await kit.relationship('1990/2010')
      return { has, hasNot }
    },
  },
  'relationship-without-lead': {
    make: async kit => {
      const [has, hasNot] = [await kit.relationship(), await kit.relationship()]
      await kit.leads(has, '2001/2017')
      await kit.leads(hasNot, null)
      return { has, hasNot }
    },
  },
  'relationship-without-reason': {
    make: async kit => {
      const [has, hasNot] = [await kit.relationship(), await kit.relationship()]
      await kit.text('relationship', hasNot, 'reason', { fr: 'Parce que' })
      return { has, hasNot }
    },
  },
  'relationship-outlives-agreements': {
    make: async kit => {
      const [has, hasNot] = [await kit.relationship(), await kit.relationship()]
      await kit.agreement(has, { first_end: '2018-06-03' }, '2015-01-01')
      await kit.agreement(hasNot, { first_end: '2018-06-03' }, '2015-01-01')
      await kit.agreement(hasNot, { first_end: '2018-06-04' }, '2015-01-01')
      await kit.relationship()
      return { has, hasNot }
    },
  },
  'agreement-without-signature': {
    make: async kit => {
      const relation = await kit.relationship()
      const made = async (terms: Record<string, unknown>, kind: 'approved' | 'signed' | null) => {
        const { id } = await kit.tx
          .insertInto('agreement')
          .values({ relationship_id: relation, kind: 'convention', ...terms })
          .returning('id')
          .executeTakeFirstOrThrow()
        if (kind) await kit.tx.insertInto('agreement_event').values({ agreement_id: id, kind, on_day: null }).execute()
        return id
      }
      await made({}, null)
      await made({ first_end_as_known: '2018' }, 'approved')
      return {
        has: await made({ first_end_as_known: '2028' }, null),
        // Nobody knows when: that it was signed is enough.
        hasNot: await made({ first_end_as_known: '2028' }, 'signed'),
      }
    },
  },
  'agreement-without-end': {
    make: async kit => {
      const relation = await kit.relationship()
      return {
        has: await kit.agreement(relation, {}, '2015-01-01'),
        hasNot: await kit.agreement(relation, { renewal: 'indefinite' }, '2015-01-01'),
      }
    },
  },
  'agreement-notice-near': {
    make: async kit => {
      const relation = await kit.relationship()
      const tacit = { renewal: 'tacit', renewal_months: 12, notice_months: 2 }
      return {
        has: await kit.agreement(relation, { ...tacit, first_end: '2018-11-02' }, '2015-01-01'),
        hasNot: await kit.agreement(relation, { ...tacit, first_end: '2018-11-03' }, '2015-01-01'),
      }
    },
  },
  'post-vacant': {
    make: async kit => {
      const [has, hasNot] = [await kit.post({ seats: 2 }), await kit.post()]
      for (const id of [has, hasNot]) await kit.held(id, await kit.contact(), '2017/..')
      await kit.post({ during: '1990/2010' })
      return { has, hasNot }
    },
  },
  'post-held-for-now': {
    make: async kit => {
      const [has, hasNot] = [await kit.post(), await kit.post()]
      await kit.held(has, await kit.contact(), '2017/..', { carried_over: true })
      await kit.held(hasNot, await kit.contact(), '2016/2017', { acting: true })
      await kit.held(hasNot, await kit.contact(), '2018/..')
      return { has, hasNot }
    },
  },
  'seat-in-person': {
    make: async kit => {
      const relation = await kit.relationship()
      const seat = async (held_by: 'city' | 'person', during: string) =>
        (
          await kit.tx
            .insertInto('network_seat')
            .values({ relationship_id: relation, held_by, during })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
      await seat('person', '2010/2012')
      return { has: await seat('person', '2012/..'), hasNot: await seat('city', '2012/..') }
    },
  },
  'fee-unpaid': {
    make: async kit => {
      const relation = await kit.relationship()
      const fee = async (year: number, due: string, paid_on: string | null) =>
        (
          await kit.tx
            .insertInto('fee')
            .values({ relationship_id: relation, year, amount: '10', currency: 'EUR', due, paid_on })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
      await fee(2016, '2016-03-31', '2016-11-30')
      return { has: await fee(2017, '2018-06-03', null), hasNot: await fee(2018, '2018-06-04', null) }
    },
  },
  'project-past-its-end': {
    make: async kit => {
      await kit.project({ planned_end: '2017-01-01', status: '4' })
      return {
        has: await kit.project({ planned_end: '2018-06-03' }),
        hasNot: await kit.project({ planned_end: '2018-06-04' }),
      }
    },
  },
  'project-without-parties': {
    make: async kit => {
      const [has, hasNot] = [await kit.project(), await kit.project()]
      await kit.tx.insertInto('activity_party').values({ activity_id: hasNot, role: '4' }).execute()
      return { has, hasNot }
    },
  },
  'project-without-description': {
    make: async kit => {
      const [has, hasNot] = [await kit.project(), await kit.project()]
      await kit.text('activity', hasNot, 'description', { fr: 'Pour les habitants' })
      return { has, hasNot }
    },
  },
  'commitment-overdue': {
    make: async kit => {
      await kit.commitment({ due: '2017-01-01', settled_on: '2017-02-01', outcome: 'kept' })
      return { has: await kit.commitment({ due: '2018-06-03' }), hasNot: await kit.commitment({ due: day }) }
    },
  },
  'commitment-without-day': {
    make: async kit => ({
      has: await kit.commitment({ due: null }),
      hasNot: await kit.commitment({ due: '2017-01-01' }),
    }),
  },
  'document-past-retention': {
    make: async kit => {
      await kit.document({ keep_until: '2018-06-03', legal_hold: true })
      return {
        has: await kit.document({ keep_until: '2018-06-03' }),
        hasNot: await kit.document({ keep_until: '2018-06-04' }),
      }
    },
  },
  'document-without-file': {
    make: async kit => {
      const [has, hasNot] = [await kit.document(), await kit.document()]
      const file = await kit.tx
        .insertInto('file')
        .values({
          space_id: kit.space,
          record_id: hasNot,
          name: 'a.pdf',
          media_type: 'application/pdf',
          bytes: 1,
          sha256: '0'.repeat(64),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await kit.tx.insertInto('document_version').values({ document_id: hasNot, number: 1, file_id: file.id }).execute()
      return { has, hasNot }
    },
  },
  'document-without-language': {
    make: async kit => ({ has: await kit.document(), hasNot: await kit.document({ language: 'fr' }) }),
  },
  'document-without-licence': {
    make: async kit => ({ has: await kit.document(), hasNot: await kit.document({ visibility: 1 }) }),
  },
  'decision-without-document': {
    make: async kit => {
      const decided = async (number: string) =>
        (
          await kit.tx
            .insertInto('decision')
            .values({ ...kit.root, number, decided_on: '2015-06-26' })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
      const [has, hasNot] = [await decided('1'), await decided('2')]
      await kit.tx
        .insertInto('about')
        .values({
          record_table: 'memory_document',
          record_id: await kit.document(),
          about_table: 'decision',
          about_id: hasNot,
        })
        .execute()
      return { has, hasNot }
    },
  },
  'contact-long-unseen': {
    make: async kit => {
      const [has, hasNot] = [await kit.contact({ during: '2001/..' }), await kit.contact()]
      await kit.met('2016-06-03', null, [{ contact_id: has }])
      await kit.met('2016-06-04', null, [{ contact_id: hasNot }])
      await kit.contact({ during: '2001/2008' })
      await kit.contact({ organisation_id: await kit.organisation('Notre service', { kind: 'service' }) })
      return { has, hasNot }
    },
  },
  'translation-missing': {
    make: async kit => {
      const [has, hasNot] = [await kit.relationship(), await kit.relationship('2000/..', { visibility: 1 })]
      await kit.text('relationship', has, 'name', { fr: 'Lien', es: 'Lazo', pt: 'Laço' })
      await kit.text('relationship', hasNot, 'name', { fr: 'Lien' })
      return { has, hasNot }
    },
  },
  'translation-stale': {
    make: async kit => {
      const made = await Promise.all([kit.relationship(), kit.relationship(), kit.relationship()])
      const [has, hasNot, later] = made
      await database.setClock('2017-01-10T10:00:00Z')
      for (const id of made) await kit.text('relationship', id, 'name', { fr: 'Lien', es: 'Lazo' })
      await database.setClock('2017-12-03T10:00:00Z')
      await kit.text('relationship', has, 'name', { fr: 'Lien durable' })
      await kit.text('relationship', hasNot, 'name', { fr: 'Lien durable', es: 'Lazo duradero' })
      await database.setClock('2017-12-04T10:00:00Z')
      // Changed once more: stale since the first time.
      await kit.text('relationship', has, 'name', { fr: 'Lien très durable' })
      await kit.text('relationship', later, 'name', { fr: 'Lien durable' })
      await database.setClock(`${day}T10:00:00Z`)
      return { has, hasNot }
    },
  },
  'organisation-without-identifier': {
    make: async kit => {
      const known = async (scheme: string, value: string) => {
        const id = await kit.organisation(`Ville ${value}`)
        const row = { record_table: 'organisation' as const, record_id: id, scheme, value }
        await kit.tx.insertInto('identifier').values(row).execute()
        return id
      }
      const has = await known('SIRET', '219 900 016 00018')
      const hasNot = await known('SIRET', '219 900 016 00011')
      const others = [await known('siren', '219900016'), await known('INE', '05101')]
      const service = await kit.organisation('Direction de l’eau', { kind: 'service' })
      const parties = [has, hasNot, ...others, service]
      const relation = await kit.relationship()
      for (const organisation_id of parties)
        await kit.tx.insertInto('relationship_party').values({ relationship_id: relation, organisation_id }).execute()
      // What nobody has anything to do with any more.
      const over = { relationship_id: await kit.relationship('1990/2010'), organisation_id: await kit.organisation() }
      await kit.tx.insertInto('relationship_party').values(over).execute()
      return { has, hasNot }
    },
  },
  'project-without-result': {
    make: async kit => {
      const done = (more: Record<string, unknown>) => kit.project({ status: '4', ...more })
      const [has, hasNot] = [await done({ actual_end: '2017-12-03' }), await done({ actual_end: '2017-12-04' })]
      const [told, learnt] = [await done({}), await done({ planned_end: '2010-12-31' })]
      await kit.project({ status: '5', planned_end: '2010-12-31' })
      const note = await kit.tx
        .insertInto('note')
        .values({ ...kit.root, visibility: 0, kind: 'lesson', body: 'Le comité élu a tenu.', language: 'fr' })
        .returning('id')
        .executeTakeFirstOrThrow()
      const about = [
        {
          record_table: 'memory_document' as const,
          record_id: await kit.document({ category: 'report' }),
          about_id: told,
        },
        // A contract tells of no result.
        { record_table: 'memory_document' as const, record_id: await kit.document({ category: 'A09' }), about_id: has },
        { record_table: 'note' as const, record_id: note.id, about_id: learnt },
      ]
      for (const one of about)
        await kit.tx
          .insertInto('about')
          .values({ ...one, about_table: 'activity' })
          .execute()
      return { has, hasNot }
    },
  },
  'project-sector-withdrawn': {
    make: async kit => {
      const within = async (code: string, more: Record<string, unknown> = {}) => {
        const id = await kit.project(more)
        await kit.tx.insertInto('activity_class').values({ activity_id: id, vocabulary: 'sector', code }).execute()
        return id
      }
      // It ended while its code was one; the other's code is one still on this day.
      await within('74010', { status: '4', actual_end: '2012-01-31' })
      await within('23010')
      return { has: await within('74010'), hasNot: await within('14030') }
    },
  },
  'document-without-retention': {
    make: async kit => {
      await kit.document({ legal_hold: true })
      return { has: await kit.document(), hasNot: await kit.document({ keep_until: '2030-12-31' }) }
    },
  },
  'relationship-twice': {
    make: async kit => {
      const first = await kit.organisation('Municipalidad de Puerto Almendro')
      const again = await kit.organisation('Puerto Almendro', { merged_into_id: first })
      const other = await kit.organisation('Rosario')
      const made = async (during: string, kind: string, ...partners: string[]) => {
        const id = await kit.relationship(during, { kind })
        for (const one of partners)
          await kit.tx.insertInto('relationship_party').values({ relationship_id: id, organisation_id: one }).execute()
        return id
      }
      const pair = [await made('1998/..', 'twinning', first), await made('2001/..', 'twinning', again)].sort()
      // Of another kind, with one more partner, or years before: another one.
      const hasNot = await made('1998/..', 'cooperation', first)
      await made('1998/..', 'twinning', first, other)
      await made('1970/1975', 'twinning', again)
      const { rows } = await sql<{ id: string }>`select md5(${pair.join('')})::uuid as id`.execute(kit.tx)
      return { has: rows[0]?.id ?? '', hasNot }
    },
  },
  'duplicate-actor': {
    make: async kit => {
      const first = await kit.organisation('Municipalidad de Puerto Almendro')
      // 51 of 100 three-letter groups in common, and 41 with the third.
      const again = await kit.organisation('PUERTO ALMÉNDRO (mairie de)')
      await kit.organisation('Municipalidad de Puerto Almendro', { merged_into_id: first })
      const hasNot = await kit.organisation('Municipalidad de Río Manso')
      const { rows } = await sql<{ id: string }>`
        select md5(least(${first}, ${again}) || greatest(${first}, ${again}))::uuid as id`.execute(kit.tx)
      return { has: rows[0]?.id ?? '', hasNot }
    },
  },
}

describe('each rule', () => {
  for (const code of checkCodes) {
    test(`${code} finds the record that has it, and leaves the other one alone`, async () => {
      await as(database.db, job('test'), async tx => {
        const kit = await kitFor(tx)
        const threshold = thresholdOf(code)?.usual ?? 0
        const { has, hasNot } = await cases[code].make(kit)
        const found = await find(tx, code, kit.space, day, threshold)
        expect(found.map(({ id }) => id)).toEqual([has])
        expect(hasNot).not.toBe(has)
        // Another memory has nothing of it.
        expect(await find(tx, code, (await kitFor(tx)).space, day, threshold)).toEqual([])
      })
    })
  }
})
