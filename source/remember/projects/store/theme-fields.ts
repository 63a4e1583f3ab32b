import type { Tx } from '#ground/database/actor.ts'
import type { Fields, Place } from '../../rules/typed.ts'
import { formRow } from '../../store/form-row.ts'
import { usualSectors, type Vocabulary } from '../rules/codes.ts'
import { themesOf, themesTyped } from '../rules/themes.ts'
import { shortened } from './part-fields.ts'

/** The themes of a project as their form shows them: `sectors` as `14030 60; 43030 40`, the others joined. */
export async function readThemeFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const project = await formRow(tx, 'activity', at, { lock })
  if (!project) return null
  const rows = await themesKept(tx, project.id)
  const codes = (vocabulary: Vocabulary) => rows.filter(row => row.vocabulary === vocabulary).map(row => row.code)
  return themesTyped(
    {
      sectors: rows
        .filter(row => row.vocabulary === 'sector')
        .map(row => [row.code, shortened(row.percentage ?? '')].filter(Boolean).join(' '))
        .join('; '),
      goals: codes('goal').join(' '),
      targets: codes('target').join(' '),
      markers: rows
        .filter(row => row.vocabulary === 'marker')
        .map(row => (row.significance === null ? row.code : `${row.code}:${row.significance}`))
        .join(' '),
      own: codes('own').join('\n'),
    },
    usualSectors,
  )
}

const themesKept = (tx: Tx, activity: string) =>
  tx
    .selectFrom('activity_class')
    .select(['id', 'vocabulary', 'code', 'percentage', 'significance'])
    .where('activity_id', '=', activity)
    .orderBy('vocabulary')
    .orderBy('code')
    .execute()

/** Writes what differs: a theme that stays keeps its line and its history. @returns the id of the project */
export async function writeThemeFields(tx: Tx, { id }: Place, fields: Fields): Promise<string> {
  const activity = id ?? ''
  const kept = await themesKept(tx, activity)
  const wanted = themesOf(fields)
  const key = (theme: { vocabulary: string; code: string }) => `${theme.vocabulary} ${theme.code}`
  const wantedKeys = new Set(wanted.map(key))
  const gone = kept.filter(row => !wantedKeys.has(key(row)))
  if (gone.length > 0) {
    await tx
      .deleteFrom('activity_class')
      .where(
        'id',
        'in',
        gone.map(row => row.id),
      )
      .execute()
  }
  const known = new Map(kept.map(row => [key(row), row]))
  const added = wanted.filter(theme => !known.has(key(theme)))
  if (added.length > 0) {
    await tx
      .insertInto('activity_class')
      .values(added.map(theme => ({ ...theme, activity_id: activity })))
      .execute()
  }
  for (const theme of wanted.filter(one => one.vocabulary === 'marker')) {
    const row = known.get(key(theme))
    if (!row || row.significance === theme.significance) continue
    await tx.updateTable('activity_class').set({ significance: theme.significance }).where('id', '=', row.id).execute()
  }
  for (const theme of wanted.filter(one => one.vocabulary === 'sector')) {
    const row = known.get(key(theme))
    if (!row || shortened(row.percentage ?? '') === shortened(theme.percentage ?? '')) continue
    await tx.updateTable('activity_class').set({ percentage: theme.percentage }).where('id', '=', row.id).execute()
  }
  return activity
}
