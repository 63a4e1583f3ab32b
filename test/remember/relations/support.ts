import { actorRoutes } from '#remember/actors/index.ts'
import { memoryHomeRoutes } from '#remember/home/index.ts'
import { saveRecord } from '#remember/relations/acts/save-record.ts'
import { relationRoutes, relationTexts } from '#remember/relations/index.ts'
import type { RecordKind } from '#remember/relations/store/records.ts'
import { memoryTimeRoutes } from '#remember/time/index.ts'
import { as, job, person } from '../../../source/ground/database/actor.ts'
import type { Room } from '../../../source/ground/house.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { somebody } from '../actors/support.ts'
import '#remember/store/tables.ts'

const rooms: readonly Room[] = [
  { name: 'memory', routes: memoryHomeRoutes },
  { name: 'memory-relations', routes: relationRoutes, texts: relationTexts },
  { name: 'memory-actors', routes: actorRoutes },
  { name: 'memory-time', routes: memoryTimeRoutes },
]

type Somebody = { id: string; cookie: string }
export type Place = { space: string; slug: string; editor: Somebody; reader: Somebody }
export type Scene = { house: TestHouse; here: Place; there: Place; partner: string; stranger: string }

/** Two public territories on 11 February 2026, each with somebody who edits and somebody who reads, and a partner of its own. */
export async function openRelations(): Promise<Scene> {
  const house = await openTestHouse(rooms)
  await house.setClock('2026-02-11T09:00:00+01:00')
  const here = await place(house, 'brecourt')
  const there = await place(house, 'ailleurs')
  return {
    house,
    here,
    there,
    partner: await organisation(house, here.space, 'Puerto Almendro'),
    stranger: await organisation(house, there.space, 'Villa Ajena'),
  }
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

/** An actor of a memory, public unless said otherwise. */
export const organisation = (house: TestHouse, space: string, name: string, visibility: 0 | 2 = 2) =>
  as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('organisation')
      .values({
        space_id: space,
        visibility,
        key: null,
        short_name: null,
        kind: 'local-government',
        country: 'UY',
        territory_id: null,
        website: null,
        remembered: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeTexts(tx, [{ table: 'organisation', id, field: 'name', source: 'es', bodies: { es: name } }])
    return id
  })

/** Makes a record by its act, in the name of the editor of a place. */
export async function make(
  { house }: Scene,
  { space, editor }: Place,
  kind: RecordKind,
  fields: Record<string, string>,
  parent: string | null = null,
): Promise<string> {
  const saved = await saveRecord(house, person(editor.id), {
    kind,
    at: { space, parent, id: null },
    fields: { source: 'fr', atMost: '2', ...fields },
    writtenIn: 'fr',
    version: null,
    once: { key: null, location: () => '/' },
  })
  if (saved.result !== 'saved') throw new Error(JSON.stringify(saved))
  return saved.id
}

export const relationship = (scene: Scene, place: Place, name: string, more: Record<string, string> = {}) =>
  make(scene, place, 'relationship', {
    'name-fr': name,
    kind: 'cooperation',
    during: '2009/..',
    visibility: '0',
    ...more,
  })

/** Signed in 2015 for ten years, renewed each year by itself, with two months of notice. */
export async function agreement(
  scene: Scene,
  place: Place,
  parent: string,
  more: Record<string, string> = {},
): Promise<string> {
  const id = await make(
    scene,
    place,
    'agreement',
    {
      'title-fr': 'Convention sur l’eau',
      kind: 'convention',
      firstEnd: '2025-08-28',
      renewal: 'tacit',
      renewalMonths: '12',
      noticeMonths: '2',
      noticeDays: '0',
      ...more,
    },
    parent,
  )
  await make(scene, place, 'event', { kind: 'signed', on: '2015-08-29' }, id)
  return id
}

export const address = (path: string, { place = 'brecourt', locale = 'fr' } = {}) =>
  `/${locale}/territories/${place}${path}`
