import { as, job } from '../../../source/ground/database/actor.ts'
import type { Visibility } from '../../../source/ground/database/tables.ts'
import { rooms } from '../../../source/rooms.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { somebody } from '../actors/support.ts'
import { type Memory, makeMemory } from '../support/memory.ts'

type Somebody = { id: string; cookie: string }
export type Place = { space: string; slug: string; editor: Somebody; colleague: Somebody; memory: Memory }
export type Scene = {
  house: TestHouse
  here: Place
  there: Place
  // biome-ignore lint/suspicious/noExplicitAny: rows of any question of a test.
  sql: (text: string, values?: unknown[]) => Promise<any[]>
}

/** Two public territories in June 2018, each with one internal record of each kind and two people who edit. */
export async function openScene(): Promise<Scene> {
  const house = await openTestHouse(rooms)
  await house.setClock('2018-06-04T09:00:00Z')
  return {
    house,
    here: await place(house, 'brecourt'),
    there: await place(house, 'ailleurs'),
    // biome-ignore lint/suspicious/noExplicitAny: rows of any question of a test.
    sql: async (text: string, values: unknown[] = []): Promise<any[]> =>
      (await house.database.owner.query(text, values)).rows,
  }
}

async function place(house: TestHouse, slug: string): Promise<Place> {
  const { space, memory } = await as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('space')
      .values({ kind: 'territory', slug, parent_id: '00000000-0000-4000-8000-000000000001', visibility: 2 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('territory')
      .values({ id, country: 'FR', region: 'europe', government: 'municipality', successor_id: null, visibility: 2 })
      .execute()
    return { space: id, memory: await makeMemory(tx, id, 0 as Visibility) }
  })
  const editor = await somebody(house, 'territory_editor', space)
  return { space, slug, memory, editor, colleague: await somebody(house, 'territory_editor', space) }
}

/** A file sent with a form by a signed-in person. */
export async function sendFile(
  house: TestHouse,
  path: string,
  cookie: string,
  fields: Record<string, string | readonly string[]>,
  file: { field: string; name: string; content: Uint8Array | string },
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields).filter(([name]) => name !== file.field))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  body.append(file.field, new Blob([file.content as Uint8Array<ArrayBuffer> | string]), file.name)
  const response = await house.ask(path, {
    method: 'POST',
    body,
    headers: { cookie, origin: house.settings.publicUrl.origin },
  })
  const cookies = response.headers.getSetCookie().map(one => one.split(';')[0])
  return {
    status: response.status,
    html: await response.text(),
    location: response.headers.get('location'),
    cookie: [cookie, ...cookies].join('; '),
  }
}
