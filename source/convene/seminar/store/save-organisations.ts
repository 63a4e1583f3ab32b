import { randomUUID } from 'node:crypto'
import type { Tx } from '#ground/database/actor.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { type Change, reconcile } from './reconcile.ts'
import { bodiesOf, reconcileTexts, type Saying } from './reconcile-texts.ts'

/**
 * Organisations belong to the network, whose seminars share them: one that another seminar named already is brought
 * up to date, and none is removed.
 */
export async function saveOrganisations(
  tx: Tx,
  id: string,
  networkId: string,
  file: SeminarFile,
  announced: boolean,
  changes: Change[],
  saying: Saying,
): Promise<Map<string, string>> {
  const keys = file.organisations.map(organisation => organisation.key)
  const there =
    keys.length === 0
      ? []
      : await tx
          .selectFrom('organisation')
          .selectAll()
          .where('space_id', '=', networkId)
          .where('key', 'in', keys)
          .execute()
  const byKey = new Map(there.map(row => [row.key, row]))
  const ids = await reconcile({
    changes,
    path: 'organisations',
    there,
    keyOf: row => String(row.key),
    wanted: new Map(
      file.organisations.map(({ key, kind, short, country, website }) => {
        const now = byKey.get(key)
        // A file may leave out what the network knows; an edit was made from all of it.
        const known = saying.mode === 'statement' ? now : undefined
        return [
          key,
          {
            kind,
            short_name: short ?? known?.short_name ?? null,
            country: country ?? known?.country ?? null,
            website: website ?? known?.website ?? null,
            visibility: announced ? (2 as const) : (now?.visibility ?? (1 as const)),
          },
        ]
      }),
    ),
    newId: randomUUID,
    insert: (organisation, values, key) =>
      tx
        .insertInto('organisation')
        .values({ id: organisation, space_id: networkId, key, ...values })
        .execute(),
    update: (organisation, values) =>
      tx.updateTable('organisation').set(values).where('id', '=', organisation).executeTakeFirst(),
  })
  const names = file.organisations.map(({ key, name }) => ({
    table: 'organisation',
    id: ids.get(key) ?? '',
    field: 'name',
    source: file.source,
    bodies: bodiesOf(name),
    path: `organisations.${key}.name`,
    shared: true as const,
  }))
  // Other seminars name them in languages that this one need not know of.
  const languages = saying.languages.filter(language => file.languages.includes(language))
  await reconcileTexts(tx, changes, names, { ...saying, languages })
  await saveOrganisationRoles(tx, id, file, ids, changes)
  return ids
}

async function saveOrganisationRoles(
  tx: Tx,
  id: string,
  file: SeminarFile,
  organisations: ReadonlyMap<string, string>,
  changes: Change[],
) {
  const there = await tx
    .selectFrom('seminar_organisation as so')
    .innerJoin('organisation as o', 'o.id', 'so.organisation_id')
    .select(['so.id', 'so.organisation_id', 'so.role', 'so.position', 'o.key'])
    .where('so.seminar_id', '=', id)
    .execute()
  const inOrder = file.organisations.filter(({ roles }) => roles.length > 0)
  const wanted = inOrder.flatMap(({ key, roles }, position) =>
    roles.map(role => ({ key: `${key}.${role}`, organisation_id: organisations.get(key) ?? '', role, position })),
  )
  await reconcile({
    changes,
    path: 'organisations',
    there,
    keyOf: row => `${row.key}.${row.role}`,
    wanted: new Map(wanted.map(({ key, ...values }) => [key, values])),
    newId: randomUUID,
    insert: (row, values) =>
      tx
        .insertInto('seminar_organisation')
        .values({ id: row, seminar_id: id, ...values })
        .execute(),
    update: (row, values) =>
      tx.updateTable('seminar_organisation').set(values).where('id', '=', row).executeTakeFirst(),
    remove: row => tx.deleteFrom('seminar_organisation').where('id', '=', row).executeTakeFirst(),
  })
}
