import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import '#convene/store/tables.ts'
import type { Question } from '../rules/questions.ts'

/** A question with its words. */
export type WordedQuestion = Question & {
  label: MultilingualText | undefined
  hint: MultilingualText | undefined
  choices: { id: string; key: string; label: MultilingualText | undefined }[]
}

/** The organiser's own questions as they are asked today, in their order, with their words. Three reads at most. */
export async function currentQuestions(tx: Tx, seminarId: string): Promise<WordedQuestion[]> {
  const rows = await tx
    .selectFrom('question')
    .select(['id', 'key', 'kind', 'required', 'condition'])
    .where('seminar_id', '=', seminarId)
    .where('superseded_at', 'is', null)
    .orderBy('position')
    .execute()
  if (rows.length === 0) return []
  const options = await tx
    .selectFrom('question_option')
    .select(['id', 'key', 'question_id'])
    .where(
      'question_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const texts = await textsOf(
    tx,
    [...rows, ...options].map(({ id }) => id),
  )
  return rows.map(row => {
    const own = options.filter(option => option.question_id === row.id)
    return {
      ...row,
      options: own.map(({ key }) => key),
      label: texts.get(row.id)?.label,
      hint: texts.get(row.id)?.hint,
      choices: own.map(({ id, key }) => ({ id, key, label: texts.get(id)?.label })),
    }
  })
}
