import { readFile } from 'node:fs/promises'
import { register } from '../../../source/convene/registration/index.ts'
import { importSeminar } from '../../../source/convene/seminar/acts/import-seminar.ts'
import { job } from '../../../source/ground/database/actor.ts'
import type { TestHouse } from '../../support/house.ts'
import type { World } from './support.ts'

/**
 * A seminar of each of the two networks, with a row in every table that hangs on a seminar or on a memory, so that there is
 * something to point away from and something to point to.
 */
export async function fillBothSides(house: TestHouse, world: World): Promise<void> {
  const { space, person, memory, sql, one } = world
  const yaml = await readFile(new URL('../../../samples/seminar-2018.yaml', import.meta.url), 'utf8')
  for (const [network, territory, slug] of [
    ['net', 'here', 'here-seminar'],
    ['far', 'there', 'there-seminar'],
  ] as const) {
    const text = yaml.replace(/^slug: .*$/m, `slug: ${slug}`).replace('slug: demo-network', `slug: ${network}`)
    const imported = await importSeminar(house, job('test'), text, { announce: true })
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
    const seminar = imported.id
    space[slug] = seminar
    const registered = await register(house, {
      seminar: slug,
      origin: 'form',
      givenName: 'Awa',
      familyName: 'Solidaire',
      email: 'awa@example.org',
      category: 'elected',
      organisation: 'Ville de Brécourt',
      country: 'FR',
      language: 'fr',
      consents: ['data'],
    })
    if (registered.outcome !== 'registered') throw new Error(registered.outcome)
    const named = () => one(`insert into perenne.person (given_name, language) values ('Nommée', 'fr') returning id`)
    const version = `(select id from perenne.programme_version where seminar_id = $1 order by number limit 1)`
    const programme = `(select id from perenne.programme where seminar_id = $1 limit 1)`
    const slot = `(select id from perenne.slot where space_id = $1 order by key limit 1)`
    const on = (table: string, columns: string, values: string, more: unknown[] = []) =>
      sql(`insert into perenne.${table} (${columns}) values (${values})`, [seminar, ...more])
    await on('attendance_letter', 'seminar_id, number, registration_id', '$1, 1, $2', [registered.id])
    await on('check_set_aside', 'seminar_id, code, subject, reason', `$1, 'overlap', 'x', 'Voulu'`)
    await on('invitation', 'seminar_id, code, label', `$1, 'ABCD', 'Élus'`)
    await on('mail_words', 'seminar_id, template', `$1, 'confirmed'`)
    await on('mailing', 'seminar_id', '$1')
    await on('seminar_notice', 'seminar_id, kind, held_on', `$1, 'postponed', '2018-07-05'`)
    await on(
      'programme_day',
      'programme_id, held_on, hours_from, hours_to, position',
      `${programme}, '2018-07-06', '9:00', '12:00', 9`,
    )
    await on('programme_room', 'programme_id, key, position', `${programme}, 'salle', 0`)
    await on('programme_notice', 'seminar_id, version_id, told', `$1, ${version}, 1`)
    await on('programme_version_language', 'version_id, language, texts', `${version}, 'it', '{}'`)
    await on('programme_person', 'seminar_id, key, person_id, position', `$1, 'une', $2, 0`, [await named()])
    const speaker = `(select id from perenne.programme_person where seminar_id = $1 and key = 'une')`
    await on('panel_invitation', 'seminar_id, programme_person_id', `$1, ${speaker}`)
    await on('slot_document', 'slot_id, url, position', `${slot}, 'https://example.org', 0`)
    await on('slot_person', 'slot_id, programme_person_id, role, position', `${slot}, ${speaker}, 'speaker', 0`)

    const here = space[territory]
    const made = memory[territory]
    const batch = `(select id from perenne.import_batch where space_id = $1 limit 1)`
    const whose = `(select person_id from perenne.contact where id = $2)`
    await sql(
      `insert into perenne.import_person (batch_id, contact_id, person_id, sealed, space_id) values (${batch}, $2, ${whose}, 'x', $1)`,
      [here, made?.contacts],
    )
    const mail = await one(
      `insert into perenne.mail_draft (space_id, mail_hash, waiting, salt) values ($1, repeat('a', 64), 'x', decode(repeat('00', 16), 'hex')) returning id`,
      [here],
    )
    await sql(`insert into perenne.mail_draft_attachment (draft_id, number, content) values ($1, 0, 'x')`, [mail])
    await sql(`insert into perenne.memory_rule (space_id, code) values ($1, 'relationship-dormant')`, [here])
    await sql(
      `insert into perenne.finding_set_aside (space_id, code, record_id, reason) values ($1, 'x', $2, 'Il dort')`,
      [here, made?.relationships],
    )
    await sql(`insert into perenne.memory_digest (space_id, person_id, language) values ($1, $2, 'fr')`, [
      here,
      person.editor,
    ])
    const joined = await one(
      `insert into perenne.relationship (space_id, kind, during) values ($1, 'cooperation', '2010') returning id`,
      [here],
    )
    await sql('delete from perenne.relationship where id = $1', [joined])
    await sql(
      `insert into perenne.relationship_join (space_id, left_id, into_id, joined_at, wrote) values ($1, $2, $3, perenne.now(), 'x')`,
      [here, joined, made?.relationships],
    )
    await sql(`insert into perenne.mail (space_id, person_id, template, language) values ($1, $2, 'x', 'fr')`, [
      seminar,
      person.nobody,
    ])
    await sql(`insert into perenne.noted_act (space_id, what) values ($1, 'x')`, [here])
    const share = await one(
      `insert into perenne.share (space_id, record_table, record_id, person_id, ends_at) values ($1, 'relationship', $2, $3, 'infinity') returning id`,
      [here, made?.relationships, person.nobody],
    )
    await sql(`insert into perenne.share_name (share_id, person_id, space_id) values ($1, $2, $3)`, [
      share,
      await named(),
      here,
    ])
    // A second one of what names another of its own kind, and of what two can be chosen from.
    await sql(
      `insert into perenne.agreement (relationship_id, kind) select relationship_id, 'letter' from perenne.agreement where id = $1`,
      [made?.agreements],
    )
    await sql(`insert into perenne.activity (space_id, status) values ($1, '2')`, [here])
  }
}
