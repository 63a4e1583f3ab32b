import { saveRecord } from '#remember/actors/acts/save-record.ts'
import { actorRoutes, actorTexts } from '#remember/actors/index.ts'
import type { RecordKind } from '#remember/actors/store/records.ts'
import { memoryHomeRoutes } from '#remember/home/index.ts'
import { as, job, person as personActor } from '../../../source/ground/database/actor.ts'
import type { Role, Visibility } from '../../../source/ground/database/tables.ts'
import type { Room } from '../../../source/ground/house.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { openSession, sessionCookie } from '../../../source/ground/people/session.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import '#remember/store/tables.ts'

export const rooms: readonly Room[] = [
  { name: 'memory', routes: memoryHomeRoutes },
  { name: 'memory-actors', routes: actorRoutes, texts: actorTexts },
]

export type Place = { space: string; slug: string; editor: { id: string; cookie: string }; reader: { cookie: string } }
export type Scene = { house: TestHouse; here: Place; there: Place }

/** Two public territories in the autumn of 2018, each with somebody who edits and somebody who reads. */
export async function openScene(): Promise<Scene> {
  const house = await openTestHouse(rooms)
  await house.setClock('2018-11-05T09:00:00+01:00')
  return { house, here: await place(house, 'brecourt'), there: await place(house, 'ailleurs') }
}

async function place(house: TestHouse, slug: string): Promise<Place> {
  const space = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'territory', slug, parent_id: '00000000-0000-4000-8000-000000000001', visibility: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('territory')
      .values({ id, country: 'FR', region: 'europe', government: 'municipality', successor_id: null, visibility: 2 })
      .execute()
    await writeTexts(tx, [{ table: 'space', id, field: 'name', source: 'fr', bodies: { fr: `Ville de ${slug}` } }])
    return id
  })
  const editor = await somebody(house, 'territory_editor', space)
  return { space, slug, editor, reader: await somebody(house, 'territory_reader', space) }
}

export async function somebody(house: TestHouse, role: Role, space: string): Promise<{ id: string; cookie: string }> {
  const id = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('person')
      .values({
        given_name: 'Essai',
        family_name: role,
        email: `${crypto.randomUUID()}@example.org`,
        language: 'fr',
        has_account: true,
        telephone: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('access_right')
      .values({ person_id: id, role, space_id: space, space_kind: 'territory', reason: 'essai', given_by: null })
      .execute()
    return id
  })
  return { id, cookie: `${sessionCookie}=${(await openSession(house.db, id)).token}` }
}

/** Makes a record by its act, in the name of the editor of a place. */
export async function make(
  { house }: Scene,
  { space, editor }: Place,
  kind: RecordKind,
  fields: Record<string, string>,
): Promise<string> {
  const saved = await saveRecord(house, personActor(editor.id), {
    kind,
    space,
    id: null,
    fields: { source: 'fr', visibility: '0', ...fields },
    version: null,
    once: { key: null, location: () => '/' },
  })
  if (saved.result !== 'saved') throw new Error(JSON.stringify(saved))
  return saved.id
}

export const actor = (scene: Scene, place: Place, name: string, more: Record<string, string> = {}) =>
  make(scene, place, 'actor', { 'name-fr': name, kind: 'local-government', ...more })
export const contact = (scene: Scene, place: Place, family: string, more: Record<string, string> = {}) =>
  make(scene, place, 'contact', { familyName: family, language: 'fr', ...more })

/** A relationship with one partner, by SQL: relationships have acts of their own. */
export async function relationship(
  { house }: Scene,
  { space }: Place,
  name: string,
  partner: string | null,
  visibility: Visibility = 0,
): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('relationship')
      .values({ space_id: space, visibility, kind: 'cooperation', during: '2009/..' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeTexts(tx, [{ table: 'relationship', id, field: 'name', source: 'fr', bodies: { fr: name } }])
    if (partner)
      await tx.insertInto('relationship_party').values({ relationship_id: id, organisation_id: partner }).execute()
    return id
  })
}
