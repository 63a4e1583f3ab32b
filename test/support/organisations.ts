import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { as, job } from '../../source/ground/database/actor.ts'
import type { Role, Visibility } from '../../source/ground/database/tables.ts'
import type { House, Room } from '../../source/ground/house.ts'
import { isLocale, type Locale } from '../../source/ground/languages/locales.ts'
import { textsOf, writeTexts } from '../../source/ground/languages/texts.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import { indexRecords } from '../../source/ground/search/index.ts'

const installation = '00000000-0000-4000-8000-000000000001'

/** A network of its own. */
export async function makeNetwork(house: House, slug: string, visibility: Visibility = 2): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const row = await tx
      .insertInto('space')
      .values({ kind: 'network', parent_id: installation, slug, visibility })
      .returning('id')
      .executeTakeFirstOrThrow()
    return row.id
  })
}

/** Somebody signed in who holds a role in a space: the cookie to send, and who they are. */
export async function signIn(
  house: House,
  role: Role,
  spaceId: string,
  name = 'Ana',
): Promise<{ id: string; headers: { cookie: string } }> {
  const id = randomUUID()
  await as(house.db, job('test'), async tx => {
    await tx
      .insertInto('person')
      .values({
        id,
        given_name: name,
        family_name: 'Ruiz',
        email: `${id}@example.org`,
        language: 'es',
        has_account: true,
      })
      .execute()
    const { kind } = await tx.selectFrom('space').select('kind').where('id', '=', spaceId).executeTakeFirstOrThrow()
    await tx
      .insertInto('access_right')
      .values({
        person_id: id,
        role,
        space_id: spaceId,
        space_kind: kind,
        reason: 'test',
        starts_at: sql<string>`perenne.now() - interval '1 hour'`,
      })
      .execute()
  })
  const { token } = await openSession(house.db, id)
  return { id, headers: { cookie: `${sessionCookie}=${token}` } }
}

/** Organisations stand for any record with texts: `name` and `presentation`, searched in each language they exist in. */
export const organisations: Room = {
  name: 'test-organisations',
  routes: [],
  texts: [
    {
      table: 'organisation',
      fields: { name: () => 'Name of the organisation', presentation: () => 'Presentation' },
      long: ['presentation'],
    },
  ],
  search: [
    {
      table: 'organisation',
      async entries(tx, ids) {
        const texts = await textsOf(tx, ids)
        return [...texts].flatMap(([id, fields]) =>
          Object.entries(fields.name?.bodies ?? {}).flatMap(([language, text]) =>
            isLocale(language) && text
              ? [
                  {
                    id,
                    language,
                    title: text.body,
                    body: fields.presentation?.bodies[language]?.body ?? '',
                    path: `/organisations/${id}`,
                  },
                ]
              : [],
          ),
        )
      },
    },
  ],
}

export async function makeOrganisation(
  house: House,
  spaceId: string,
  visibility: Visibility,
  texts: { source: Locale } & Partial<Record<'name' | 'presentation', Partial<Record<Locale, string>>>>,
): Promise<string> {
  return as(house.db, job('test'), async tx => {
    const { id } = await tx
      .insertInto('organisation')
      .values({ space_id: spaceId, visibility, kind: 'network' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const field of ['name', 'presentation'] as const) {
      const bodies = texts[field]
      if (bodies) await writeTexts(tx, [{ table: 'organisation', id, field, source: texts.source, bodies }])
    }
    await indexRecords(tx, house.rooms, 'organisation', [id])
    return id
  })
}
