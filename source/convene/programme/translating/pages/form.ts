import { plainText } from '#convene/seminar/rules/file-values.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import type { TranslationToSave } from '../acts/save.ts'
import { longestOf } from '../rules/groups.ts'
import { digestOf, type TranslatedText } from './load.ts'

/** The fields of a text in the form. */
export const bodyField = (name: string) => `body.${name}`
export const seenField = (name: string) => `seen.${name}`
export const readField = (name: string) => `read.${name}[]`

/** Why a text that was typed is not saved as it is; `translation` and `source`: somebody changed it meanwhile. */
export type Trouble = 'text-not-empty' | 'text-too-long' | 'text-characters' | 'translation' | 'source'
export type Attempt = { body: string; isRead: boolean; trouble: Trouble }

export type ReadTranslations = {
  toSave: { name: string; text: TranslationToSave; isRead: boolean }[]
  /** By name, what is to be put right before it can be saved. */
  wrong: Map<string, Attempt>
  /** What was typed for texts that the draft does not have any more. */
  gone: string[]
}

/**
 * What was typed into the form: the texts that were touched alone. A text is touched when its words are not those that its
 * field began with, or when somebody ticked that they have read it. Names of texts that are not of this programme are of no
 * effect.
 *
 * @param as what new words are: a draft, or reviewed
 */
export function readTyped(
  typed: Typed,
  all: ReadonlyMap<string, TranslatedText>,
  as: 'draft' | 'reviewed',
): ReadTranslations {
  const read: ReadTranslations = { toSave: [], wrong: new Map(), gone: [] }
  for (const field of Object.keys(typed)) {
    if (!field.startsWith('body.')) continue
    const name = field.slice('body.'.length)
    const body = textOf(typed, field)
    const seen = textOf(typed, seenField(name))
    const isRead = textOf(typed, readField(name)) !== ''
    const isWritten = digestOf(body) !== (seen.split('.')[2] ?? digestOf(''))
    if (!isWritten && !(isRead && body.trim() !== '')) continue
    const row = all.get(name)
    if (!row) {
      if (body.trim() !== '') read.gone.push(body.trim())
      continue
    }
    const checked = plainText(longestOf[row.kind]).safeParse(inItsLines(body, row))
    if (!checked.success) {
      read.wrong.set(name, { body, isRead, trouble: checked.error.issues[0]?.message as Trouble })
      continue
    }
    const { table, record, field: of } = row.text
    const state = isRead ? 'reviewed' : as
    read.toSave.push({ name, isRead, text: { table, record, field: of, body: checked.data, state, version: seen } })
  }
  return read
}

/** What is one line in the original is one line in its translation, however wide the field was. */
const inItsLines = (body: string, { original }: TranslatedText) =>
  original.body.includes('\n') || original.body.length > 300 ? body : body.replace(/\s*\n\s*/g, ' ')
