import type { Tx } from '#ground/database/actor.ts'
import { choicesIn, type Fields, type Place } from '../../rules/typed.ts'
import { aboutOf, aboutValue, readAboutValue, writeAbout } from '../../store/about.ts'
import { formRow, writeFormRow } from '../../store/form-row.ts'
import { circleOf, numberIn, orNull, text, textFields, writeTextFields } from '../../store/form-texts.ts'
import { budgetYearsText, readBudgetYears } from '../rules/budget-years.ts'

/** A decision as its form shows it; `about` is what it is about, as `table:id` joined by spaces. */
export async function readDecisionFields(tx: Tx, at: Place, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'decision', at, { lock })
  if (!row) return null
  const about = (await aboutOf(tx, 'decision', [row.id])).get(row.id) ?? []
  return {
    number: row.number,
    decidedOn: row.decided_on,
    ...(await textFields(tx, row.id, ['object'])),
    bodyName: text(row.body_name),
    bodySiret: text(row.body_siret),
    subjectCode: text(row.subject_code),
    subjectName: text(row.subject_name),
    budgetYear: text(budgetYearsText(row.budget_year, row.budget_year_last)),
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
  const years = readBudgetYears(fields.budgetYear ?? '')
  const values = {
    number: fields.number ?? '',
    decided_on: fields.decidedOn ?? '',
    body_name: orNull(fields.bodyName),
    body_siret: orNull(fields.bodySiret),
    subject_code: orNull(fields.subjectCode),
    subject_name: orNull(fields.subjectName),
    budget_year: years?.first ?? null,
    budget_year_last: years?.last ?? null,
    budget_name: orNull(fields.budgetName),
    prefecture_id: orNull(fields.prefectureId),
    prefecture_on: orNull(fields.prefectureOn),
    voters: numberIn(fields.voters),
    voted: numberIn(fields.voted),
    votes_for: numberIn(fields.votesFor),
    votes_against: numberIn(fields.votesAgainst),
    abstentions: numberIn(fields.abstentions),
    url: orNull(fields.url),
    visibility: circleOf(fields),
  }
  const written = await writeFormRow(tx, 'decision', id, values, { space_id: space })
  await writeTextFields(tx, 'decision', written, ['object'], fields)
  const refs = choicesIn(fields.about)
    .map(readAboutValue)
    .filter(ref => ref !== null)
  const strange = await writeAbout(tx, { table: 'decision', id: written, space }, refs)
  if (strange.length > 0) throw new NotOfMemory()
  return written
}

/** A form names what is not of this memory, or not to be seen by whoever sent it. */
export class NotOfMemory extends Error {}
