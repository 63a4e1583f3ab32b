import { cellAddress } from '#convene/guests/rules/sheet.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, Form } from '#ground/web/parts/form.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsLook } from '../../messages/sheets-look.ts'
import type { DryRun } from '../acts/dry-run.ts'
import type { WaitingBatch } from '../acts/open-sheet.ts'

export type Again = { typed: Typed; once: string | null; errors: FieldErrors }

type Props = { visit: Visit; opened: WaitingBatch; here: string; run: DryRun }

/** Where the button that imports stands on its page. */
export const anchorOfImport = 'import'
const commentsShown = 50

/** Why an import would write nothing; null when it would. */
export function whyNothing({ locale }: Pick<Visit, 'locale'>, { counts, fates }: DryRun): string | null {
  const m = sheetsWords[locale].import
  if (fates.length === 0) return m.nothing
  if (counts.create + counts.update > 0) return null
  if (counts.comments > 0 && counts.wrong === 0) return m.nothingNewButNotes
  if (counts.wrong > 0) return m.onlyWrong
  return counts.left > 0 ? m.nothingByWay : m.nothingNew
}

/** The button that imports, with what there is to decide first: none where it would write nothing. */
export function ImportForm({ visit, opened, here, run, again }: Props & { again: Again }) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = sheetsWords[locale].import
  const { create, update, wrong, comments } = run.counts
  const records = create + update
  const why = whyNothing(visit, run)
  if (records + comments === 0)
    return (
      <section class="stack measure" id={anchorOfImport}>
        <h2>{m.title}</h2>
        <p>{why}</p>
      </section>
    )
  const { choices } = opened
  const typed = {
    'skip[]': choices.skip ? ['yes'] : [],
    'comments[]': choices.comments ? ['yes'] : [],
    ...again.typed,
  }
  const field = bindFields(t, typed, again.errors)
  return (
    <section class="stack measure" id={anchorOfImport}>
      <h2>{m.title}</h2>
      {why === null ? null : <p>{why}</p>}
      <Form
        t={t}
        action={here}
        once={again.once ?? newOnceKey(house.keys)}
        hidden={{ do: 'import' }}
        errors={again.errors}
        short
      >
        {wrong > 0 ? (
          <CheckboxesField
            {...field('skip[]')}
            label={m.skip}
            choices={[{ value: 'yes', label: m.skipChoice(wrong), hint: m.skipHint }]}
            optional
          />
        ) : null}
        {comments > 0 ? <Comments {...{ visit, opened, here, run }} /> : null}
        {comments > 0 ? (
          <CheckboxesField
            {...field('comments[]')}
            label={m.comments}
            choices={[{ value: 'yes', label: m.commentsChoice(comments), hint: m.commentsHint }]}
            optional
          />
        ) : null}
        <Buttons>
          <Button>{records > 0 ? m.button(records) : m.notesButton}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

/** What they say, before one decides whether they are kept: some are about people. */
function Comments({ visit: { locale }, run: { comments, fates } }: Props) {
  const m = sheetsLook[locale]
  const nameInRow = new Map(fates.map(({ row, name }) => [row, name]))
  return (
    <div class="stack">
      <h3>{m.comments.title}</h3>
      <ul>
        {comments.slice(0, commentsShown).map(({ row, column, body }) => (
          <li>
            {cellAddress(row, column)} · <bdi>{nameInRow.get(row) ?? number(locale, row)}</bdi>
            <br />
            <q dir="auto">{body}</q>
          </li>
        ))}
      </ul>
      {comments.length > commentsShown ? <p>{m.correct.more(comments.length - commentsShown)}</p> : null}
    </div>
  )
}
