import type { Tx } from '../../database/actor.ts'
import type { SpaceKind } from '../../database/tables.ts'
import type { Locale } from '../../languages/locales.ts'
import { accessWords } from '../../languages/messages/people-access.ts'
import { wordsOf } from '../../languages/text.ts'
import { textsOf } from '../../languages/texts.ts'

/** The space above all others: made by the first migration, so that its id is known. */
export const installationSpace = '00000000-0000-4000-8000-000000000001'

export type NamedSpace = { id: string; kind: SpaceKind; slug: string; name: string }

/**
 * Names of spaces as people know them: a network and a territory by their name, a seminar by its title, and by
 * their address when a name is not to be seen. Spaces the actor may not see are not in the answer.
 */
export async function namedSpaces(tx: Tx, locale: Locale, ids?: readonly string[]): Promise<NamedSpace[]> {
  if (ids?.length === 0) return []
  let query = tx.selectFrom('space').select(['id', 'kind', 'slug'])
  if (ids) query = query.where('id', 'in', [...new Set(ids)])
  const rows = await query.execute()
  const texts = await textsOf(
    tx,
    rows.map(row => row.id),
  )
  return rows
    .map(row => {
      const own = texts.get(row.id)
      const name =
        row.kind === 'installation'
          ? accessWords[locale].wholeInstallation
          : wordsOf(own?.name, locale) || wordsOf(own?.title, locale) || row.slug
      return { ...row, name }
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name, locale))
}

const order: readonly SpaceKind[] = ['installation', 'network', 'seminar', 'territory']

/** The name of one space, or its id's absence: empty when it may not be seen. */
export async function spaceName(tx: Tx, locale: Locale, id: string): Promise<string> {
  return (await namedSpaces(tx, locale, [id]))[0]?.name ?? ''
}
