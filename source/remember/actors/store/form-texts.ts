import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import { wordsTyped } from '../../rules/forms.ts'

/** A record as its form shows it: field → what stands in it. Ticks are `yes`, several choices are joined by spaces. */
export type Fields = Readonly<Record<string, string>>

/** One text of a record as WordsFields shows it, with its source language. */
export async function textFields(tx: Tx, id: string, field: string): Promise<Fields> {
  const text = (await textsOf(tx, [id])).get(id)?.[field]
  return {
    source: text?.source ?? '',
    ...Object.fromEntries(locales.map(locale => [`${field}-${locale}`, text?.bodies[locale]?.body ?? ''])),
  }
}

/** Writes it back as it was typed: a language left empty goes. The original stays the original: only its words change. */
export async function writeTextFields(tx: Tx, table: string, id: string, field: string, fields: Fields): Promise<void> {
  const { source, bodies } = wordsTyped(fields, field)
  await writeTexts(tx, [{ table, id, field, source, bodies, only: true }])
}

export const yes = (value: boolean) => (value ? 'yes' : '')
export const orNull = (value: string | undefined): string | null => {
  const text = (value ?? '').trim()
  return text === '' ? null : text
}
export const circleOf = (fields: Fields, field = 'visibility') => Number(fields[field] ?? '0') as 0 | 1 | 2
