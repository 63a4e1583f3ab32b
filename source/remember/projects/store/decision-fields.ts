import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import { textsOf, writeTexts } from '#ground/languages/texts.ts'
import { wordsTyped } from '../../rules/forms.ts'
import { choicesIn, type Fields } from '../../rules/typed.ts'
import { aboutOf, aboutValue, readAboutValue, writeAbout } from '../../store/about.ts'
import '../../store/tables.ts'
import { circleIn, orNull, type Place } from './place.ts'

const text = (value: number | string | null) => (value === null ? '' : String(value))
const count = (value: string | undefined) => (value ? Number(value) : null)

/** A decision as its form shows it; `about` is what it is about, as `table:id` joined by spaces. */
export async function readDecisionFields(tx: Tx, { space, id }: Place, lock = false): Promise<Fields | null> {
  if (id === null) return null
  let query = tx.selectFrom('decision').selectAll().where('id', '=', id).where('space_id', '=', space)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const object = (await textsOf(tx, [id])).get(id)?.object
  const about = (await aboutOf(tx, 'decision', [id])).get(id) ?? []
  return {
    number: row.number,
    decidedOn: row.decided_on,
    source: object?.source ?? '',
    ...Object.fromEntries(locales.map(locale => [`object-${locale}`, object?.bodies[locale]?.body ?? ''])),
    bodyName: text(row.body_name),
    bodySiret: text(row.body_siret),
    subjectCode: text(row.subject_code),
    subjectName: text(row.subject_name),
    budgetYear: text(row.budget_year),
    budgetName: text(row.budget_name),
    prefectureId: text(row.prefecture_id),
    prefectureOn: text(row.prefecture_on),
    voters: text(row.voters),
    voted: text(row.voted),
    votesFor: text(row.votes_for),
    votesAgainst: text(row.votes_against),
    abstentions: text(row.abstentions),
    url: text(row.url),
    about: about.map(aboutValue).sort().join(' '),
    visibility: String(row.visibility),
  }
}

/**
 * @returns its id
 * @throws NotOfMemory when it would be about what is not of this memory
 */
export async function writeDecisionFields(tx: Tx, { space, id }: Place, fields: Fields): Promise<string> {
  const values = {
    number: fields.number ?? '',
    decided_on: fields.decidedOn ?? '',
    body_name: orNull(fields.bodyName),
    body_siret: orNull(fields.bodySiret),
    subject_code: orNull(fields.subjectCode),
    subject_name: orNull(fields.subjectName),
    budget_year: count(fields.budgetYear),
    budget_name: orNull(fields.budgetName),
    prefecture_id: orNull(fields.prefectureId),
    prefecture_on: orNull(fields.prefectureOn),
    voters: count(fields.voters),
    voted: count(fields.voted),
    votes_for: count(fields.votesFor),
    votes_against: count(fields.votesAgainst),
    abstentions: count(fields.abstentions),
    url: orNull(fields.url),
    visibility: circleIn(fields, 'visibility'),
  }
  const written =
    id === null
      ? await tx
          .insertInto('decision')
          .values({ ...values, space_id: space })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await tx.updateTable('decision').set(values).where('id', '=', id).returning('id').executeTakeFirstOrThrow()
  const { source, bodies } = wordsTyped(fields, 'object')
  await writeTexts(tx, [{ table: 'decision', id: written.id, field: 'object', source, bodies, only: true }])
  const refs = choicesIn(fields.about)
    .map(readAboutValue)
    .filter(ref => ref !== null)
  const strange = await writeAbout(tx, { table: 'decision', id: written.id, space }, refs)
  if (strange.length > 0) throw new NotOfMemory()
  return written.id
}

/** A form names what is not of this memory, or not to be seen by whoever sent it. */
export class NotOfMemory extends Error {}

/** @returns whether it was there */
export async function removeDecision(tx: Tx, { space, id }: Place): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('decision')
    .where('id', '=', id ?? '')
    .where('space_id', '=', space)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
