import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Tx } from '#ground/database/actor.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '#convene/store/tables.ts'

export type KnownOrganisation = SeminarFile['organisations'][number]

/**
 * The organisations that the network of a seminar knows, as its file would name them: in the languages of the seminar, and
 * in its source language whatever they have. Only as far as the actor sees them.
 */
export async function knownOrganisations(
  tx: Tx,
  seminarId: string,
  { source, languages }: Pick<SeminarFile, 'source' | 'languages'>,
): Promise<KnownOrganisation[]> {
  const rows = await tx
    .selectFrom('organisation as o')
    .innerJoin('seminar as s', 's.network_id', 'o.space_id')
    .select(['o.id', 'o.key', 'o.kind', 'o.short_name', 'o.country', 'o.website'])
    .where('s.id', '=', seminarId)
    .where('o.key', 'is not', null)
    .orderBy('o.key')
    .limit(1000)
    .execute()
  const texts = await textsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, key, kind, short_name, country, website }): KnownOrganisation[] => {
    const words = texts.get(id)?.name
    if (key === null || !words) return []
    const own = words.bodies[words.source]?.body
    const name = Object.fromEntries(
      Object.entries(words.bodies).flatMap(([language, { body }]) =>
        isLocale(language) && languages.includes(language) ? [[language, body]] : [],
      ),
    )
    return [
      {
        key,
        name: { ...(own === undefined ? {} : { [source]: own }), ...name },
        kind,
        ...(short_name === null ? {} : { short: short_name }),
        ...(country === null ? {} : { country }),
        ...(website === null ? {} : { website }),
        roles: [],
      },
    ]
  })
}
