import { columnLetters } from '#convene/guests/rules/guest-table.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, Form, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { sheetsWords } from '../../messages/sheets.ts'
import { sheetsFields } from '../../messages/sheets-fields.ts'
import type { Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { choose } from '../acts/choose.ts'
import { openSheet, type WaitingBatch } from '../acts/open-sheet.ts'
import type { Choices } from '../acts/waiting.ts'
import { fieldLabel } from '../acts/words.ts'
import { fieldNames, fieldOf, isSheetKind, type SheetKind, sheetKinds, textKey } from '../rules/kinds.ts'
import { isWay, ways } from '../rules/merge.ts'
import { isNoRecord } from '../rules/read-rows.ts'
import { headingText, type SheetColumn } from '../rules/table.ts'
import type { Batch } from '../store/batches.ts'
import { editedMemory, goneInWords, importAddress } from './frame.ts'

/** GET …/import/:batch/columns: what is read from where, to be put right by hand. */
export async function showColumns(visit: Visit): Promise<Response> {
  const { memory, batch, opened } = await open(visit)
  return opened === null ? gone(visit, memory, batch) : columnsPage(visit, memory, opened, typedOf(opened))
}

/** POST: another sheet, kind or row of headings, or what the columns hold. */
export async function sendColumns(visit: Visit): Promise<Response> {
  const { memory, batch, opened } = await open(visit)
  if (opened === null) return gone(visit, memory, batch)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  switch (textOf(sent.typed, 'do')) {
    case 'sheet':
      return chooseSheet(visit, memory, opened, sent)
    case 'columns':
      return chooseColumns(visit, memory, opened, sent)
    default:
      throw new Refusal('unprocessable')
  }
}

async function open(visit: Visit) {
  const memory = await editedMemory(visit)
  const { batch, waiting } = await openSheet(visit.house, visit.actor, memory.id, visit.param('batch'))
  return { memory, batch, opened: waiting }
}

const gone = (visit: Visit, memory: Memory, batch: Batch) =>
  redirect(visit, importAddress(visit, memory), { tone: 'note', text: goneInWords(visit, batch) })

async function chooseSheet(visit: Visit, memory: Memory, opened: WaitingBatch, sent: SentForm) {
  const m = sheetsWords[visit.locale].columns
  const { sheets, choices } = opened.waiting
  const asked = Number(textOf(sent.typed, 'sheet') || choices.sheet)
  const sheet = sheets[asked] ? asked : 0
  const kind = textOf(sent.typed, 'kind')
  const written = textOf(sent.typed, 'headingRow').trim()
  if (!/^\d{0,7}$/.test(written))
    return columnsPage(visit, memory, opened, { ...typedOf(opened), ...sent.typed }, { headingRow: m.headingRowWrong })
  // On another sheet a row that was found there says nothing of this one.
  const headingRow = written === '' || (sheet !== choices.sheet && written === rowOf(opened)) ? null : Number(written)
  const chosen = { sheet, kind: isSheetKind(kind) ? kind : null, headingRow, fields: null, corrections: {} }
  return keep(visit, memory, opened, chosen, sent, '/columns')
}

async function chooseColumns(visit: Visit, memory: Memory, opened: WaitingBatch, sent: SentForm) {
  const m = sheetsWords[visit.locale].columns
  const { typed } = sent
  const errors: Record<string, string> = {}
  const fields: Record<string, string> = {}
  const allowed = new Set(fieldsFor(opened.table.kind))
  const taken = new Map<string, number>()
  for (const { column } of opened.table.columns) {
    const said = textOf(typed, nameOf(column))
    const field = allowed.has(said) ? said : ''
    fields[String(column)] = field
    if (field === '') continue
    const before = taken.get(field)
    if (before === undefined) taken.set(field, column)
    else errors[nameOf(column)] = m.twice(columnLetters(before))
  }
  const currency = textOf(typed, 'currency').trim().toUpperCase()
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) errors.currency = m.currencyWrong
  if (Object.keys(errors).length > 0) return columnsPage(visit, memory, opened, typed, errors)
  const way = textOf(typed, 'way')
  const language = textOf(typed, 'language')
  const choices: Partial<Choices> = {
    kind: opened.table.kind,
    fields,
    way: isWay(way) ? way : 'both',
    guess: textOf(typed, 'guess[]') === 'yes',
    currency: currency || null,
    ...(isLocale(language) ? { language } : {}),
  }
  return keep(visit, memory, opened, choices, sent, '')
}

async function keep(
  visit: Visit,
  memory: Memory,
  { batch }: WaitingBatch,
  choices: Partial<Choices>,
  { once }: SentForm,
  then: '' | '/columns',
) {
  const location = importAddress(visit, memory, `/${batch.id}${then}`)
  const at = { space: memory.id, id: batch.id }
  if ((await choose(visit.house, visit.actor, at, choices, { once, location })) === 'gone')
    return gone(visit, memory, { ...batch, isWaiting: false })
  return redirect(visit, location, { tone: 'done', text: sheetsWords[visit.locale].columns.saved })
}

const nameOf = (column: number) => `column-${column}`
const rowOf = ({ table }: WaitingBatch) => (table.headingRow === null ? '0' : String(table.headingRow))

/** All that a column may hold: a text has one for the language of its row, and one for each language. */
const fieldsFor = (kind: SheetKind): string[] =>
  fieldNames(kind).flatMap(field =>
    fieldOf(kind, field)?.texts ? [field, ...locales.map(locale => textKey(field, locale))] : [field],
  )

function typedOf(opened: WaitingBatch): Typed {
  const { table, choices } = opened
  return {
    sheet: String(choices.sheet),
    kind: table.kind,
    headingRow: rowOf(opened),
    ...Object.fromEntries(table.columns.map(({ column, field }) => [nameOf(column), field ?? ''])),
    way: choices.way,
    language: choices.language,
    'guess[]': choices.guess ? ['yes'] : [],
    currency: choices.currency ?? '',
  }
}

function columnsPage(
  visit: Visit,
  memory: Memory,
  opened: WaitingBatch,
  typed: Typed,
  errors: FieldErrors = {},
): Promise<Response> {
  const { locale } = visit
  const m = sheetsWords[locale]
  const { batch } = opened
  const ofSheet = Object.hasOwn(errors, 'headingRow')
  const props = { visit, opened, typed, here: importAddress(visit, memory, `/${batch.id}`) }
  return memoryPage(
    visit,
    memory,
    {
      title: m.columns.title,
      lead: m.columns.lead,
      section: null,
      above: [
        { label: m.title, path: '/import' },
        { label: batch.name, path: `/import/${batch.id}` },
      ],
      failed: Object.keys(errors).length > 0,
    },
    <div class="stack measure">
      <SheetForm {...props} errors={ofSheet ? errors : {}} />
      <ColumnsForm {...props} errors={ofSheet ? {} : errors} />
    </div>,
  )
}

type FormProps = { visit: Visit; opened: WaitingBatch; typed: Typed; here: string; errors: FieldErrors }

function SheetForm({ visit, opened, typed, here, errors }: FormProps) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = sheetsWords[locale].columns
  const field = bindFields(t, typed, errors)
  const { sheets } = opened.waiting
  return (
    <section class="stack">
      <h2>{m.sheetTitle}</h2>
      <Form
        t={t}
        action={`${here}/columns`}
        once={newOnceKey(house.keys)}
        hidden={{ do: 'sheet' }}
        errors={errors}
        short
      >
        {sheets.length > 1 ? (
          <SelectField
            {...field('sheet')}
            label={m.sheet}
            noEmpty
            choices={sheets.map(({ name, hidden }, index) => {
              const said = name || m.unnamed(index + 1)
              return { value: String(index), label: hidden ? m.hidden(said) : said }
            })}
          />
        ) : null}
        <SelectField
          {...field('kind')}
          label={m.kind}
          noEmpty
          choices={sheetKinds.map(value => ({ value, label: sheetsFields[locale].kinds[value] }))}
        />
        <TextField
          {...field('headingRow')}
          label={m.headingRow}
          hint={m.headingRowHint}
          inputMode="numeric"
          optional
          short
        />
        <Buttons>
          <Button kind="secondary">{m.useSheet}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

function ColumnsForm({ visit, opened, typed, here, errors }: FormProps) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = sheetsWords[locale].columns
  const field = bindFields(t, typed, errors)
  const { table } = opened
  const choices = [
    { value: '', label: m.notRead },
    ...fieldsFor(table.kind).map(value => ({ value, label: fieldLabel(locale, value) })),
  ]
  return (
    <section class="stack">
      <h2>{m.columnsTitle}</h2>
      <Form
        t={t}
        action={`${here}/columns`}
        once={newOnceKey(house.keys)}
        hidden={{ do: 'columns' }}
        errors={errors}
        short
      >
        {table.columns.map(one => (
          <SelectField
            {...field(nameOf(one.column))}
            label={m.column(columnLetters(one.column), headingText(one) || m.noHeading)}
            hint={exampleOf(visit, opened, one)}
            noEmpty
            optional
            choices={choices}
          />
        ))}
        <h3>{m.forAll}</h3>
        <SelectField
          {...field('way')}
          label={m.way}
          noEmpty
          choices={ways.map(value => ({ value, label: m.ways[value] }))}
        />
        <SelectField
          {...field('language')}
          label={m.language}
          noEmpty
          choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
        />
        <CheckboxesField
          {...field('guess[]')}
          label={m.guess}
          choices={[{ value: 'yes', label: m.guessChoice }]}
          optional
        />
        {table.kind === 'projects' || table.kind === 'fees' ? (
          <TextField {...field('currency')} label={m.currency} hint={m.currencyHint} maxLength={3} optional short />
        ) : null}
        <Buttons>
          <Button>{m.save}</Button>
          <a href={here}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </section>
  )
}

/** What stands in the first cell that holds something, in a row that is read. */
function exampleOf({ locale }: Visit, { grid, table }: WaitingBatch, { column }: SheetColumn): string {
  const m = sheetsWords[locale].columns
  const text = grid.sheet.rows
    .filter(({ number, cells }) => number >= table.from && !isNoRecord(grid, table, number, cells))
    .slice(0, 50)
    .map(({ number }) => grid.at(number, column)?.cell.text ?? '')
    .find(said => said !== '')
  return text === undefined ? m.nothing : m.example(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
