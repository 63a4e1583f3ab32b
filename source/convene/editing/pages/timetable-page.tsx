import type { Child } from 'hono/jsx'
import { editing } from '#convene/messages/editing.ts'
import { editingTimetable } from '#convene/messages/editing-timetable.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, Field, Form, fieldId, SelectField, TextField } from '#ground/web/parts/form.tsx'
import { type Column, DataTable } from '#ground/web/parts/table.tsx'
import { EmptyPage, PageHead, Words } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { isCollision, type Places, warningsAbout, warningsOf } from '../rules/timetable.ts'
import { fieldOfSlot, type placeFields, placeOf, type TypedPlace } from '../rules/timetable-fields.ts'
import { fieldsOfPlaces } from '../rules/timetable-patch.ts'
import { warningInWords } from '../rules/timetable-words.ts'
import { inLanguage } from './labels.ts'
import { deskOf, type EditedSeminar, editOf, trail } from './office.ts'
import { type TimetableOfDraft, timetableOf } from './timetable-board.ts'

type Shown = {
  places: ReadonlyMap<string, TypedPlace>
  version: string | null
  once: string | null
  errors?: FieldErrors
  /** What the form says it began with. */
  began: Readonly<Record<string, string>>
  /** The slots that the form may send: those of its version. All without it. */
  sent?: readonly string[]
}

/** The timetable as a form of all its times, which a script makes a board of; 422 with errors. */
export function timetablePage(visit: Visit, seminar: EditedSeminar, shown: Shown) {
  const { locale, house } = visit
  const { version, once, errors = {} } = shown
  const words = editingTimetable[locale]
  const t = parts[locale]
  const { file, slug } = seminar
  const at = editOf(visit, slug)
  const failed = Object.keys(errors).length > 0
  const timetable = timetableOf(file, locale)
  const rows = rowsOf(timetable, shown)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.title} – ${seminar.title}`,
        office: true,
        failed,
        islands: ['timetable-board'],
        breadcrumb: trail(
          visit,
          seminar,
          [
            { label: editing[locale].title, href: at },
            { label: editing[locale].parts.programme, href: `${at}/programme` },
          ],
          words.title,
        ),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={words.title} lead={words.lead} />
        {rows.length === 0 ? (
          <EmptyPage
            title={words.emptyTitle}
            text={words.empty}
            action={{ href: `${at}/programme`, label: words.toProgramme }}
          />
        ) : (
          <timetable-board data={dataOf(visit, timetable)}>
            <Form
              t={t}
              action={`${at}/timetable`}
              version={version ?? undefined}
              once={once ?? newOnceKey(house.keys)}
              hidden={shown.began}
              errors={errors}
              short
            >
              <section class="times close">
                <h2>{words.fields}</h2>
                <p class="small">
                  {words.fieldsLead} {words.zone(cityOfZone(locale, file.time_zone))}
                </p>
                <DataTable
                  t={t}
                  caption={words.fields}
                  quiet
                  address={`${at}/timetable`}
                  rows={rows}
                  columns={columnsOf(visit, timetable, fieldsOfPlaces(shown.places), errors, at)}
                  empty={{ title: words.emptyTitle, text: words.empty }}
                />
              </section>
              <Buttons>
                <Button>{words.save}</Button>
                <a href={`${at}/programme`}>{t.form.cancel}</a>
              </Buttons>
            </Form>
          </timetable-board>
        )}
        <p class="buttons">
          <a href={`${deskOf(visit, slug)}/checks`}>{words.toChecks}</a>
          <a href={`${at}/programme`}>{words.toProgramme}</a>
        </p>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

/** What the script in the browser is given. */
function dataOf({ locale }: Visit, timetable: TimetableOfDraft): string {
  const { board: says, nothingTold, save, columns } = editingTimetable[locale]
  return JSON.stringify({ ...timetable, locale, says, page: { nothingTold, save, points: columns.told } })
}

type Row = { key: string; told: { text: string; mild: boolean }[] }

/** In the order of the timetable, with what is to be said of each as the fields have it. */
function rowsOf({ board, saved, called, words }: TimetableOfDraft, { places, sent }: Shown): Row[] {
  const standing: Places = Object.fromEntries(
    [...places].flatMap(([key, typed]) => {
      const place = placeOf(typed) ?? saved[key]
      return place ? [[key, place]] : []
    }),
  )
  const warnings = warningsOf(board, standing)
  const keys = board.slots.map(({ key }) => key).filter(key => sent?.includes(key) ?? true)
  const when = (key: string) => `${saved[key]?.day} ${String(saved[key]?.from ?? 0).padStart(4, '0')}`
  return keys
    .toSorted((a, b) => (when(a) < when(b) ? -1 : 1))
    .map(key => ({
      key,
      told: warningsAbout(warnings, key).map(warning => ({
        text: warningInWords(words, called, warning, key),
        mild: !isCollision(warning),
      })),
    }))
}

function columnsOf(
  visit: Visit,
  timetable: TimetableOfDraft,
  typed: Readonly<Record<string, string>>,
  errors: FieldErrors,
  at: string,
): Column<Row>[] {
  const { locale } = visit
  const words = editingTimetable[locale]
  const { board, called, titles } = timetable
  const bind = bindFields(parts[locale], typed, errors)
  const of = (key: string, field: (typeof placeFields)[number]) => ({
    ...bind(fieldOfSlot(key, field)),
    label: inLanguage(words.columns[field], called.slots[key] ?? key),
  })
  const time = (field: 'from' | 'to'): Column<Row> => ({
    key: field,
    heading: words.columns[field],
    cell: ({ key }) => <TextField {...of(key, field)} maxLength={8} short autocomplete="off" />,
  })
  const days = board.days.map(({ date }) => ({ value: date, label: called.days[date] ?? date }))
  const rooms = [
    { value: '', label: words.noRoom },
    ...board.rooms.map(({ key }) => ({ value: key, label: called.rooms[key] ?? key })),
  ]
  return [
    {
      key: 'what',
      heading: words.columns.what,
      cell: ({ key }) => {
        const { text = key, language = locale } = titles[key] ?? {}
        return (
          <a href={`${at}/slots/${key}`}>
            <Words locale={locale} shown={{ text, language }} />
          </a>
        )
      },
    },
    ...(days.length > 1
      ? [
          {
            key: 'day',
            heading: words.columns.day,
            cell: ({ key }: Row) => <SelectField {...of(key, 'day')} choices={days} noEmpty />,
          },
        ]
      : []),
    time('from'),
    time('to'),
    { key: 'late', heading: words.columns.late, cell: ({ key }) => <Late {...of(key, 'late')} /> },
    ...(board.rooms.length > 0
      ? [
          {
            key: 'room',
            heading: words.columns.room,
            cell: ({ key }: Row) => <SelectField {...of(key, 'room')} choices={rooms} noEmpty optional />,
          },
        ]
      : []),
    {
      key: 'told',
      heading: words.columns.told,
      cell: ({ key, told }) => (
        <div class="told" data-told={key}>
          {told.length === 0 ? (
            <p class="small">{words.nothingTold}</p>
          ) : (
            told.map(({ text, mild }) => <p class={mild ? 'mild' : undefined}>{text}</p>)
          )}
        </div>
      ),
    },
  ]
}

function Late(props: ReturnType<ReturnType<typeof bindFields>> & { label: string }): Child {
  return (
    <Field {...props}>
      <input type="checkbox" id={fieldId(props.name)} name={props.name} value="yes" checked={props.value === 'yes'} />
    </Field>
  )
}
