import { saveRecord } from '#remember/projects/acts/save-record.ts'
import { projectRoutes, projectTexts } from '#remember/projects/index.ts'
import type { RecordKind } from '#remember/projects/store/records.ts'
import { as, job, person } from '../../../source/ground/database/actor.ts'
import { writeTexts } from '../../../source/ground/languages/texts.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { somebody } from '../actors/support.ts'
import '#remember/store/tables.ts'

type Somebody = { id: string; cookie: string }
export type Place = { space: string; slug: string; editor: Somebody; reader: Somebody }
export type Scene = { house: TestHouse; here: Place; there: Place }

/** Two public territories on 4 June 2018, each with somebody who edits and somebody who reads. */
export async function openProjects(): Promise<Scene> {
  const house = await openTestHouse([{ name: 'memory-projects', routes: projectRoutes, texts: projectTexts }])
  await house.setClock('2018-06-04T09:00:00+02:00')
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
    fields: { source: 'fr', ...fields },
    writtenIn: 'fr',
    version: null,
    once: { key: null, location: () => '/' },
  })
  if (saved.result !== 'saved') throw new Error(JSON.stringify(saved))
  return saved.id
}

export const project = (scene: Scene, place: Place, title: string, more: Record<string, string> = {}) =>
  make(scene, place, 'project', { 'title-fr': title, status: '2', visibility: '2', ...more })

export const money = (scene: Scene, place: Place, parent: string, more: Record<string, string>) =>
  make(
    scene,
    place,
    'money',
    { kind: 'budget', value: '1000', currency: 'EUR', valueDate: '2017-01-01', atMost: '2', ...more },
    parent,
  )

export const decision = (scene: Scene, place: Place, number: string, more: Record<string, string> = {}) =>
  make(scene, place, 'decision', {
    number,
    decidedOn: '2017-03-02',
    'object-fr': `Objet de ${number}`,
    visibility: '2',
    ...more,
  })

/** A relationship with its name, by SQL: it is of another alcove. */
export const relationship = (scene: Scene, place: Place, name: string, visibility: 0 | 2 = 2) =>
  as(scene.house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('relationship')
      .values({ space_id: place.space, visibility, kind: 'cooperation', during: '2009/..' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeTexts(tx, [{ table: 'relationship', id, field: 'name', source: 'fr', bodies: { fr: name } }])
    return id
  })

/** An actor of a memory. */
export const organisation = (scene: Scene, place: Place, name: string, visibility: 0 | 2 = 2) =>
  as(scene.house.db, job('test'), async tx => {
    const values = {
      space_id: place.space,
      visibility,
      key: null,
      short_name: null,
      kind: 'local-government' as const,
      country: 'UY',
      territory_id: null,
      website: null,
      remembered: true,
    }
    const { id } = await tx.insertInto('organisation').values(values).returning('id').executeTakeFirstOrThrow()
    await writeTexts(tx, [{ table: 'organisation', id, field: 'name', source: 'es', bodies: { es: name } }])
    return id
  })

export const address = (path: string, { place = 'brecourt', locale = 'en' } = {}) =>
  `/${locale}/territories/${place}${path}`
