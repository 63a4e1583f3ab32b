import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { type TextsOfRecord, textsOf } from '#ground/languages/texts.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { cannotKnow } from './cannot-know.ts'
import { mustChange, mustRemove } from './not-written.ts'
import { type Change, differing, reconcile } from './reconcile.ts'
import { bodiesOf, type FileText, reconcileTexts, reworded, type Saying } from './reconcile-texts.ts'

/**
 * The organiser's own questions as the file has them. What someone answered never changes (law 3): another kind, other
 * options or other words become a new version beside it, and the old one is no longer asked. Order, condition, hint and
 * whether an answer is required say nothing about the answers that are there, and change in place.
 */
export async function saveQuestions(
  tx: Tx,
  seminarId: string,
  file: SeminarFile,
  changes: Change[],
  saying: Saying,
): Promise<void> {
  // Whoever answers now holds these rows (foreign key): we wait for them, and then see what was answered.
  await sql`select from perenne.question where seminar_id = ${seminarId} for update`.execute(tx)
  const rows = await questionsOf(tx, seminarId)
  const current = new Map(rows.filter(row => row.superseded_at === null).map(row => [row.key, row]))
  const wanted = file.registration.questions
  for (const [key, row] of current) {
    if (wanted.some(question => question.key === key)) continue
    if (row.answered) await supersede(tx, row.id)
    else await mustRemove(tx.deleteFrom('question').where('id', '=', row.id))
    changes.push({ path: pathOf(key), kind: 'removed', before: key, after: null })
  }
  const options = await optionsOf(tx, [...current.values()])
  const texts = await textsOf(tx, [
    ...[...current.values()].map(row => row.id),
    ...[...options.values()].flat().map(option => option.id),
  ])
  for (const [position, question] of wanted.entries()) {
    const row = current.get(question.key)
    const there = row && { row, options: options.get(row.id) ?? [], texts }
    const versions = rows.filter(({ key }) => key === question.key).map(({ version }) => version)
    await saveQuestion(tx, { seminarId, file, question, position, there, versions, saying }, changes)
  }
}

type Wanted = SeminarFile['registration']['questions'][number]
type Row = Awaited<ReturnType<typeof questionsOf>>[number]
type Option = { id: string; key: string; position: number; question_id: string }
type There = { row: Row; options: Option[]; texts: ReadonlyMap<string, TextsOfRecord> }
type Saving = {
  seminarId: string
  file: SeminarFile
  question: Wanted
  position: number
  there: There | undefined
  /** Versions that were given to this key so far. */
  versions: readonly number[]
  saying: Saying
}

const pathOf = (key: string) => `registration.questions.${key}`

async function saveQuestion(tx: Tx, saving: Saving, changes: Change[]): Promise<void> {
  const { seminarId, file, question, position, there, versions, saying } = saving
  const { key } = question
  const values = { ...columnsOf(question), position }
  const kept = there && !(there.row.answered && meansAnother(there, question, saying.languages)) ? there : undefined
  let id = kept?.row.id
  if (kept) {
    const differences = differing(pathOf(key), asWritten(kept.row), asWritten(values))
    if (differences.length > 0) {
      await mustChange(tx.updateTable('question').set(values).where('id', '=', kept.row.id))
      changes.push(...differences)
    }
  } else {
    if (there) await supersede(tx, there.row.id)
    id = randomUUID()
    const version = Math.max(0, ...versions) + 1
    await tx
      .insertInto('question')
      .values({ id, seminar_id: seminarId, key, version, ...values })
      .execute()
    changes.push({ path: pathOf(key), kind: there ? 'changed' : 'added', before: null, after: String(version) })
  }
  await saveWords(tx, { id: id as string, file, question, kept, replaced: kept ? undefined : there, saying }, changes)
}

/** The options of a question, and every text of it and of them. */
async function saveWords(
  tx: Tx,
  saving: {
    id: string
    file: SeminarFile
    question: Wanted
    kept: There | undefined
    /** The version that this one takes the place of. */
    replaced: There | undefined
    saying: Saying
  },
  changes: Change[],
): Promise<void> {
  const { id, file, question, kept, replaced, saying } = saving
  const options = question.options ?? []
  const path = pathOf(question.key)
  const ids = await reconcile({
    changes,
    path: `${path}.options`,
    there: kept?.options ?? [],
    keyOf: row => String(row.key),
    wanted: new Map(options.map(({ key }, position) => [key, { position }])),
    newId: randomUUID,
    insert: (option, values, key) =>
      tx
        .insertInto('question_option')
        .values({ id: option, question_id: id, key, ...values })
        .execute(),
    update: (option, values) =>
      tx.updateTable('question_option').set(values).where('id', '=', option).executeTakeFirst(),
    remove: option => tx.deleteFrom('question_option').where('id', '=', option).executeTakeFirst(),
  })
  const source = file.source
  const own = { table: 'question', id, source, predecessor: replaced?.row.id }
  const texts: FileText[] = [
    { ...own, field: 'label', bodies: bodiesOf(question.label), path: `${path}.label` },
    { ...own, field: 'hint', bodies: bodiesOf(question.hint), path: `${path}.hint` },
    ...options.map(({ key, label }) => ({
      table: 'question_option',
      id: ids.get(key) ?? '',
      field: 'label',
      source,
      bodies: bodiesOf(label),
      path: `${path}.options.${key}.label`,
      predecessor: replaced?.options.find(option => option.key === key)?.id,
    })),
  ]
  await reconcileTexts(tx, changes, texts, saying)
}

/** Whether the answers that are there would answer another question. */
function meansAnother({ row, options, texts }: There, question: Wanted, languages: Saying['languages']): boolean {
  const wanted = question.options ?? []
  const keys = (list: readonly { key: string }[]) =>
    list
      .map(({ key }) => key)
      .sort()
      .join(' ')
  return (
    row.kind !== question.kind ||
    keys(options) !== keys(wanted) ||
    reworded(texts.get(row.id)?.label, question.label, languages) ||
    options.some(({ id, key }) =>
      reworded(texts.get(id)?.label, wanted.find(option => option.key === key)?.label, languages),
    )
  )
}

function columnsOf({ kind, required, when }: Wanted) {
  // The checks of the file leave these two forms only.
  const condition = when && (when.category ? { category: when.category } : { question: when.question, is: when.is })
  return { kind, required, condition: condition ? JSON.stringify(condition) : null }
}

// PostgreSQL keeps jsonb with its keys in an order of its own.
const asWritten = ({
  kind,
  required,
  condition,
  position,
}: Omit<ReturnType<typeof columnsOf>, 'condition'> & { position: number; condition: unknown }) => {
  const given = typeof condition === 'string' ? JSON.parse(condition) : condition
  const when =
    given === null ? null : 'category' in given ? `category: ${given.category}` : `${given.question}: ${given.is}`
  return { kind, required, when, position }
}

function questionsOf(tx: Tx, seminarId: string) {
  return tx
    .selectFrom('question as q')
    .select(['q.id', 'q.key', 'q.version', 'q.kind', 'q.required', 'q.position', 'q.condition', 'q.superseded_at'])
    .select(
      sql<boolean>`exists (select from perenne.registration_answer a where a.question_id = q.id)
          or ${cannotKnow('q.seminar_id')}`.as('answered'),
    )
    .where('q.seminar_id', '=', seminarId)
    .execute()
}

async function optionsOf(tx: Tx, questions: readonly { id: string }[]): Promise<Map<string, Option[]>> {
  const found = new Map<string, Option[]>()
  if (questions.length === 0) return found
  const rows = await tx
    .selectFrom('question_option')
    .select(['id', 'key', 'position', 'question_id'])
    .where(
      'question_id',
      'in',
      questions.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  for (const row of rows) found.set(row.question_id, [...(found.get(row.question_id) ?? []), row])
  return found
}

const supersede = (tx: Tx, id: string) =>
  mustChange(
    tx.updateTable('question').set({ superseded_at: sql<Temporal.Instant>`perenne.now()` }).where('id', '=', id),
  )
