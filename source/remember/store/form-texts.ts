import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import { wordsTyped } from '../rules/forms.ts'
import type { Fields } from '../rules/typed.ts'

/** Texts of a record as WordsFields shows them, with the source language: that of the first one. */
export async function textFields(tx: Tx, id: string, names: readonly string[]): Promise<Fields> {
  const texts = (await textsOf(tx, [id])).get(id) ?? {}
  return {
    source: texts[names[0] ?? '']?.source ?? '',
    ...Object.fromEntries(
      names.flatMap(name => locales.map(locale => [`${name}-${locale}`, texts[name]?.bodies[locale]?.body ?? ''])),
    ),
  }
}

/** Writes them back as they were typed: a language left empty goes. */
export async function writeTextFields(
  tx: Tx,
  table: string,
  id: string,
  names: readonly string[],
  fields: Fields,
): Promise<void> {
  await writeTexts(
    tx,
    names.map(field => ({ table, id, field, ...wordsTyped(fields, field), only: true })),
  )
}

// How columns stand in a form, and come back from it.

/** Whatever it is, as text; '' for null. */
export const text = (value: number | string | null) => (value === null ? '' : String(value))
export const yes = (value: boolean) => (value ? 'yes' : '')
export const orNull = (value: string | undefined): string | null => value?.trim() || null
export const numberIn = (value: string | undefined): number | null => (value ? Number(value) : null)
export const circleOf = (fields: Fields) => Number(fields.visibility ?? '0') as 0 | 1 | 2
export const atMostOf = (fields: Fields) => Number(fields.atMost ?? '2') as 0 | 1 | 2
